//! Shows: pub enum LookResponse; impl From<Failure> for DropResponse; pub struct Conflict; impl rt::Respond for Conflict

/// What `look` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum LookResponse {
    /// 200: A toy.
    Ok {
        /// The header `etag`.
        etag: String,
        /// The header `x-age`.
        x_age: Option<i64>,
        /// The body.
        body: String,
    },
    /// 409: In use.
    Conflict(Conflict),
    /// 4XX: Your fault.
    ClientError {
        /// The status.
        status: rt::ClientErrorStatus,
        /// The body.
        body: String,
    },
    /// Failed.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: String,
    },
}

impl From<Failure> for DropResponse {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NotFound(body) => Self::NotFound(body),
            Failure::Conflict(failure) => {
                Self::Default {
                    status: rt::FailureStatus::of(409),
                    body: failure.body,
                }
            }
            Failure::Other { status, body } => Self::Default { status, body },
        }
    }
}

/// In use.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The header `retry-after`.
    pub retry_after: i64,
    /// The body.
    pub body: String,
}

impl rt::Respond for Conflict {
    fn into_response(self) -> rt::Response {
        rt::Outgoing::status(409)
            .header("retry-after", self.retry_after)
            .content("text/plain", self.body)
    }
}
