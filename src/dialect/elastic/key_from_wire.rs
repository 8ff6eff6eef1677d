//! From Elastic's requests about API keys to what the directory is asked. It must not know what time it is.

use chrono::TimeDelta;

use super::{error, from_wire};
use crate::auth::Caller;
use crate::directory::{Expiry, NewKey, UserSelector};
use crate::domain::InvalidReason;
use crate::generated::elastic::{
    CreateApiKeyRequestModel, DeleteApiKeysRequestModel, DeleteUsersApiKeysRequestModel, Failure,
};

/// The greatest number of a duration.
const DURATION_MAX: i64 = 36_500;

/// The key to be made.
///
/// # Errors
/// A missing description, or an expiration that is no duration.
pub(super) fn new_key(body: CreateApiKeyRequestModel) -> Result<NewKey, Failure> {
    if body.description.is_empty() {
        return Err(error::refused_key("description", &InvalidReason::Missing));
    }
    let expires = match body.expiration.as_deref().map(duration) {
        None => Expiry::Never,
        Some(Some(lifetime)) => Expiry::After(lifetime),
        Some(None) => {
            let reason = InvalidReason::Malformed("is not a duration such as 1d or 3h");
            return Err(error::refused_key("expiration", &reason));
        }
    };
    Ok(NewKey { description: body.description, expires })
}

/// The caller's keys of these ids.
pub(super) fn own_keys(caller: &Caller, body: DeleteApiKeysRequestModel) -> Vec<(UserSelector, String)> {
    body.keys.into_iter().map(|key| (UserSelector::oneself(caller), key)).collect()
}

/// The keys of these users and ids.
pub(super) fn users_keys(body: DeleteUsersApiKeysRequestModel) -> Vec<(UserSelector, String)> {
    body.user_api_keys.into_iter().map(|key| (from_wire::user(key.user_id), key.api_key_id)).collect()
}

/// A number and its unit, `1d`.
fn duration(text: &str) -> Option<TimeDelta> {
    let unit = text.chars().next_back()?;
    let digits = text.strip_suffix(unit)?;
    let is_number = digits.bytes().all(|digit| digit.is_ascii_digit());
    let number = digits.parse().ok().filter(|number| is_number && (1..=DURATION_MAX).contains(number))?;
    match unit {
        'd' => TimeDelta::try_days(number),
        'h' => TimeDelta::try_hours(number),
        'm' => TimeDelta::try_minutes(number),
        's' => TimeDelta::try_seconds(number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_a_number_and_a_unit() {
        let cases = [
            ("1d", Some(86_400)),
            ("3h", Some(10_800)),
            ("90m", Some(5_400)),
            ("07s", Some(7)),
            ("36500d", Some(36_500 * 86_400)),
            ("36501d", None),
            ("0d", None),
            ("-1d", None),
            ("+1d", None),
            ("1.5h", None),
            ("1 d", None),
            ("1D", None),
            ("1w", None),
            ("d", None),
            ("1", None),
            ("", None),
            ("99999999999999999999s", None),
            ("1\u{2009}", None),
        ];
        for (text, seconds) in cases {
            assert_eq!(duration(text).map(|span| span.num_seconds()), seconds, "{text:?}");
        }
    }
}
