//! Makes one document of a contract's files.
//!
//! Path items are taken in place of the references to them; components stay components. The root file's keep their names;
//! a component `User` of `elastic.yaml` is called `ElasticUser`, so names never collide. Knows where references may stand,
//! and no more of OpenAPI than that.

mod files;

use std::collections::{HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::diagnostic::{Diagnostics, Spans};
use crate::ir::Pointer;
use crate::source::{Content, Node};
use files::{Component, Context, Files, bundled_name};

/// How many references to path items may lead to each other.
const PATH_REFERENCES_MAX: usize = 8;

/// A contract as one document.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// The document, members in the order in which they were written.
    pub document: Value,
    /// Where everything in it was written.
    pub spans: Arc<Spans>,
    /// The files it was read from, the root first.
    pub files: Vec<PathBuf>,
}

impl Bundle {
    /// Reads the contract whose root is `path`. Findings go to `diagnostics`, which afterwards know where pointers stand.
    /// Returns nothing where a file cannot be read or is not YAML.
    pub fn load(
        path: &Path,
        read: &mut dyn FnMut(&Path) -> io::Result<String>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let files = Files::load(path, read, diagnostics)?;
        let mut bundler = Bundler::new(&files, diagnostics);
        let document = bundler.bundle();
        let spans = Arc::new(bundler.spans);
        diagnostics.set_spans(Arc::clone(&spans));
        Some(Self { document, spans, files: files.paths() })
    }
}

struct Bundler<'a> {
    files: &'a Files,
    diagnostics: &'a mut Diagnostics,
    spans: Spans,
    /// Components to be taken over, in the order in which they were met.
    queue: Vec<Component>,
    met: HashSet<Component>,
    /// Where the path items came from, to find those that nothing refers to.
    path_items: HashSet<(usize, String)>,
}

impl<'a> Bundler<'a> {
    fn new(files: &'a Files, diagnostics: &'a mut Diagnostics) -> Self {
        let (spans, queue, met, path_items) = Default::default();
        Self { files, diagnostics, spans, queue, met, path_items }
    }

    fn bundle(&mut self) -> Value {
        let root = self.files.node(0);
        self.spans.insert(Pointer::default(), root.position.clone());
        let mut document = Map::new();
        for (key, node) in root.members() {
            let at = Pointer::default().child(key);
            let value = match key.as_str() {
                "paths" => self.paths(node, &at),
                // The components follow when it is known which ones are needed; this keeps their place.
                "components" => Value::Null,
                _ => self.copy(0, node, &at, Context::Object.of_member(key)),
            };
            document.insert(key.clone(), value);
        }
        self.meet_root_components();
        if let Some(components) = self.components() {
            document.insert("components".to_owned(), components);
        } else {
            document.shift_remove("components");
        }
        self.report_unused();
        Value::Object(document)
    }

    fn paths(&mut self, paths: &'a Node, at: &Pointer) -> Value {
        self.spans.insert(at.clone(), paths.position.clone());
        let mut items = Map::new();
        for (template, node) in paths.members() {
            let at = at.child(template);
            let item = self.path_item(0, node, &at);
            items.insert(template.clone(), item);
        }
        Value::Object(items)
    }

    /// Copies a path item, following the reference it may be.
    fn path_item(&mut self, file: usize, node: &'a Node, at: &Pointer) -> Value {
        let (mut file, mut node) = (file, node);
        for _ in 0..PATH_REFERENCES_MAX {
            let Some(reference) = node.member("$ref") else {
                return self.copy(file, node, at, Context::Object);
            };
            if node.members().len() > 1 {
                let help = "OpenAPI leaves undefined what members beside a `$ref` mean: move them into the path item";
                self.diagnostics.error_at(
                    &node.position,
                    "ref-siblings",
                    "a path item has members beside its `$ref`",
                    help,
                );
            }
            let Some((next_file, next)) = self.files.follow(file, reference, self.diagnostics) else {
                return Value::Object(Map::new());
            };
            if let Some(template) = reference.text().and_then(|text| text.rsplit('/').next()) {
                self.path_items.insert((next_file, files::unescape(template)));
            }
            (file, node) = (next_file, next);
        }
        let message = "the references to path items lead in a circle";
        self.diagnostics.error_at(&node.position, "ref-circle", message, "");
        Value::Object(Map::new())
    }

    fn copy(&mut self, file: usize, node: &Node, at: &Pointer, context: Context) -> Value {
        self.spans.insert(at.clone(), node.position.clone());
        match &node.content {
            Content::Scalar(value) => value.clone(),
            Content::Sequence(elements) => {
                let copies = elements
                    .iter()
                    .enumerate()
                    .map(|(index, element)| self.copy(file, element, &at.child(index), context));
                Value::Array(copies.collect())
            }
            Content::Mapping(members) => {
                let mut copy = Map::new();
                for (key, member) in members {
                    let at = at.child(key);
                    let value = if key == "$ref" && context == Context::Object {
                        self.spans.insert(at, member.position.clone());
                        self.reference(file, member)
                    } else {
                        self.copy(file, member, &at, context.of_member(key))
                    };
                    copy.insert(key.clone(), value);
                }
                Value::Object(copy)
            }
        }
    }

    /// The reference as it reads in the bundled document.
    fn reference(&mut self, file: usize, node: &Node) -> Value {
        match self.files.component(file, node, self.diagnostics) {
            Some(component) => {
                let text = format!("#/components/{}/{}", component.kind, self.files.bundled_name(&component));
                self.meet(component);
                Value::String(text)
            }
            // Said already; the text stays, so that later passes see a reference.
            None => node.text().map_or(Value::Null, Value::from),
        }
    }

    fn meet(&mut self, component: Component) {
        if self.met.insert(component.clone()) {
            self.queue.push(component);
        }
    }

    /// The root's components are all part of the contract, referred to or not.
    fn meet_root_components(&mut self) {
        for component in self.files.components(0) {
            self.meet(component);
        }
    }

    /// Copies everything in the queue, which grows meanwhile, and puts it in order.
    fn components(&mut self) -> Option<Value> {
        let mut copies = HashMap::new();
        while let Some(component) = self.queue.pop() {
            let at = Pointer(format!("/components/{}", component.kind)).child(self.files.bundled_name(&component));
            if let Some(node) = self.files.find(&component) {
                let value = self.copy(component.file, node, &at, Context::of_component(&component.kind));
                copies.insert(component, value);
            }
        }
        let mut kinds = Map::new();
        for component in (0..self.files.len()).flat_map(|file| self.files.components(file)) {
            let Some(value) = copies.remove(&component) else { continue };
            let name = self.files.bundled_name(&component);
            let kind = kinds.entry(component.kind.clone()).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(members) = kind
                && members.insert(name.clone(), value).is_some()
                && let Some(node) = self.files.find(&component)
            {
                let message = format!("two components are called `{name}` in the bundled document");
                let help = "a dialect's component takes the file's name as its prefix: rename one of the two";
                self.diagnostics.error_at(&node.position, "component-collision", message, help);
            }
        }
        (!kinds.is_empty()).then_some(Value::Object(kinds))
    }

    /// Warns about what was read and is in nobody's way, but has no effect either.
    fn report_unused(&mut self) {
        for file in 1..self.files.len() {
            for (key, node) in self.files.node(file).members() {
                if !matches!(key.as_str(), "paths" | "components") && !key.starts_with("x-") {
                    let message = format!("`{key}` of a file other than the root has no effect");
                    self.diagnostics.warning_at(&node.position, "unused-member", message, "write it in the root file");
                }
            }
            for (template, node) in self.files.node(file).member("paths").map_or(&[][..], Node::members) {
                if !self.path_items.contains(&(file, template.clone())) {
                    let message = format!("the root file does not refer to the path `{template}`");
                    let help =
                        "its operations are not part of the contract: add a `$ref` to it under the root's `paths`";
                    self.diagnostics.warning_at(&node.position, "unused-path", message, help);
                }
            }
            for component in self.files.components(file).filter(|component| !self.met.contains(component)) {
                if let Some(node) = self.files.find(&component) {
                    let message =
                        format!("nothing refers to the component `{}` of `{}`", component.name, component.kind);
                    self.diagnostics.warning_at(
                        &node.position,
                        "unused-component",
                        message,
                        "remove it, or refer to it",
                    );
                }
            }
        }
    }
}

impl Files {
    /// A component's name in the bundled document.
    fn bundled_name(&self, component: &Component) -> String {
        if component.file == 0 {
            return component.name.clone();
        }
        bundled_name(self.path(component.file), &component.name)
    }
}
