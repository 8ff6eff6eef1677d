//! From the contract's names to Rust's: the only place where a name is changed.
//!
//! Knows nothing of the contract but words, and nothing of where a name will stand but its form.

use std::collections::HashSet;

use proc_macro2::{Ident, Span};

/// Words that are names only as raw identifiers.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Words that are no names even as raw identifiers.
const UNSPEAKABLE: &[&str] = &["self", "Self", "super", "crate", "_"];

/// Turns a name into `snake_case`: `userID` is `user_id`, `x-cloud-error-codes` is `x_cloud_error_codes`.
pub(crate) fn snake(name: &str) -> String {
    words(name).join("_")
}

/// Turns a name into `SCREAMING_SNAKE_CASE`.
pub(crate) fn screaming(name: &str) -> String {
    snake(name).to_uppercase()
}

/// Turns a name into `PascalCase`: `update-current-user` is `UpdateCurrentUser`.
pub(crate) fn pascal(name: &str) -> String {
    let capitalise = |word: &String| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    words(name).iter().map(capitalise).collect()
}

/// Returns what an operation is called without the service that gRPC gateways put before it: `UserService_GetUser`.
pub(crate) fn operation_name(id: &str) -> &str {
    match id.split_once("Service_") {
        Some((_, name)) if !name.is_empty() => name,
        _ => id,
    }
}

/// Returns a component's name without its file's prefix: `ElasticUser` in `elastic` is `User`.
pub(crate) fn without_prefix<'a>(component: &'a str, module: &str) -> &'a str {
    match component.strip_prefix(&pascal(module)) {
        Some(rest) if rest.starts_with(|letter: char| letter.is_ascii_uppercase()) => rest,
        _ => component,
    }
}

/// Returns the name of an enumeration's variant; `taken` are those of the values before it.
pub(crate) fn variant(value: &str, taken: &HashSet<String>) -> String {
    let base = match pascal(value) {
        empty if empty.is_empty() => if value.is_empty() { "Empty" } else { "Symbol" }.to_owned(),
        digits if digits.starts_with(|letter: char| letter.is_ascii_digit()) => format!("Value{digits}"),
        reserved if reserved == "Self" => "Self_".to_owned(),
        name => name,
    };
    let numbered = (2..).map(|number| format!("{base}{number}"));
    std::iter::once(base.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or(base)
}

/// Makes an identifier, raw where the name is a keyword.
pub(crate) fn ident(name: &str) -> Ident {
    let speakable = match name {
        _ if UNSPEAKABLE.contains(&name) => format!("{name}_"),
        _ if name.is_empty() => "unnamed".to_owned(),
        _ if name.starts_with(|letter: char| letter.is_ascii_digit()) => format!("_{name}"),
        _ => name.to_owned(),
    };
    if KEYWORDS.contains(&speakable.as_str()) {
        Ident::new_raw(&speakable, Span::call_site())
    } else {
        Ident::new(&speakable, Span::call_site())
    }
}

/// Returns the reason phrase of a status as a variant's name; `Status499` where it has none.
pub(crate) fn phrase(status: u16) -> String {
    let registered = http::StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
    registered.map_or_else(|| format!("Status{status}"), |reason| pascal(&reason.replace('\'', "")))
}

/// Splits a name at humps and at whatever is not a letter or a digit, and lowers it.
fn words(name: &str) -> Vec<String> {
    // One word in its own specification (RFC 9110), whatever its capitals.
    let letters: Vec<char> = name.replace("ETag", "Etag").chars().collect();
    let mut words = vec![String::new()];
    for (index, letter) in letters.iter().enumerate() {
        if !letter.is_ascii_alphanumeric() {
            words.push(String::new());
            continue;
        }
        let before = index.checked_sub(1).and_then(|before| letters.get(before));
        let after = letters.get(index + 1);
        let hump = letter.is_ascii_uppercase()
            && before.is_some_and(|before| {
                before.is_ascii_lowercase()
                    || before.is_ascii_digit()
                    || (before.is_ascii_uppercase() && after.is_some_and(char::is_ascii_lowercase))
            });
        if hump {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(letter.to_ascii_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::{operation_name, pascal, phrase, snake, variant, without_prefix};
    use std::collections::HashSet;

    #[test]
    fn names_are_split_at_humps_and_signs() {
        let cases = [
            ("userID", "user_id", "UserId"),
            ("HTTPServer", "http_server", "HttpServer"),
            ("update-current-user", "update_current_user", "UpdateCurrentUser"),
            ("x-cloud-error-codes", "x_cloud_error_codes", "XCloudErrorCodes"),
            ("oauth2Token", "oauth2_token", "Oauth2Token"),
            ("last_login_at", "last_login_at", "LastLoginAt"),
            ("ETag", "etag", "Etag"),
        ];
        for (name, expected_snake, expected_pascal) in cases {
            assert_eq!((snake(name).as_str(), pascal(name).as_str()), (expected_snake, expected_pascal));
        }
    }

    #[test]
    fn prefixes_go_only_where_they_are_prefixes() {
        assert_eq!(without_prefix("ElasticUser", "elastic"), "User");
        assert_eq!(without_prefix("Elasticity", "elastic"), "Elasticity");
        assert_eq!(operation_name("FrontierService_CreateUser"), "CreateUser");
        assert_eq!(operation_name("createUser"), "createUser");
    }

    #[test]
    fn enumeration_values_that_differ_only_in_case_get_different_names() {
        let taken = HashSet::from(["Asc".to_owned()]);
        assert_eq!(variant("asc", &taken), "Asc2");
        assert_eq!(variant("", &HashSet::new()), "Empty");
        assert_eq!(phrase(409), "Conflict");
        assert_eq!(phrase(418), "ImATeapot");
    }
}
