//! Shows: pub struct Chest; impl From<Chest> for rt::Streamed; impl rt::Model for; pub enum NameResponse; impl rt::Respond for PrintResponse; pub struct Toy

/// A chest of toys.
///
/// Contract: `/components/schemas/Chest`
#[derive(Debug)]
pub struct Chest {
    /// What is in it.
    pub toys: rt::Items<Toy>,
    /// `size`
    pub size: i64,
    /// `lid`
    pub lid: Option<String>,
    /// `lock`
    pub lock: rt::Field<rt::Secret>,
}

impl From<Chest> for rt::Streamed {
    fn from(body: Chest) -> Self {
        rt::StreamedObject::new()
            .member("size", &body.size)
            .optional("lid", &body.lid)
            .field("lock", &body.lock)
            .items("toys", body.toys)
    }
}

impl rt::Model for Chest {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let toys = object.required("toys", &rt::items(rt::model::<Toy>()));
        let size = object.required("size", &rt::integer::<i64>());
        let lid = object.optional("lid", &rt::string());
        let lock = object.field("lock", &rt::secret(rt::string()));
        Ok(Self {
            toys: toys?,
            size: size?,
            lid: lid?,
            lock: lock?,
        })
    }
}

/// A toy.
///
/// Contract: `/components/schemas/Toy`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Toy {
    /// `key`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<rt::Secret>,
}

impl rt::Model for Toy {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let key = object.optional("key", &rt::secret(rt::string().max_length(8)));
        Ok(Self { key: key? })
    }
}

/// What `name` answers.
#[derive(Debug)]
pub enum NameResponse {
    /// 200: All.
    Ok(rt::Items<String>),
    /// Failed.
    Default {
        /// The status.
        status: rt::FailureStatus,
        /// The body.
        body: String,
    },
}

impl rt::Respond for PrintResponse {
    fn into_response(self) -> rt::Response {
        match self {
            Self::Ok(body) => rt::Outgoing::status(200).stream("text/csv", body),
            Self::Default { status, body } => {
                rt::Outgoing::new(status).content("text/plain", body)
            }
        }
    }
}
