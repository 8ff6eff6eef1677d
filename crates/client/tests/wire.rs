//! What the client sends and how it reads answers, against a server that answers one request with given bytes.

use roster_client::{Error, Field, connect, patches, types};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Serves one answer; gives the server's URL and, when it is done, the request as it was sent.
async fn serve(status: &'static str, body: &'static str) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let url = format!("http://{}", listener.local_addr().expect("it is bound"));
    let request = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("the client connects");
        let mut request = Vec::new();
        while !is_complete(&request) {
            let read = stream.read_buf(&mut request).await.expect("the client sends");
            assert!(read > 0, "the client hung up");
        }
        let length = body.len();
        let answer = format!(
            "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        );
        stream.write_all(answer.as_bytes()).await.expect("the client reads");
        String::from_utf8(request).expect("the request is text")
    });
    (url, request)
}

fn is_complete(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request).to_lowercase();
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
    length.is_none_or(|length| length.trim().parse() == Ok(body.len()))
}

#[tokio::test]
async fn a_merge_patch_can_send_null_and_leave_out() {
    let (url, request) =
        serve("401 Unauthorized", r#"{"errors":[{"code":"root.unauthenticated","message":"No."}]}"#).await;
    let client = connect(&url, "secret").expect("there is a client");
    let security = patches::ElasticUserSecurityPatch { roles: Field::Value(Vec::new()), ..Default::default() };
    let patch = patches::ElasticUserPatch { email: Field::Null, security: security.into(), ..Default::default() };
    let failure = client.elastic_update_current_user().body(patch).send().await.expect_err("it is refused");

    let Error::ErrorResponse(failure) = failure else { panic!("the failure has a type: {failure}") };
    assert_eq!(failure.status().as_u16(), 401);
    assert_eq!(failure.errors[0].code, "root.unauthenticated");

    let request = request.await.expect("it was received");
    assert!(request.starts_with("PATCH /api/v1/user HTTP/1.1\r\n"), "{request}");
    assert!(request.contains("authorization: Bearer secret\r\n"), "{request}");
    assert!(request.ends_with(r#"{"email":null,"security":{"roles":[]}}"#), "{request}");
}

#[tokio::test]
async fn a_form_is_sent_as_a_form_and_a_path_is_encoded() {
    let (url, request) = serve("404 Not Found", "{}").await;
    let client = connect(&url, "secret").expect("there is a client");
    let call = client.wavefront_grant_user_permission().id("a+b/c@example.org");
    drop(call.body_map(|form| form.group(types::WavefrontPermission::UserManagement)).send().await);

    let request = request.await.expect("it was received");
    assert!(request.starts_with("POST /api/v2/user/a+b%2Fc@example.org/grant "), "{request}");
    assert!(request.contains("content-type: application/x-www-form-urlencoded\r\n"), "{request}");
    assert!(request.ends_with("\r\n\r\ngroup=user_management"), "{request}");
}
