//! Whatever comes in, something is said and nothing panics.

use std::io;
use std::path::Path;

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest};
use serde_json::{Value, json};
use specgen::{Diagnostic, ir};

const VALID: &str = include_str!("front/parts/elastic-cloud.yaml");
const ROOT: &str = include_str!("front/openapi.yaml");

/// Generates from the contract with these texts; everything found.
fn found(root: &str, part: &str) -> Result<(), Vec<Diagnostic>> {
    let mut read = |path: &Path| match path.to_string_lossy().as_ref() {
        "openapi.yaml" => Ok(root.to_owned()),
        "parts/elastic-cloud.yaml" => Ok(part.to_owned()),
        _ => Err(io::Error::from(io::ErrorKind::NotFound)),
    };
    let (bundle, _, _) = specgen::checked(Path::new("openapi.yaml"), &mut read)?;
    assert_eq!(ir::prove_round_trip(&bundle), Ok(()), "what is accepted is kept");
    specgen::generate_with(Path::new("openapi.yaml"), &mut read).map(drop)
}

/// A change of one line of a text.
#[derive(Clone, Debug)]
enum Edit {
    Remove,
    Repeat,
    Swap(usize),
    Indent(usize),
    Insert(usize, String),
}

fn edit() -> impl Strategy<Value = Edit> {
    let noise = prop_oneof![
        Just("&a".to_owned()),
        Just("*a".to_owned()),
        Just("[".to_owned()),
        Just("}".to_owned()),
        Just("null".to_owned()),
        Just("$ref".to_owned()),
        Just("-9223372036854775809".to_owned()),
        Just("{a: b}".to_owned()),
        Just(": ".to_owned()),
        Just("'".to_owned()),
        Just("/".to_owned()),
        Just("~1".to_owned()),
        Just("#".to_owned()),
        "\\PC{0,4}",
    ];
    prop_oneof![
        Just(Edit::Remove),
        Just(Edit::Repeat),
        any::<usize>().prop_map(Edit::Swap),
        (0..8usize).prop_map(Edit::Indent),
        (any::<usize>(), noise).prop_map(|(at, text)| Edit::Insert(at, text)),
    ]
}

fn apply(text: &str, edits: &[(usize, Edit)]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (at, edit) in edits {
        let at = at % lines.len();
        match edit {
            Edit::Remove => drop(lines.remove(at)),
            Edit::Repeat => lines.insert(at, lines[at].clone()),
            Edit::Swap(other) => {
                let other = other % lines.len();
                lines.swap(at, other);
            }
            Edit::Indent(by) => lines[at].insert_str(0, &" ".repeat(*by)),
            Edit::Insert(column, noise) => {
                let boundaries: Vec<_> =
                    lines[at].char_indices().map(|(start, _)| start).chain([lines[at].len()]).collect();
                lines[at].insert_str(boundaries[column % boundaries.len()], noise);
            }
        }
    }
    lines.join("\n")
}

/// Puts another value at some place of a document.
fn replace(value: &mut Value, place: &mut usize, with: &Value) {
    if *place == 0 {
        *value = with.clone();
    }
    *place = place.wrapping_sub(1);
    match value {
        Value::Array(elements) => elements.iter_mut().for_each(|element| replace(element, place, with)),
        Value::Object(members) => members.values_mut().for_each(|member| replace(member, place, with)),
        _ => {}
    }
}

fn other_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!(true)),
        Just(json!(-1)),
        Just(json!(0)),
        Just(json!(1e300)),
        Just(json!(u64::MAX)),
        Just(json!("")),
        Just(json!("(")),
        Just(json!([])),
        Just(json!({})),
        Just(json!([{}, null])),
        Just(json!({ "a": {} })),
        Just(json!({ "$ref": "#/components/schemas/ElasticCloudUser" })),
        Just(json!({ "$ref": "#" })),
        Just(json!({ "$ref": 1 })),
        Just(json!({ "type": "object", "properties": { "a": { "allOf": [] } }, "required": ["b", "b"] })),
        Just(json!({ "type": "integer", "minimum": i64::MIN, "multipleOf": -1, "example": i64::MIN })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edited_text_does_not_panic(edits in proptest::collection::vec((any::<usize>(), edit()), 1..4)) {
        drop(found(ROOT, &apply(VALID, &edits)));
        drop(found(&apply(ROOT, &edits), VALID));
    }

    #[test]
    fn another_value_at_any_place_does_not_panic(place in 0..700usize, with in other_value()) {
        let mut read = |path: &Path| match path.to_string_lossy().as_ref() {
            "openapi.yaml" => Ok(ROOT.to_owned()),
            _ => Ok(VALID.to_owned()),
        };
        let (bundle, ..) = specgen::checked(Path::new("openapi.yaml"), &mut read).expect("the contract is sound");
        let mut document = bundle.document;
        replace(&mut document, &mut { place }, &with);
        drop(found(&document.to_string(), ""));
    }
}

#[test]
fn nesting_is_bounded() {
    // Beyond 255 levels the YAML reader gives up by itself.
    for (depth, rule) in [(150, "too-deep"), (20_000, "yaml-syntax")] {
        let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let found = found(&deep, "").expect_err("it is refused");
        assert!(found.iter().any(|diagnostic| diagnostic.rule == rule), "{found:#?}");
    }
}
