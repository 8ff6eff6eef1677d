//! What stands in the texts of whoever fits: conditions as a question to the index of texts, which knows three characters
//! that stand together wherever they are. Whoever fits is among what it finds, and others are, too.

use super::like;
use super::tables::Table;
use crate::domain::search::{Condition, TextTest};
use crate::domain::text::fold;
use crate::limits::{TEXT_GRAMS_ASKED_MAX, TEXT_RUN_GRAMS_ASKED_MAX};

/// How many characters the index takes together.
const GRAM_CHARS: usize = 3;

/// What has to stand in the texts.
enum Needed {
    All(Vec<Self>),
    Any(Vec<Self>),
    Gram(String),
}

/// An expression of FTS5 that finds whoever fits the conditions; `None` where they need nothing that the index knows.
pub(super) fn expression<N: Table>(conditions: &[Condition<N>]) -> Option<String> {
    let needed: Vec<Needed> = conditions.iter().filter_map(of).collect();
    if needed.is_empty() {
        return None;
    }
    let needed = Needed::All(needed);
    (count(&needed) <= TEXT_GRAMS_ASKED_MAX).then(|| {
        let mut expression = String::new();
        write(&mut expression, &needed);
        expression
    })
}

fn of<N: Table>(condition: &Condition<N>) -> Option<Needed> {
    match condition {
        Condition::Text(field, test) if N::is_indexed(*field) => of_test(test),
        Condition::Any(inner) => {
            let any: Vec<Needed> =
                inner.iter().filter(|condition| can_hold(condition)).map(of).collect::<Option<_>>()?;
            (!any.is_empty()).then_some(Needed::Any(any))
        }
        Condition::Text(..) | Condition::Not(_) | Condition::Time(..) | Condition::Is(_) => None,
    }
}

/// Whether a condition can hold for anybody. No id has other characters than the digits of base 16 and hyphens in its text.
fn can_hold<N: Table>(condition: &Condition<N>) -> bool {
    match condition {
        Condition::Any(inner) => inner.iter().any(can_hold),
        Condition::Text(field, TextTest::Contains(text) | TextTest::StartsWith(text) | TextTest::EndsWith(text))
            if N::text(*field).id.is_some() =>
        {
            fold(text).chars().all(|char| matches!(char, '0'..='9' | 'a'..='f' | '-'))
        }
        _ => true,
    }
}

fn of_test(test: &TextTest) -> Option<Needed> {
    match test {
        TextTest::Contains(text) | TextTest::StartsWith(text) | TextTest::EndsWith(text) => of_runs([fold(text)]),
        TextTest::Like(pattern) => of_runs(like::runs(pattern)),
        TextTest::OneOf(values) | TextTest::Exactly(values) if !values.is_empty() => {
            values.iter().map(|value| of_runs([fold(value)])).collect::<Option<_>>().map(Needed::Any)
        }
        TextTest::OneOf(_) | TextTest::Exactly(_) | TextTest::Empty => None,
    }
}

/// What stands in a text that has these runs of characters. Nothing has U+0000, which FTS5 cannot be asked for.
fn of_runs(runs: impl IntoIterator<Item = String>) -> Option<Needed> {
    let grams: Vec<Needed> = runs.into_iter().flat_map(|run| grams(&run)).map(Needed::Gram).collect();
    let is_known = |gram: &Needed| !matches!(gram, Needed::Gram(text) if text.contains('\0'));
    (!grams.is_empty() && grams.iter().all(is_known)).then_some(Needed::All(grams))
}

/// Some of the grams of a run, from its first to its last.
fn grams(run: &str) -> Vec<String> {
    let chars: Vec<char> = run.chars().collect();
    let all: Vec<String> = chars.windows(GRAM_CHARS).map(String::from_iter).collect();
    if all.len() <= TEXT_RUN_GRAMS_ASKED_MAX {
        return all;
    }
    let last = (all.len() - 1, TEXT_RUN_GRAMS_ASKED_MAX - 1);
    (0..TEXT_RUN_GRAMS_ASKED_MAX).map(|number| all[number * last.0 / last.1].clone()).collect()
}

fn count(needed: &Needed) -> usize {
    match needed {
        Needed::All(inner) | Needed::Any(inner) => inner.iter().map(count).sum(),
        Needed::Gram(_) => 1,
    }
}

fn write(expression: &mut String, needed: &Needed) {
    let (inner, between) = match needed {
        Needed::All(inner) => (inner, " AND "),
        Needed::Any(inner) => (inner, " OR "),
        Needed::Gram(gram) => {
            expression.push('"');
            expression.push_str(&gram.replace('"', "\"\""));
            expression.push('"');
            return;
        }
    };
    expression.push('(');
    for (index, part) in inner.iter().enumerate() {
        expression.push_str(if index > 0 { between } else { "" });
        write(expression, part);
    }
    expression.push(')');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::User;
    use crate::domain::search::{UserText, UserTrait};
    use crate::domain::{Status, UserKind};

    fn text(field: UserText, test: TextTest) -> Condition<User> {
        Condition::Text(field, test)
    }

    fn contains(part: &str) -> Condition<User> {
        text(UserText::Username, TextTest::Contains(part.to_owned()))
    }

    fn like(pattern: &str) -> Condition<User> {
        text(UserText::Email, TextTest::Like(pattern.to_owned()))
    }

    #[test]
    fn what_must_stand_somewhere_is_asked_for() {
        let person = Condition::Is(UserTrait::Kind(UserKind::Person));
        let active = Condition::Is(UserTrait::Status(Status::Active));
        let names = |values: &[&str]| TextTest::OneOf(values.iter().map(|value| (*value).to_owned()).collect());
        let anywhere = |part: &str| {
            let in_field = Condition::any_text(&[UserText::Id, UserText::Email], &TextTest::Contains(part.to_owned()));
            Condition::Any(vec![in_field, Condition::Any(Vec::new())])
        };
        let cases = [
            ("short", vec![contains("ab")], None),
            ("folded", vec![person.clone(), contains("ABCD")], Some(r#"(("abc" AND "bcd"))"#)),
            ("quoted", vec![contains("a\"b")], Some(r#"(("a""b"))"#)),
            ("between wildcards", vec![like("ab%cde_fgh")], Some(r#"(("cde" AND "fgh"))"#)),
            ("a wildcard that is none", vec![like("a\\%b")], Some(r#"(("a%b"))"#)),
            ("one of names", vec![text(UserText::Email, names(&["abc", "def"]))], Some(r#"((("abc") OR ("def")))"#)),
            ("one of names, one short", vec![text(UserText::Email, names(&["abc", "de"]))], None),
            ("one of none", vec![text(UserText::Email, names(&[]))], None),
            ("either", vec![Condition::Any(vec![contains("abc"), like("%def")])], Some(r#"((("abc") OR ("def")))"#)),
            ("either, or else", vec![Condition::Any(vec![contains("abc"), active])], None),
            ("in an id, too", vec![anywhere("ABCX")], Some(r#"(((("abc" AND "bcx"))))"#)),
            ("in an id, perhaps", vec![anywhere("abc")], None),
            ("both", vec![contains("abc"), contains("x"), contains("def")], Some(r#"(("abc") AND ("def"))"#)),
            ("not", vec![contains("abc").negated()], None),
            ("elsewhere", vec![text(UserText::Avatar, TextTest::Contains("abc".to_owned()))], None),
            ("what is nowhere", vec![contains("a\0b")], None),
        ];
        for (name, conditions, expected) in cases {
            assert_eq!(expression(&conditions).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn of_what_is_long_some_is_asked_for() {
        let asked = expression(&[contains("abcdefghijklmnopqrstuvwxyz")]).expect("it is long enough");
        assert!(asked.starts_with("((\"abc\"") && asked.ends_with("\"xyz\"))"), "{asked}");
        assert_eq!(asked.matches(" AND ").count(), TEXT_RUN_GRAMS_ASKED_MAX - 1);
        let many = vec![contains("abcdefghijklmnopqrstuvwxyz"); TEXT_GRAMS_ASKED_MAX / TEXT_RUN_GRAMS_ASKED_MAX + 1];
        assert_eq!(expression(&many), None);
    }
}
