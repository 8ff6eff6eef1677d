//! Values that conform to a schema of the bundled contract, drawn at random. Written against the JSON document, not against
//! the generator, so that it is a second opinion.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::string::string_regex;
use serde_json::{Map, Value, json};

/// How deep recursive schemas are followed.
const DEPTH_MAX: usize = 3;
/// How many items a list without a bound gets, at most.
const ITEMS_MAX: usize = 3;
/// White space as a contract's patterns have it, which are ECMAScript's, for an engine that has Unicode's.
const WHITE_SPACE: &str =
    r"[\t\n\x0B\x0C\r \u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}]";

/// Samples of the component `name`, but for null: that is nothing to have a model of.
pub(crate) fn of(name: &str, document: &Value) -> BoxedStrategy<Value> {
    let samples = schema(&document["components"]["schemas"][name], document, 0);
    samples.prop_filter("a value", |sample| !sample.is_null()).boxed()
}

fn schema(schema: &Value, document: &Value, depth: usize) -> BoxedStrategy<Value> {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap_or_default();
        return self::schema(&document["components"]["schemas"][name], document, depth);
    }
    if let Some(parts) = schema["allOf"].as_array() {
        assert_eq!(parts.len(), 1, "only descriptions of references use allOf: {schema}");
        return nullable(schema, self::schema(&parts[0], document, depth));
    }
    let value = match schema["type"].as_str() {
        Some("object") => object(schema, document, depth),
        Some("array") => array(schema, document, depth),
        Some("string") => text(schema),
        Some("integer") => integer(schema),
        // Every half is the same number in binary and in decimal.
        Some("number") => any::<i32>().prop_map(|halves| json!(f64::from(halves) / 2.0)).boxed(),
        Some("boolean") => any::<bool>().prop_map(Value::from).boxed(),
        _ => panic!("no samples of {schema}"),
    };
    nullable(schema, value)
}

fn nullable(schema: &Value, value: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    if schema["nullable"] == true { prop_oneof![4 => value, 1 => Just(Value::Null)].boxed() } else { value }
}

fn object(schema: &Value, document: &Value, depth: usize) -> BoxedStrategy<Value> {
    let Some(properties) = schema["properties"].as_object() else {
        // A free object: its members are anybody's.
        return vec(("[a-z]{1,4}", any::<u8>()), 0..=ITEMS_MAX)
            .prop_map(|members| {
                members.into_iter().map(|(name, value)| (name, json!(value))).collect::<Map<_, _>>().into()
            })
            .boxed();
    };
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let mut members = Just(Map::new()).boxed();
    for (name, property) in properties {
        let is_required = required.contains(&name.as_str());
        if depth >= DEPTH_MAX && !is_required {
            continue;
        }
        let value = self::schema(property, document, depth + 1);
        let value = if is_required { value.prop_map(Some).boxed() } else { option::of(value).boxed() };
        let name = name.clone();
        members = (members, value)
            .prop_map(move |(mut members, value)| {
                members.extend(value.map(|value| (name.clone(), value)));
                members
            })
            .boxed();
    }
    members.prop_map(Value::from).boxed()
}

fn array(schema: &Value, document: &Value, depth: usize) -> BoxedStrategy<Value> {
    let bound = |name: &str| schema[name].as_u64().and_then(|bound| usize::try_from(bound).ok());
    let least = bound("minItems").unwrap_or(0);
    let most = if depth >= DEPTH_MAX { least } else { bound("maxItems").unwrap_or(ITEMS_MAX).min(least + ITEMS_MAX) };
    let is_set = schema["uniqueItems"] == true;
    vec(self::schema(&schema["items"], document, depth + 1), least..=most)
        .prop_map(move |mut items| {
            if is_set {
                let mut seen = Vec::new();
                items.retain(|item| {
                    !seen.contains(item) && {
                        seen.push(item.clone());
                        true
                    }
                });
            }
            items.into()
        })
        .boxed()
}

fn text(schema: &Value) -> BoxedStrategy<Value> {
    if let Some(values) = schema["enum"].as_array() {
        return proptest::sample::select(values.clone()).boxed();
    }
    let least = schema["minLength"].as_u64().unwrap_or(0);
    let most = schema["maxLength"].as_u64().unwrap_or(u64::MAX);
    let fits = move |text: &String| (least..=most).contains(&(text.chars().count() as u64));
    let text = match (schema["format"].as_str(), schema["pattern"].as_str()) {
        (Some("date-time"), _) => {
            "20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T(0[0-9]|1[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z"
                .boxed()
        }
        (Some("uuid"), _) => "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}".boxed(),
        (_, Some(pattern)) => {
            let pattern = pattern.trim_start_matches('^').trim_end_matches('$').replace(r"\s", WHITE_SPACE);
            string_regex(&pattern).expect("the contract's patterns can be drawn from").boxed()
        }
        _ => "\\PC{0,12}".boxed(),
    };
    text.prop_filter("within its lengths", fits).prop_map(Value::from).boxed()
}

fn integer(schema: &Value) -> BoxedStrategy<Value> {
    let is_short = schema["format"] == "int32";
    let least = schema["minimum"].as_i64().unwrap_or(if is_short { i64::from(i32::MIN) } else { i64::MIN });
    let most = schema["maximum"].as_i64().unwrap_or(if is_short { i64::from(i32::MAX) } else { i64::MAX });
    (least..=most).prop_map(Value::from).boxed()
}
