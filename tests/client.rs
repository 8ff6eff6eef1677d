//! The generated client against the real server: typed answers, typed failures, and null in a merge patch.

use roster_client::{Client, Error, Field, connect, patches, types};

use crate::support::server::{ADMIN_KEY, READONLY_KEY, TestServer};

fn client(server: &TestServer, key: &str) -> Client {
    connect(&format!("http://{}", server.address()), key).expect("a client can be made")
}

async fn create_ada(admin: &Client) -> types::LakesailUser {
    let created = admin.lakesail_create_user().body_map(|user| {
        user.username("ada").email("ada@example.org").first_name("Ada").last_name("Lovelace").display_name("Ada")
    });
    created.send().await.expect("ada can be created").into_inner()
}

async fn key_of(admin: &Client, user: &str) -> String {
    let minted = admin.roster_create_user_key().user(user).body_map(|key| key.description("test")).send().await;
    minted.expect("a key can be minted").into_inner().key
}

#[tokio::test(flavor = "multi_thread")]
async fn a_user_created_in_one_dialect_is_read_in_the_others() {
    let server = tokio::task::block_in_place(TestServer::start);
    let admin = client(&server, ADMIN_KEY);
    let created = create_ada(&admin).await;

    let described =
        admin.lakesail_describe_user().user(&created.id).send().await.expect("lakesail has her").into_inner();
    assert_eq!(described, created);
    let through_frontier = admin.frontier_get_user().id("ada").send().await.expect("frontier has her").into_inner();
    assert_eq!(through_frontier.user.email, "ada@example.org");
    let through_wavefront = admin.wavefront_get_user().id("ada@example.org").send().await.expect("wavefront has her");
    assert_eq!(through_wavefront.identifier, "ada@example.org");
    let ada = client(&server, &key_of(&admin, "ada").await);
    let through_elastic = ada.elastic_get_current_user().send().await.expect("elastic has her").into_inner();
    assert_eq!(through_elastic.full_name.as_deref(), Some("Ada"));
    tokio::task::block_in_place(|| drop(server));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merge_patch_tells_null_from_absent() {
    let server = tokio::task::block_in_place(TestServer::start);
    let admin = client(&server, ADMIN_KEY);
    create_ada(&admin).await;
    let ada = client(&server, &key_of(&admin, "ada").await);

    let patch = patches::ElasticUserPatch { full_name: Field::Null, ..Default::default() };
    let patched =
        ada.elastic_update_current_user().body(patch).send().await.expect("she may change herself").into_inner();
    assert_eq!(patched.full_name, None, "null removes");
    assert_eq!(patched.email.as_deref(), Some("ada@example.org"), "absent keeps");
    tokio::task::block_in_place(|| drop(server));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_is_a_typed_failure() {
    let server = tokio::task::block_in_place(TestServer::start);
    let readonly = client(&server, READONLY_KEY);
    let refused = readonly.wavefront_invite_users().body(Vec::new()).send().await.expect_err("readonly invites nobody");
    let Error::ErrorResponse(answer) = refused else { panic!("not a declared failure: {refused}") };
    assert_eq!(answer.status(), 403);
    assert_eq!(answer.into_inner().status.result.to_string(), "ERROR");
    tokio::task::block_in_place(|| drop(server));
}
