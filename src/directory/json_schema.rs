//! JSON Schemas: which are accepted, and whether metadata follows one. They are written by users, so the work that one
//! can cause is bounded before it is compiled. It must not know where they are kept.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Draft, PatternOptions, ValidationError, Validator};
use quick_cache::sync::Cache;
use serde_json::{Map, Value};

use crate::domain::{Error, InvalidReason, Metadata};
use crate::limits::{
    METASCHEMA_BYTES_MAX, METASCHEMA_DEPTH_MAX, METASCHEMA_PATTERN_BYTES_MAX, METASCHEMA_PATTERNS_MAX,
    METASCHEMA_VALUES_MAX, METASCHEMAS_COMPILED_MAX,
};

/// What was compiled, by its text, so that no two schemas can be taken for each other.
static COMPILED: LazyLock<Cache<String, Arc<Validator>>> = LazyLock::new(|| Cache::new(METASCHEMAS_COMPILED_MAX));

/// Checks that a text is a JSON Schema that can be used.
///
/// It is one of draft 4 or later, and of draft 7 where it does not say. It refers to parts of itself only, and not in
/// a circle; its regular expressions are those that match in linear time; and it is within the limits.
///
/// # Errors
/// `Invalid` with what is wrong.
pub(super) fn check_schema(text: &str) -> Result<(), Error> {
    let refused = |reason| Error::invalid("schema", reason);
    if text.len() > METASCHEMA_BYTES_MAX {
        return Err(refused(InvalidReason::TooLong { max: METASCHEMA_BYTES_MAX }));
    }
    compile(text).map(|_| ()).map_err(|why| refused(InvalidReason::Schema(why)))
}

/// Whether the metadata follows a schema that was checked when it was written.
///
/// # Errors
/// `Internal` for a stored schema or stored metadata that is not what it should be.
pub(super) fn allows(schema: &str, metadata: &Metadata) -> Result<bool, Error> {
    let object: Value = serde_json::from_str(metadata.as_str()).map_err(Error::internal)?;
    let validator = match COMPILED.get(schema) {
        Some(validator) => validator,
        None => {
            let validator = Arc::new(compile(schema).map_err(Error::internal)?);
            COMPILED.insert(schema.to_owned(), Arc::clone(&validator));
            validator
        }
    };
    Ok(validator.is_valid(&object))
}

fn compile(text: &str) -> Result<Validator, String> {
    let schema: Value = serde_json::from_str(text).map_err(|error| format!("it is not JSON: {error}"))?;
    Survey::of(&schema)?;
    let patterns =
        PatternOptions::regex().size_limit(METASCHEMA_PATTERN_BYTES_MAX).dfa_size_limit(METASCHEMA_PATTERN_BYTES_MAX);
    let mut options = jsonschema::options().offline().with_pattern_options(patterns);
    if schema.get("$schema").is_none() {
        options = options.with_draft(Draft::Draft7);
    }
    options.build(&schema).map_err(|error| refusal(&error))
}

/// What is wrong with a schema, and where.
fn refusal(error: &ValidationError<'_>) -> String {
    let what = match error.kind() {
        // The library says the same of what is no regular expression and of what is beyond its limits.
        ValidationErrorKind::Format { format } if format == "regex" => format!(
            "{} is not a regular expression that matches in linear time, or its automaton is larger than \
             {METASCHEMA_PATTERN_BYTES_MAX} bytes",
            error.instance(),
        ),
        _ => error.to_string(),
    };
    match error.instance_path().as_str() {
        "" => what,
        place => format!("{place}: {what}"),
    }
}

/// How large a part of a schema is, with what its references refer to in their places.
#[derive(Clone, Copy)]
struct Extent {
    values: usize,
    patterns: usize,
    depth: usize,
}

impl Extent {
    const ONE: Self = Self { values: 1, patterns: 0, depth: 1 };

    /// This with something in it.
    const fn holding(self, inner: Self) -> Self {
        Self {
            values: self.values.saturating_add(inner.values),
            patterns: self.patterns.saturating_add(inner.patterns),
            depth: if inner.depth < self.depth { self.depth } else { inner.depth + 1 },
        }
    }
}

/// A walk over a schema that follows its references.
struct Survey<'s> {
    root: &'s Value,
    /// References whose targets were measured, and those that are being measured.
    referred: BTreeMap<&'s str, Option<Extent>>,
}

impl<'s> Survey<'s> {
    /// Refuses a schema that is too large, or whose size cannot be told.
    fn of(root: &'s Value) -> Result<(), String> {
        let extent = Self { root, referred: BTreeMap::new() }.measure(root, 0)?;
        let limits = [
            ("values", extent.values, METASCHEMA_VALUES_MAX),
            ("regular expressions", extent.patterns, METASCHEMA_PATTERNS_MAX),
        ];
        match limits.into_iter().find(|(_, found, max)| found > max) {
            Some((what, _, max)) => Err(format!("it has more than {max} {what}, counted where they are referred to")),
            None => Ok(()),
        }
    }

    fn measure(&mut self, value: &'s Value, above: usize) -> Result<Extent, String> {
        if above >= METASCHEMA_DEPTH_MAX {
            return Err(too_deep());
        }
        let mut extent = Extent::ONE;
        match value {
            Value::Array(items) => {
                for item in items {
                    extent = extent.holding(self.measure(item, above + 1)?);
                }
            }
            Value::Object(members) => {
                extent.patterns = patterns_in(members);
                for (name, member) in members {
                    extent = extent.holding(self.measure_member(name, member, above + 1)?);
                }
            }
            _ => {}
        }
        // What was measured higher up may be referred to from further down.
        if above + extent.depth > METASCHEMA_DEPTH_MAX { Err(too_deep()) } else { Ok(extent) }
    }

    fn measure_member(&mut self, name: &str, member: &'s Value, above: usize) -> Result<Extent, String> {
        match (name, member) {
            ("$ref", Value::String(reference)) => self.follow(reference, above),
            ("$dynamicRef" | "$recursiveRef", _) => Err(format!("{name} is not supported")),
            // A part with an id of its own would change what the references in it mean.
            ("$id" | "id", Value::String(_)) if above > 1 => Err(format!("only the whole schema can have an {name}")),
            _ => self.measure(member, above),
        }
    }

    fn follow(&mut self, reference: &'s str, above: usize) -> Result<Extent, String> {
        match self.referred.get(reference) {
            Some(Some(extent)) if above + extent.depth > METASCHEMA_DEPTH_MAX => return Err(too_deep()),
            Some(Some(extent)) => return Ok(*extent),
            Some(None) => return Err(format!("{reference} refers to itself")),
            None => {}
        }
        let pointer = reference.strip_prefix('#').filter(|pointer| !pointer.contains('%'));
        let target = pointer.and_then(|pointer| self.root.pointer(pointer));
        let target = target.ok_or_else(|| format!("{reference} is not a JSON Pointer to a part of it"))?;
        self.referred.insert(reference, None);
        let extent = self.measure(target, above)?;
        self.referred.insert(reference, Some(extent));
        Ok(extent)
    }
}

/// Regular expressions that stand in an object: its own, and those that are the names of its members.
fn patterns_in(members: &Map<String, Value>) -> usize {
    let own = usize::from(members.get("pattern").is_some_and(Value::is_string));
    let names = members.get("patternProperties").and_then(Value::as_object).map_or(0, Map::len);
    own + names
}

fn too_deep() -> String {
    format!("it has more than {METASCHEMA_DEPTH_MAX} levels, counted where they are referred to")
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;
    use std::time::{Duration, Instant};

    use super::*;
    use crate::domain::metaschema::DEFAULTS;

    fn metadata(text: &str) -> Metadata {
        Metadata::from_object_text(text.to_owned()).expect("an object")
    }

    fn refusal(schema: &str) -> String {
        check_schema(schema).expect_err(schema).to_string()
    }

    #[test]
    fn metadata_follows_its_schema_or_does_not() {
        let sized = r##"{"properties": {"size": {"$ref": "#/definitions/size"}}, "definitions": {"size": {"enum": ["S", "M"]}}}"##;
        let draft4 = r#"{"$schema": "http://json-schema.org/draft-04/schema#", "properties": {"n": {"minimum": 1, "exclusiveMinimum": true}}}"#;
        let newest = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.org/user", "properties": {"t": {"prefixItems": [{"$ref": "#/$defs/n"}]}}, "$defs": {"n": {"type": "number"}}}"##;
        let written = r#"{"properties": {"mail": {"pattern": "^[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+$"}, "name": {"pattern": "^\\p{L}{1,16}$"}}}"#;
        let pattern = r#"{"patternProperties": {"^x-[a-z]{1,9}$": {"type": "string", "pattern": "^(a|b)+$"}}, "additionalProperties": false}"#;
        let cases = [
            (DEFAULTS[0].1, "{}", true),
            (DEFAULTS[0].1, r#"{"label": {"a": 1}, "description": "x", "other": [null]}"#, true),
            (DEFAULTS[0].1, r#"{"label": null}"#, false),
            (DEFAULTS[0].1, r#"{"description": 1}"#, false),
            (r#"{"required": ["team"]}"#, "{}", false),
            (r#"{"required": ["team"]}"#, r#"{"team": null}"#, true),
            (sized, r#"{"size": "M"}"#, true),
            (sized, r#"{"size": "L"}"#, false),
            (draft4, r#"{"n": 1}"#, false),
            (draft4, r#"{"n": 2}"#, true),
            (newest, r#"{"t": ["x"]}"#, false),
            (newest, r#"{"t": [1, "x"]}"#, true),
            (written, r#"{"mail": "ada.l@example.org", "name": "Zo\u00eb"}"#, true),
            (written, r#"{"name": "Zo\u00eb 2"}"#, false),
            (pattern, r#"{"x-abc": "abba"}"#, true),
            (pattern, r#"{"x-abc": "abc"}"#, false),
            (pattern, r#"{"y": "a"}"#, false),
            ("true", r#"{"y": "a"}"#, true),
            ("false", "{}", false),
        ];
        for (schema, object, expected) in cases {
            check_schema(schema).expect(schema);
            // The second time, the schema is one that was compiled before.
            for _ in 0..2 {
                assert_eq!(allows(schema, &metadata(object)).expect("a checked schema"), expected, "{schema} {object}");
            }
        }
    }

    #[test]
    fn the_defaults_can_be_used() {
        for (name, schema) in DEFAULTS {
            check_schema(schema).expect(name);
        }
    }

    #[test]
    fn a_schema_that_cannot_be_used_is_refused_with_the_reason() {
        let circle = r##"{"properties": {"child": {"$ref": "#"}}}"##;
        let long_circle = r##"{"$ref": "#/a", "a": {"items": {"$ref": "#/b"}}, "b": {"not": {"$ref": "#/a"}}}"##;
        let inner_id = r#"{"properties": {"a": {"$id": "https://example.org/a"}}}"#;
        let cases = [
            ("", "it is not JSON"),
            ("nonsense", "it is not JSON"),
            (r#"{"type": "object"} x"#, "it is not JSON"),
            (r#"{"type": "nothing"}"#, "/type"),
            (r#"{"properties": {"a": {"minLength": -1}}}"#, "/properties/a/minLength"),
            ("[]", "[] is not"),
            (r#"{"$schema": "https://example.org/mine"}"#, "example.org"),
            (r#"{"pattern": "(?=x)"}"#, "(?=x)"),
            (r#"{"pattern": "(a)\\1"}"#, "(a)"),
            (r#"{"pattern": "("}"#, "("),
            (circle, "# refers to itself"),
            (long_circle, "refers to itself"),
            (r#"{"$ref": "https://example.org/user.json"}"#, "is not a JSON Pointer"),
            (r#"{"$ref": "file:///etc/passwd"}"#, "is not a JSON Pointer"),
            (r#"{"$ref": "http://json-schema.org/draft-07/schema#"}"#, "is not a JSON Pointer"),
            (r##"{"$ref": "#/definitions/none"}"##, "is not a JSON Pointer"),
            (r##"{"$dynamicRef": "#a"}"##, "$dynamicRef"),
            (inner_id, "$id"),
        ];
        for (schema, expected) in cases {
            let refused = refusal(schema);
            assert!(refused.contains(expected), "{schema}: {refused}");
        }
    }

    #[test]
    fn a_schema_has_limits_also_in_what_it_unfolds_to() {
        let nested = |depth: usize| format!("{}true{}", r#"{"not":"#.repeat(depth), "}".repeat(depth));
        check_schema(&nested(METASCHEMA_DEPTH_MAX - 1)).expect("the deepest");
        assert!(refusal(&nested(METASCHEMA_DEPTH_MAX)).contains("levels"));

        let wide = |values: usize| {
            format!(r#"{{"enum": [{}]}}"#, (2..values).map(|n| n.to_string()).collect::<Vec<_>>().join(","))
        };
        check_schema(&wide(METASCHEMA_VALUES_MAX)).expect("the widest");
        assert!(refusal(&wide(METASCHEMA_VALUES_MAX + 1)).contains("values"));

        let patterns = |count: usize| {
            let names: Vec<String> = (0..count).map(|n| format!(r#""^{n}$": true"#)).collect();
            format!(r#"{{"patternProperties": {{{}}}}}"#, names.join(","))
        };
        check_schema(&patterns(METASCHEMA_PATTERNS_MAX)).expect("the most");
        assert!(refusal(&patterns(METASCHEMA_PATTERNS_MAX + 1)).contains("regular expressions"));
        assert!(refusal(r#"{"pattern": "(((a{100}){100}){100}){100}"}"#).contains("a{100}"));

        let long = format!(r#"{{"description": "{}"}}"#, "x".repeat(METASCHEMA_BYTES_MAX));
        assert!(refusal(&long).contains("is longer than"));
    }

    #[test]
    fn references_that_double_are_counted_and_not_unfolded() {
        let mut doubling = String::from(r##"{"$ref": "#/d0""##);
        for level in 0..14 {
            let next = level + 1;
            write!(doubling, r##", "d{level}": {{"allOf": [{{"$ref": "#/d{next}"}}, {{"$ref": "#/d{next}"}}]}}"##)
                .expect("a text takes text");
        }
        doubling.push_str(r#", "d14": true}"#);
        let started = Instant::now();
        let refused = refusal(&doubling);
        assert!(refused.contains("values") || refused.contains("levels"), "{refused}");
        assert!(started.elapsed() < Duration::from_secs(1));
    }

    #[test]
    fn a_pattern_that_backtracking_would_never_finish_is_linear() {
        let schema = r#"{"properties": {"a": {"pattern": "^(a+)+$"}}}"#;
        let hostile = metadata(&format!(r#"{{"a": "{}!"}}"#, "a".repeat(50_000)));
        let started = Instant::now();
        assert!(!allows(schema, &hostile).expect("a schema"));
        assert!(started.elapsed() < Duration::from_secs(5));
    }
}
