//! The envelope of Elastic's failures: its errors, and their codes for the header. It must not know what failed, or the status.

use crate::generated::elastic::{BasicFailedReply, BasicFailedReplyElement};

/// What a failure says.
pub(super) struct Reply {
    /// Each code once, in the order of the errors, joined by commas.
    pub(super) codes: String,
    pub(super) body: BasicFailedReply,
}

impl Reply {
    /// At least one error.
    pub(super) fn new(errors: Vec<BasicFailedReplyElement>) -> Self {
        let mut codes: Vec<&str> = Vec::new();
        for error in &errors {
            if !codes.contains(&error.code.as_str()) {
                codes.push(&error.code);
            }
        }
        Self { codes: codes.join(","), body: BasicFailedReply { errors } }
    }

    /// One error that is about no member in particular.
    pub(super) fn plain(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(vec![element(code, message, &[])])
    }
}

/// One error about these members, if any.
pub(super) fn element(code: &'static str, message: impl Into<String>, members: &[&str]) -> BasicFailedReplyElement {
    // Wire quirk (elastic): where there are none, real servers leave `fields` out (wire notes, section 1).
    let fields = (!members.is_empty()).then(|| members.iter().map(|member| (*member).to_owned()).collect());
    BasicFailedReplyElement { code: code.to_owned(), message: message.into(), fields }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_is_in_the_header_once_and_in_order() {
        let errors = ["b", "a", "b"].map(|code| element(code, "", &[]));
        assert_eq!(Reply::new(errors.into()).codes, "b,a");
    }
}
