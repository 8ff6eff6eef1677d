//! The files of a contract, and what references in them lead to.
//!
//! Knows where in a document a `$ref` is a reference and where it is only data, such as in an example.

use std::io;
use std::path::{Component as Step, Path, PathBuf};

use indexmap::IndexMap;

use crate::diagnostic::{Diagnostics, Position};
use crate::source::{self, Content, Node};

/// A component by where it was written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Component {
    pub(super) file: usize,
    /// `schemas`, `responses`, ...
    pub(super) kind: String,
    /// Its name in its file.
    pub(super) name: String,
}

/// What the members of a mapping are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    /// An object of OpenAPI: `$ref` is a reference.
    Object,
    /// Names that the contract chose, each with an object of OpenAPI.
    Names,
    /// Any JSON: nothing in it means anything.
    Data,
}

impl Context {
    /// The context of a member's value.
    pub(super) fn of_member(self, key: &str) -> Self {
        match (self, key) {
            (Self::Data, _) | (Self::Object, "example" | "default" | "enum" | "value") => Self::Data,
            (Self::Names, _) => Self::Object,
            (Self::Object, key) if key.starts_with("x-") => Self::Data,
            (
                Self::Object,
                "properties" | "patternProperties" | "schemas" | "responses" | "headers" | "content" | "requestBodies"
                | "examples" | "paths" | "links" | "callbacks" | "encoding",
            ) => Self::Names,
            (Self::Object, _) => Self::Object,
        }
    }

    /// The context of a component of that kind.
    pub(super) fn of_component(kind: &str) -> Self {
        if kind.starts_with("x-") { Self::Data } else { Self::Object }
    }
}

/// Every file of a contract, the root first.
#[derive(Debug)]
pub(super) struct Files {
    files: IndexMap<PathBuf, Node>,
}

impl Files {
    /// Reads the root and every file that references lead to.
    pub(super) fn load(
        root: &Path,
        read: &mut dyn FnMut(&Path) -> io::Result<String>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let mut wanted = vec![(normalize(root), None)];
        let mut files = IndexMap::new();
        let mut is_complete = true;
        while !wanted.is_empty() {
            let (path, wanted_by) = wanted.remove(0);
            if files.contains_key(&path) {
                continue;
            }
            let Some(node) = load_file(&path, wanted_by, read, diagnostics) else {
                is_complete = false;
                continue;
            };
            each_reference(&node, Context::Object, &mut |reference, position| {
                if let Some(file) = reference.split('#').next().filter(|file| !file.is_empty()) {
                    wanted.push((resolve(&path, file), Some(position.clone())));
                }
            });
            files.insert(path, node);
        }
        is_complete.then_some(Self { files })
    }

    pub(super) fn len(&self) -> usize {
        self.files.len()
    }

    pub(super) fn paths(&self) -> Vec<PathBuf> {
        self.files.keys().cloned().collect()
    }

    pub(super) fn path(&self, file: usize) -> &Path {
        self.files.get_index(file).expect("file numbers come from this list").0
    }

    pub(super) fn node(&self, file: usize) -> &Node {
        &self.files[file]
    }

    /// The components of a file in the order in which they were written.
    pub(super) fn components(&self, file: usize) -> impl Iterator<Item = Component> {
        let kinds = self.node(file).member("components").map_or(&[][..], Node::members);
        kinds.iter().flat_map(move |(kind, components)| {
            let names = components.members().iter();
            names.map(move |(name, _)| Component { file, kind: kind.clone(), name: name.clone() })
        })
    }

    /// The node of a component.
    pub(super) fn find(&self, component: &Component) -> Option<&Node> {
        self.node(component.file).member("components")?.member(&component.kind)?.member(&component.name)
    }

    /// Where a reference of a file leads to, anywhere in any file.
    pub(super) fn follow(
        &self,
        file: usize,
        reference: &Node,
        diagnostics: &mut Diagnostics,
    ) -> Option<(usize, &Node)> {
        let (target, tokens) = self.split(file, reference, diagnostics)?;
        let mut node = self.node(target);
        for token in &tokens {
            let Some(next) = node.member(token) else {
                report_dangling(reference, diagnostics);
                return None;
            };
            node = next;
        }
        Some((target, node))
    }

    /// The component that a reference of a file leads to.
    pub(super) fn component(&self, file: usize, reference: &Node, diagnostics: &mut Diagnostics) -> Option<Component> {
        let (file, tokens) = self.split(file, reference, diagnostics)?;
        let [components, kind, name] = tokens.as_slice() else {
            report_target(reference, diagnostics);
            return None;
        };
        if components != "components" {
            report_target(reference, diagnostics);
            return None;
        }
        let component = Component { file, kind: kind.clone(), name: name.clone() };
        if self.find(&component).is_none() {
            report_dangling(reference, diagnostics);
            return None;
        }
        Some(component)
    }

    /// The file and the pointer's tokens that a reference names.
    fn split(&self, file: usize, reference: &Node, diagnostics: &mut Diagnostics) -> Option<(usize, Vec<String>)> {
        let Some((path, fragment)) = reference.text().and_then(|text| text.split_once('#')) else {
            report_target(reference, diagnostics);
            return None;
        };
        let target =
            if path.is_empty() { Some(file) } else { self.files.get_index_of(&resolve(self.path(file), path)) };
        let Some(target) = target else {
            report_dangling(reference, diagnostics);
            return None;
        };
        Some((target, fragment.split('/').skip(1).map(unescape).collect()))
    }
}

fn report_dangling(reference: &Node, diagnostics: &mut Diagnostics) {
    let text = reference.text().unwrap_or_default();
    let message = format!("`{text}` leads to nothing");
    diagnostics.error_at(&reference.position, "dangling-ref", message, "check the file, the kind and the name");
}

fn report_target(reference: &Node, diagnostics: &mut Diagnostics) {
    let message = "this reference does not lead to a component";
    let help = "write `#/components/<kind>/<name>`, after the file's name where it is another file";
    diagnostics.error_at(&reference.position, "ref-target", message, help);
}

fn load_file(
    path: &Path,
    wanted_by: Option<Position>,
    read: &mut dyn FnMut(&Path) -> io::Result<String>,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    let text = match read(path) {
        Ok(text) => text,
        Err(error) => {
            let here = Position { file: path.to_owned().into(), line: 1, column: 1 };
            let message = format!("cannot read `{}`: {error}", path.display());
            let position = wanted_by.unwrap_or(here);
            diagnostics.error_at(&position, "unreadable-file", message, "");
            return None;
        }
    };
    let mut found = Vec::new();
    let node = source::read(path.to_owned(), &text, &mut found);
    for diagnostic in found {
        diagnostics.push(diagnostic);
    }
    node
}

fn each_reference(node: &Node, context: Context, visit: &mut dyn FnMut(&str, &Position)) {
    match &node.content {
        Content::Scalar(_) => {}
        Content::Sequence(elements) => elements.iter().for_each(|element| each_reference(element, context, visit)),
        Content::Mapping(members) => {
            for (key, member) in members {
                match member.text() {
                    Some(reference) if key == "$ref" && context == Context::Object => {
                        visit(reference, &member.position)
                    }
                    _ => each_reference(member, context.of_member(key), visit),
                }
            }
        }
    }
}

/// `elastic.yaml` and `User` give `ElasticUser`.
pub(super) fn bundled_name(file: &Path, name: &str) -> String {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let words = stem.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let capitalized = words.map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    capitalized.chain([name.to_owned()]).collect()
}

/// One token of a JSON Pointer as it was before escaping.
pub(super) fn unescape(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// The path of a file that another one refers to.
fn resolve(from: &Path, reference: &str) -> PathBuf {
    normalize(&from.parent().unwrap_or(Path::new("")).join(reference))
}

/// Removes `.` and `..` from a path by its text alone.
fn normalize(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for step in path.components() {
        match step {
            Step::CurDir => {}
            Step::ParentDir if normal.file_name().is_some() => {
                normal.pop();
            }
            _ => normal.push(step),
        }
    }
    normal
}
