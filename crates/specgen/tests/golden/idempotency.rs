//! Shows: pub struct MakeToyRequest; impl rt::Request for MakeToyRequest; pub enum MakeToyResponse; impl rt::Respond for MakeToyResponse; impl rt::Keep for MakeToyResponse

/// What `makeToy` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct MakeToyRequest {
    /// Names the request.
    pub idempotency_key: Option<rt::IdempotencyKey>,
    /// The body.
    pub body: String,
}

impl rt::Request for MakeToyRequest {
    const BODY: Option<rt::BodyRules> = Some(rt::BodyRules::new("text/plain"));

    fn extract(parts: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let idempotency_key = parts
            .idempotency_key("Idempotency-Key", &rt::string().min_length(1));
        let body = parts.text_body();
        Ok(Self {
            idempotency_key: idempotency_key?,
            body: body?,
        })
    }
}

/// What `makeToy` answers.
#[derive(Clone, Debug, PartialEq)]
pub enum MakeToyResponse {
    /// 200: A toy.
    Ok(String),
    /// 201: A new toy.
    Created {
        /// The header `etag`.
        etag: String,
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
    /// A success that was given before, given again as it was.
    Kept(rt::Kept<Self>),
}

impl rt::Respond for MakeToyResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).content("text/plain", body),
            Self::Created { etag, body } => {
                rt::Outgoing::status(201)
                    .header("etag", etag)
                    .content("text/plain", body)
            }
            Self::Default { status, body } => {
                rt::Outgoing::new(status).content("text/plain", body)
            }
            Self::Kept(kept) => kept.into_response(),
        }
    }
}

impl rt::Keep for MakeToyResponse {
    const OPERATION: &'static str = "makeToy";

    fn is_success(&self) -> bool {
        matches!(self, Self::Ok { .. } | Self::Created { .. } | Self::Kept(_))
    }

    fn again(kept: rt::Kept<Self>) -> Self {
        Self::Kept(kept)
    }
}
