//! The three proofs that the generated layer is the contract: the contract survives the generator's reading, the server
//! registers exactly its operations, and (in [`models`]) every model says the same in the server and in the client.

mod client_cannot_tell;
mod models;

use std::collections::BTreeSet;
use std::path::Path;

use roster::generated;
use serde_json::{Value, json};
use specgen::bundle::Bundle;
use specgen::{Diagnostics, ir};

use crate::support::http::Request;
use crate::support::server::TestServer;

fn bundle() -> Bundle {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("spec/openapi.yaml");
    let mut found = Diagnostics::default();
    let bundle = Bundle::load(&spec, &mut |path| std::fs::read_to_string(path), &mut found);
    bundle.expect("the contract can be read")
}

fn contract() -> ir::Contract {
    ir::parse(&bundle(), &mut Diagnostics::default()).expect("the contract is understood")
}

/// The contract as it is served.
fn document() -> Value {
    serde_json::from_str(include_str!("../generated/openapi.json")).expect("the bundled contract is JSON")
}

#[test]
fn the_contract_rendered_back_is_the_contract() {
    assert_eq!(ir::prove_round_trip(&bundle()), Ok(()));
    assert!(ir::same_json(&bundle().document, &document()), "generated/openapi.json is the contract, bundled");
}

#[test]
fn the_operations_of_the_server_are_those_of_the_contract() {
    let of_contract: BTreeSet<_> = specgen::sample_paths(&contract())
        .into_iter()
        .map(|sample| (sample.module, sample.method.to_owned(), sample.template, sample.operation))
        .collect();
    let of_server: BTreeSet<_> = generated::server::operations()
        .map(|it| (it.module.to_owned(), it.method.to_owned(), it.path.to_owned(), it.id.to_owned()))
        .collect();
    assert_eq!(of_server, of_contract);
}

#[test]
fn every_path_of_the_contract_is_served_with_exactly_its_methods() {
    let server = TestServer::start();
    let samples = specgen::sample_paths(&contract());
    let templates: BTreeSet<&str> = samples.iter().map(|sample| sample.template.as_str()).collect();
    for template in templates {
        let of_path: Vec<_> = samples.iter().filter(|sample| sample.template == template).collect();
        let mut wanted: BTreeSet<&str> = of_path.iter().map(|sample| sample.method).collect();
        wanted.insert("OPTIONS");
        if wanted.contains("GET") {
            wanted.insert("HEAD");
        }
        let answer = Request::new("OPTIONS", &of_path[0].path).send(server.address());
        assert_eq!(answer.status, 204, "OPTIONS {template}");
        let allow = answer.header("allow").expect("OPTIONS is answered with Allow");
        assert_eq!(allow.split(", ").collect::<BTreeSet<_>>(), wanted, "{template}");
    }
}

#[test]
fn every_secured_operation_asks_for_credentials_and_no_other_does() {
    let server = TestServer::start();
    for sample in specgen::sample_paths(&contract()) {
        let operation = generated::server::operations().find(|operation| operation.id == sample.operation);
        let is_secured = operation.expect("the operations are those of the contract").secured;
        let answer = Request::new(sample.method, &sample.path).send(server.address());
        let name = format!("{} {}", sample.method, sample.path);
        assert_eq!(answer.status == 401, is_secured, "{name}: {}", answer.status);
        assert_eq!(answer.header("www-authenticate").is_some(), is_secured, "{name}");
    }
}

#[test]
fn every_action_of_the_contract_is_one_of_the_policys() {
    for operation in generated::server::operations() {
        if let Some(action) = operation.action {
            action.parse::<roster::domain::Action>().unwrap_or_else(|error| panic!("{}: {error}", operation.id));
        }
    }
}

#[test]
fn what_is_secret_has_a_type_that_logs_do_not_show() {
    const SECRET: [&str; 6] = ["password", "currentPassword", "newPassword", "credential", "secret", "token"];
    let document = document();
    let schemas = document["components"]["schemas"].as_object().expect("the contract has schemas");
    for (schema, definition) in schemas {
        for (name, member) in definition["properties"].as_object().into_iter().flatten() {
            let is_secret = SECRET.contains(&name.as_str()) && member["type"] == json!("string");
            assert!(
                !is_secret || member["format"] == json!("password"),
                "{name} of {schema} has no `format: password`"
            );
        }
    }
}
