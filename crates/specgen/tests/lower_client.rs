//! What Progenitor gets to see, and what comes out.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use specgen::{Diagnostics, ir, lower, render_client};

fn contract() -> ir::Contract {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/front");
    let mut read = |path: &Path| fs::read_to_string(directory.join(path));
    specgen::checked(Path::new("openapi.yaml"), &mut read).expect("the contract is sound").1
}

fn lowered() -> Value {
    ir::render(&lower::lower(&contract(), &mut Diagnostics::default()).contract)
}

#[test]
fn operations_are_named_by_module_and_in_snake_case() {
    let lowered = lowered();
    assert_eq!(lowered["paths"]["/api/v1/echo"]["post"]["operationId"], "elastic_echo");
}

#[test]
fn a_path_parameter_gives_way_to_a_query_parameter_of_its_name() {
    let lowered = lowered();
    let get = &lowered["paths"]["/api/v1/users/{path_user}"]["get"];
    let names: Vec<_> =
        get["parameters"].as_array().into_iter().flatten().map(|parameter| &parameter["name"]).collect();
    assert_eq!(names, ["path_user", "user", "X-Trace"]);
}

#[test]
fn there_is_one_success_and_one_failure() {
    let lowered = lowered();
    let get = &lowered["paths"]["/api/v1/users/{path_user}"]["get"];
    let responses = get["responses"].as_object().expect("there are responses");
    assert_eq!(responses.keys().collect::<Vec<_>>(), ["200", "4XX", "5XX"]);
    assert!(responses["4XX"]["content"]["application/json"].is_object(), "`+json` is JSON: {}", responses["4XX"]);
    let description = get["description"].as_str().expect("it is described");
    assert!(description.contains("`202`"), "what is left out is said: {description}");
}

#[test]
fn schemas_keep_types_and_lose_constraints() {
    let lowered = lowered();
    let user = &lowered["components"]["schemas"]["ElasticCloudUser"]["properties"];
    assert_eq!(user["name"], json!({ "type": "string" }), "a name for a plain string is no type");
    assert_eq!(user["level"], json!({ "type": "string", "enum": ["low", "high"] }));
    assert_eq!(user["order"], json!({ "type": "string" }), "values without letters give no variants' names");
    assert_eq!(user["tags"], json!({ "type": "array", "items": { "type": "string" } }));
    assert_eq!(user["score"], json!({ "type": "number" }));
    let manager = json!({ "nullable": true, "allOf": [{ "$ref": "#/components/schemas/ElasticCloudManager" }] });
    assert_eq!(user["manager"], manager, "null is said where the value is required");
}

#[test]
fn merge_patches_have_three_states() {
    let client =
        render_client::render_client(&contract(), None, &mut Diagnostics::default()).expect("there is a client").text;
    for line in [
        "pub struct ElasticCloudUserPatch {",
        "pub name: Field<::std::string::String>,",
        "#[serde(rename = \"type\")]",
        "pub inner: Field<ElasticCloudInnerPatch>,",
        "pub counts: Field<::std::vec::Vec<i32>>,",
    ] {
        assert!(client.contains(line), "{line} is not in the client");
    }
    assert!(
        client.contains("TryInto<crate::generated::patches::ElasticCloudUserPatch>"),
        "the operation takes the patch"
    );
}

#[test]
fn a_client_is_kept_while_its_view_of_the_contract_stays() {
    let made = |kept: Option<&render_client::Client>| {
        render_client::render_client(&contract(), kept, &mut Diagnostics::default()).expect("there is a client")
    };
    let first = made(None);
    let kept = render_client::Client { text: "kept".to_owned(), ..first.clone() };
    assert_eq!(made(Some(&kept)), kept);
    let other = render_client::Client { view: "another".to_owned(), ..kept };
    assert_eq!(made(Some(&other)), first);
}
