//! What is asked of the server, as data: one row per workload, each a request with placeholders.
//! Must not know how requests are sent, measured or compared. A new workload is a new row.

use std::net::SocketAddr;

use crate::http_load::Batch;

/// What a request does to the directory, which decides the limits that it is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// Reads one user.
    Read,
    /// Changes one field of one user, durably and with an audit record.
    Update,
    /// Creates a user, durably and with an audit record.
    Create,
}

/// One row of the benchmark.
#[derive(Debug)]
pub(crate) struct Workload {
    /// Dialect and operation, as the report shows them.
    pub(crate) name: &'static str,
    pub(crate) deed: Deed,
    pub(crate) request: RequestTemplate,
}

/// A request in which `{word}` stands for a value: `{admin}` the administrator's key, `{serial}` a number that no other
/// request of the run has; `{id}`, `{uuid}`, `{username}`, `{email}` and `{key}` of the user that the request is about.
#[derive(Debug)]
pub(crate) struct RequestTemplate {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    /// The header line with the caller's key.
    pub(crate) credential: &'static str,
    /// The JSON body, empty for none.
    pub(crate) body: &'static str,
    pub(crate) expected_status: u16,
}

/// A seeded user, in all the words that the dialects have for it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Subject {
    pub(crate) id: String,
    pub(crate) uuid: String,
    pub(crate) username: String,
    pub(crate) email: String,
    /// An API key of the user's own.
    pub(crate) key: String,
}

const BEARER: &str = "authorization: Bearer {admin}";
const X_AUTH_TOKEN: &str = "x-auth-token: {admin}";
const OWN_KEY: &str = "authorization: ApiKey {key}";

/// Every workload, those that let the directory grow last.
pub(crate) const WORKLOADS: &[Workload] = &[
    Workload {
        name: "lakesail DescribeUser",
        deed: Deed::Read,
        request: RequestTemplate {
            method: "GET",
            path: "/api/org/v1/users/{id}",
            credential: BEARER,
            body: "",
            expected_status: 200,
        },
    },
    Workload {
        name: "elastic get-current-user",
        deed: Deed::Read,
        request: RequestTemplate {
            method: "GET",
            path: "/api/v1/user",
            credential: OWN_KEY,
            body: "",
            expected_status: 200,
        },
    },
    Workload {
        name: "frontier GetUser",
        deed: Deed::Read,
        request: RequestTemplate {
            method: "GET",
            path: "/v1beta1/users/{uuid}",
            credential: BEARER,
            body: "",
            expected_status: 200,
        },
    },
    Workload {
        name: "wavefront getUser",
        deed: Deed::Read,
        request: RequestTemplate {
            method: "GET",
            path: "/api/v2/user/{email}",
            credential: X_AUTH_TOKEN,
            body: "",
            expected_status: 200,
        },
    },
    Workload {
        name: "lakesail UpdateUser",
        deed: Deed::Update,
        request: RequestTemplate {
            method: "PATCH",
            path: "/api/org/v1/users/{id}",
            credential: BEARER,
            body: r#"{"displayName":"Name {serial}"}"#,
            expected_status: 200,
        },
    },
    Workload {
        name: "elastic update-current-user",
        deed: Deed::Update,
        request: RequestTemplate {
            method: "PATCH",
            path: "/api/v1/user",
            credential: OWN_KEY,
            body: r#"{"full_name":"Name {serial}","security":{},"user_name":"{username}"}"#,
            expected_status: 200,
        },
    },
    Workload {
        name: "frontier UpdateUser",
        deed: Deed::Update,
        request: RequestTemplate {
            method: "PUT",
            path: "/v1beta1/users/{uuid}",
            credential: BEARER,
            body: r#"{"email":"{email}","title":"Name {serial}","metadata":{}}"#,
            expected_status: 200,
        },
    },
    Workload {
        name: "wavefront updateUser",
        deed: Deed::Update,
        request: RequestTemplate {
            method: "PUT",
            path: "/api/v2/user/{email}",
            credential: X_AUTH_TOKEN,
            body: r#"{"identifier":"{email}","ssoId":"sso-{serial}"}"#,
            expected_status: 200,
        },
    },
    Workload {
        name: "lakesail CreateUser",
        deed: Deed::Create,
        request: RequestTemplate {
            method: "POST",
            path: "/api/org/v1/users",
            credential: BEARER,
            body: CREATE_BODY,
            expected_status: 201,
        },
    },
    Workload {
        name: "frontier CreateUser",
        deed: Deed::Create,
        request: RequestTemplate {
            method: "POST",
            path: "/v1beta1/users",
            credential: BEARER,
            body: r#"{"name":"c{serial}","email":"c{serial}@bench.example","title":"Name {serial}"}"#,
            expected_status: 200,
        },
    },
    Workload {
        name: "wavefront createUser",
        deed: Deed::Create,
        request: RequestTemplate {
            method: "POST",
            path: "/api/v2/user?sendEmail=false",
            credential: X_AUTH_TOKEN,
            body: r#"{"emailAddress":"c{serial}@bench.example","groups":[],"userGroups":[]}"#,
            expected_status: 200,
        },
    },
];

const CREATE_BODY: &str = concat!(
    r#"{"username":"c{serial}","email":"c{serial}@bench.example","#,
    r#""firstName":"First","lastName":"Last","displayName":"Name {serial}"}"#
);

/// Makes batches of requests; with the same seed and the same calls, the same batches.
#[derive(Debug)]
pub(crate) struct RequestMaker {
    address: SocketAddr,
    admin_key: String,
    choice: fastrand::Rng,
    serial: u64,
}

impl RequestMaker {
    pub(crate) fn new(address: SocketAddr, admin_key: String, seed: u64) -> Self {
        RequestMaker { address, admin_key, choice: fastrand::Rng::with_seed(seed), serial: 0 }
    }

    /// The serial number of the request made last, as it stands in the request.
    pub(crate) fn last_serial(&self) -> String {
        serial_text(self.serial)
    }

    /// As many requests as asked for, each about a user picked at random.
    pub(crate) fn batch(&mut self, template: &RequestTemplate, subjects: &[Subject], count: usize) -> Batch {
        let mut batch = Batch::default();
        for _ in 0..count {
            let subject = self.choice.choice(subjects).cloned().unwrap_or_default();
            self.push(&mut batch, template, &subject);
        }
        batch
    }

    /// One request about each user, in their order.
    pub(crate) fn batch_of_each(&mut self, template: &RequestTemplate, subjects: &[Subject]) -> Batch {
        let mut batch = Batch::default();
        for subject in subjects {
            self.push(&mut batch, template, subject);
        }
        batch
    }

    fn push(&mut self, batch: &mut Batch, template: &RequestTemplate, subject: &Subject) {
        self.serial += 1;
        let request = self.render(template, subject);
        batch.push(template.expected_status, |bytes| bytes.extend_from_slice(request.as_bytes()));
    }

    fn render(&self, template: &RequestTemplate, subject: &Subject) -> String {
        let serial = serial_text(self.serial);
        let fill = |text: &str| {
            text.replace("{admin}", &self.admin_key)
                .replace("{serial}", &serial)
                .replace("{id}", &subject.id)
                .replace("{uuid}", &subject.uuid)
                .replace("{username}", &subject.username)
                .replace("{email}", &subject.email)
                .replace("{key}", &subject.key)
        };
        let body = fill(template.body);
        let content = match body.len() {
            0 => String::new(),
            length => format!("content-type: application/json\r\ncontent-length: {length}\r\n"),
        };
        let RequestTemplate { method, path, credential, .. } = template;
        let (path, credential, host) = (fill(path), fill(credential), self.address);
        format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\n{credential}\r\n{content}\r\n{body}")
    }
}

/// The serial has one width, so that bodies of one workload have one length.
fn serial_text(serial: u64) -> String {
    format!("{serial:010}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn maker() -> RequestMaker {
        RequestMaker::new(SocketAddr::from(([127, 0, 0, 1], 80)), "ADMIN".to_owned(), 1)
    }

    fn subject() -> Subject {
        let text = |value: &str| value.to_owned();
        Subject { id: text("ID"), uuid: text("UU-ID"), username: text("u1"), email: text("u1@x"), key: text("KEY") }
    }

    #[test]
    fn request_is_complete_http_with_the_length_of_its_filled_body() {
        let template = &WORKLOADS.iter().find(|row| row.name == "elastic update-current-user").expect("a row").request;
        let mut maker = maker();
        maker.serial = 7;
        let expected = "PATCH /api/v1/user HTTP/1.1\r\nhost: 127.0.0.1:80\r\nauthorization: ApiKey KEY\r\n\
                        content-type: application/json\r\ncontent-length: 62\r\n\r\n\
                        {\"full_name\":\"Name 0000000007\",\"security\":{},\"user_name\":\"u1\"}";
        assert_eq!(maker.render(template, &subject()), expected);
    }

    #[test]
    fn no_row_leaves_a_placeholder_and_every_body_is_json() {
        for row in WORKLOADS {
            let request = maker().render(&row.request, &subject());
            let (head, body) = request.split_once("\r\n\r\n").expect("a head ends in an empty line");
            assert!(!head.contains('{'), "{}: {head}", row.name);
            assert!(
                row.request.body.is_empty() || serde_json::from_str::<serde_json::Value>(body).is_ok(),
                "{}",
                row.name
            );
        }
    }

    #[test]
    fn names_are_unique_and_every_write_depends_on_the_serial() {
        for (index, row) in WORKLOADS.iter().enumerate() {
            assert!(WORKLOADS[..index].iter().all(|other| other.name != row.name), "{}", row.name);
            assert_eq!(row.deed != Deed::Read, row.request.body.contains("{serial}"), "{}", row.name);
        }
    }

    #[test]
    fn same_seed_picks_the_same_users() {
        let subjects: Vec<Subject> =
            (0..50).map(|index| Subject { id: index.to_string(), ..Subject::default() }).collect();
        let template = &WORKLOADS[0].request;
        let [first, second] = [(); 2].map(|()| format!("{:?}", maker().batch(template, &subjects, 20)));
        assert_eq!(first, second);
    }
}
