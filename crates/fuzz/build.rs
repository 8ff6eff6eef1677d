//! Lists what the generated server reads, from its source: the schemas that are written again, with their place in the contract
//! and whether they are patches, and the requests of operations. So no list has to be kept by hand, and whatever is new in the contract is fuzzed.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

const MODULES: [&str; 5] = ["lakesail", "elastic", "frontier", "wavefront", "roster"];

fn main() {
    let mut lists = String::new();
    for module in MODULES {
        let path = format!("../../generated/{module}.rs");
        println!("cargo:rerun-if-changed={path}");
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("cannot read {path}: {error}"));
        let patches: Vec<&str> = implementors(&text, "rt::MergePatch").collect();
        let model = |(name, pointer)| format!("{name} {pointer:?} {}", patches.contains(&name));
        let models: Vec<String> = models(&text).map(model).collect();
        writeln!(lists, "models! {{ {module}: {} }}", models.join(", ")).expect("a text takes text");
        let requests: Vec<String> = implementors(&text, "rt::Request").map(operation).collect();
        writeln!(lists, "requests! {{ {module}: {} }}", requests.join(", ")).expect("a text takes text");
    }
    let place = env::var_os("OUT_DIR").expect("cargo says where files are made");
    fs::write(Path::new(&place).join("lists.rs"), lists).expect("the lists can be written");
}

/// The types that implement a trait of the runtime.
fn implementors<'t>(text: &'t str, name: &str) -> impl Iterator<Item = &'t str> {
    let opening = format!("impl {name} for ");
    text.lines().filter_map(move |line| line.strip_prefix(opening.as_str())?.strip_suffix(" {"))
}

/// The models that are read and written, each with the pointer to its schema.
fn models(text: &str) -> impl Iterator<Item = (&str, &str)> {
    implementors(text, "rt::Model").filter_map(move |name| {
        let (before, _) = text.split_once(&format!("pub struct {name} {{"))?;
        let (_, described) = before.rsplit_once("/// Contract: `")?;
        let (pointer, attributes) = described.split_once('`')?;
        attributes.contains("Serialize").then_some((name, pointer))
    })
}

/// The operation that a request is of, and the request.
fn operation(request: &str) -> String {
    format!("{} {request}", request.trim_end_matches("Request"))
}
