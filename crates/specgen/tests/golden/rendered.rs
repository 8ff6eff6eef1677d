//! Shows: pub enum LookResponse; impl rt::Respond for LookResponse

/// What `look` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum LookResponse {
    /// 200: A toy.
    Ok {
        /// The header `etag`.
        etag: String,
        /// The body.
        body: rt::Rendered<Toy>,
    },
    /// Failed.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: String,
    },
}

impl rt::Respond for LookResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok { etag, body } => {
                rt::Outgoing::status(200)
                    .header("etag", etag)
                    .rendered("application/json", body)
            }
            Self::Default { status, body } => {
                rt::Outgoing::new(status).content("text/plain", body)
            }
        }
    }
}
