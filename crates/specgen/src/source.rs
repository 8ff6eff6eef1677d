//! Reads one YAML (or JSON) file into a tree whose every node knows its line and column.
//!
//! Aliases, custom tags and keys that are not strings have no counterpart in OpenAPI and are refused, and so are
//! duplicate keys. Knows nothing about OpenAPI or other files.

use std::path::PathBuf;
use std::sync::Arc;

use saphyr::Scalar;
use saphyr_parser::{Event, Marker, Parser};
use serde_json::{Number, Value};

use crate::diagnostic::{Diagnostic, Position, Severity};
use crate::ir::Pointer;

/// How deep a document may nest; recursion elsewhere relies on it.
const DEPTH_MAX: usize = 100;

/// A value with its position.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// Where it was written: of a mapping's member, where its key starts.
    pub(crate) position: Position,
    /// What was written.
    pub(crate) content: Content,
}

/// What a node holds.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// Null, a boolean, a number or a string.
    Scalar(Value),
    /// Elements in order.
    Sequence(Vec<Node>),
    /// Members in order; keys are unique.
    Mapping(Vec<(String, Node)>),
}

impl Node {
    /// The member of that name, if this is a mapping that has it.
    pub(crate) fn member(&self, name: &str) -> Option<&Self> {
        match &self.content {
            Content::Mapping(members) => members.iter().find(|(key, _)| key == name).map(|(_, node)| node),
            _ => None,
        }
    }

    /// The members, if this is a mapping.
    pub(crate) fn members(&self) -> &[(String, Self)] {
        match &self.content {
            Content::Mapping(members) => members,
            _ => &[],
        }
    }

    /// The text, if this is a string.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Scalar(Value::String(text)) => Some(text),
            _ => None,
        }
    }
}

/// Reads a file's text; what is wrong with it goes to `found`. Returns nothing where there is no document to go on with.
pub(crate) fn read(file: PathBuf, text: &str, found: &mut Vec<Diagnostic>) -> Option<Node> {
    let mut builder = Builder { file: Arc::new(file), open: Vec::new(), root: None, found };
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        match event {
            Ok((event, span)) => {
                if !builder.accept(event, &span.start) {
                    return None;
                }
            }
            Err(error) => {
                builder.report(error.marker(), "yaml-syntax", format!("not readable as YAML: {}", error.info()), "");
                return None;
            }
        }
    }
    if builder.root.is_none() {
        builder.report(&Marker::new(0, 1, 0), "yaml-syntax", "the file is empty".to_owned(), "");
    }
    builder.root
}

/// A collection that is still being read.
struct Open {
    node: Node,
    /// The key that waits for its value, with its position.
    key: Option<(String, Position)>,
    /// Whether that key was there before: its value is read and dropped.
    repeated: bool,
}

struct Builder<'a> {
    file: Arc<PathBuf>,
    open: Vec<Open>,
    root: Option<Node>,
    found: &'a mut Vec<Diagnostic>,
}

impl Builder<'_> {
    /// Takes one event; false where reading cannot go on.
    fn accept(&mut self, event: Event<'_>, mark: &Marker) -> bool {
        match event {
            Event::DocumentStart(_) if self.root.is_some() => {
                self.report(
                    mark,
                    "yaml-documents",
                    "a second document starts here".to_owned(),
                    "write one document per file",
                );
                return false;
            }
            Event::Scalar(text, style, _, tag) => {
                let value = Scalar::parse_from_cow_and_metadata(text, style, tag.as_ref());
                if let Some(value) = value.and_then(json) {
                    self.accept_scalar(value, mark);
                } else {
                    let help = "write a plain string, number, boolean or null";
                    self.report(mark, "yaml-scalar", "this scalar has no JSON value".to_owned(), help);
                    self.accept_scalar(Value::Null, mark);
                }
            }
            Event::SequenceStart(..) => return self.start(Content::Sequence(Vec::new()), mark),
            Event::MappingStart(..) => return self.start(Content::Mapping(Vec::new()), mark),
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(closed) = self.open.pop() {
                    self.insert(closed.node);
                }
            }
            Event::Alias(_) => {
                let help = "write a component and refer to it with `$ref`";
                self.report(mark, "yaml-alias", "YAML aliases are not supported".to_owned(), help);
                self.accept_scalar(Value::Null, mark);
            }
            _ => {}
        }
        true
    }

    fn start(&mut self, content: Content, mark: &Marker) -> bool {
        if self.open.len() >= DEPTH_MAX {
            self.report(
                mark,
                "too-deep",
                format!("more than {DEPTH_MAX} levels of nesting"),
                "move parts into components",
            );
            return false;
        }
        if self.waits_for_key() {
            self.report(mark, "yaml-key", "a key must be a string".to_owned(), "");
            return false;
        }
        let node = Node { position: self.position(mark), content };
        self.open.push(Open { node, key: None, repeated: false });
        true
    }

    fn waits_for_key(&self) -> bool {
        self.open.last().is_some_and(|open| open.key.is_none() && matches!(open.node.content, Content::Mapping(_)))
    }

    fn accept_scalar(&mut self, value: Value, mark: &Marker) {
        let position = self.position(mark);
        if !self.waits_for_key() {
            self.insert(Node { position, content: Content::Scalar(value) });
            return;
        }
        // A status code is the one key that people write without quotes.
        let key = match value {
            Value::String(key) => key,
            other => other.to_string(),
        };
        let repeated = self.open.last().is_some_and(|open| open.node.member(&key).is_some());
        if repeated {
            let help = "the second value would replace the first: remove one of them";
            self.report(mark, "duplicate-key", format!("the key `{key}` stands twice in this mapping"), help);
        }
        if let Some(open) = self.open.last_mut() {
            open.key = Some((key, position));
            open.repeated = repeated;
        }
    }

    fn insert(&mut self, mut node: Node) {
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        match &mut open.node.content {
            Content::Sequence(elements) => elements.push(node),
            Content::Mapping(members) => {
                if let Some((key, position)) = open.key.take()
                    && !open.repeated
                {
                    node.position = position;
                    members.push((key, node));
                }
            }
            Content::Scalar(_) => {}
        }
    }

    fn position(&self, mark: &Marker) -> Position {
        Position { file: Arc::clone(&self.file), line: mark.line(), column: mark.col() + 1 }
    }

    fn report(&mut self, mark: &Marker, rule: &'static str, message: String, help: &str) {
        let position = self.position(mark);
        let pointer = Pointer::default();
        self.found.push(Diagnostic {
            severity: Severity::Error,
            rule,
            position,
            pointer,
            message,
            help: help.to_owned(),
        });
    }
}

fn json(scalar: Scalar<'_>) -> Option<Value> {
    Some(match scalar {
        Scalar::Null => Value::Null,
        Scalar::Boolean(value) => Value::Bool(value),
        Scalar::Integer(value) => Value::Number(value.into()),
        Scalar::FloatingPoint(value) => Value::Number(Number::from_f64(value.into_inner())?),
        Scalar::String(text) => Value::String(text.into_owned()),
    })
}
