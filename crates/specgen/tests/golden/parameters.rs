//! Shows: pub struct LookRequest; impl rt::Request for LookRequest; pub enum LookColour; rt::enumeration

/// One of a few words.
///
/// Contract: `/paths/~1toy~1{id}/get/parameters/1/schema/items`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum LookColourItem {
    /// `red`
    #[serde(rename = "red")]
    Red,
    /// `blue`
    #[serde(rename = "blue")]
    Blue,
}

rt::enumeration!(LookColourItem);

/// What `look` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct LookRequest {
    /// The toy.
    pub id: String,
    /// `colour`
    pub colour: Option<Vec<LookColourItem>>,
    /// `size`
    pub size: i64,
    /// `loud`
    pub loud: Option<bool>,
    /// `id`
    pub query_id: Option<String>,
    /// `query`
    pub query: Option<String>,
    /// `parts`
    pub parts: Option<String>,
    /// `X-Trace`
    pub x_trace: String,
}

impl rt::Request for LookRequest {
    const BODY: Option<rt::BodyRules> = None;

    fn extract(parts_of_request: &mut rt::Parts<'_>) -> Result<Self, rt::Reported> {
        let id = parts_of_request.path(1, "id", &rt::string().max_length(9));
        let mut query_of_request = parts_of_request.query();
        query_of_request.alias("pageSize", "size");
        let colour = query_of_request
            .optional_list("colour", &rt::array(rt::model::<LookColourItem>()));
        let size = query_of_request.or("size", &rt::integer::<i64>(), 20);
        let loud = query_of_request.optional("loud", &rt::boolean().lenient());
        let query_id = query_of_request.optional("id", &rt::string());
        let parts = query_of_request.optional("parts", &rt::string());
        let mut headers = parts_of_request.headers();
        let query = headers.optional("query", &rt::string());
        let x_trace = headers.required("X-Trace", &rt::string());
        Ok(Self {
            id: id?,
            colour: colour?,
            size: size?,
            loud: loud?,
            query_id: query_id?,
            query: query?,
            parts: parts?,
            x_trace: x_trace?,
        })
    }
}
