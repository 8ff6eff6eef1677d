//! Shows: pub trait Api

/// The operations of `toy`, one method each. Arguments are parsed and valid, and only declared
/// responses can be given.
pub trait Api: Send + Sync + 'static {
    /// Says in the module's own shape why a request does not get an answer of its operation.
    fn reject(&self, call: &rt::Call, rejection: &rt::Rejection) -> Failure;

    /// `GET /toy/{id}/part/{part}`
    ///
    /// Contract: `/paths/~1toy~1{id}~1part~1{part}/get`
    fn look_at_part(
        &self,
        call: &rt::Call,
        request: LookAtPartRequest,
    ) -> impl Future<Output = LookAtPartResponse> + Send {
        let _ = (call, request);
        std::future::ready(LookAtPartResponse::Ok("a wheel".to_owned()))
    }

    /// `GET /toy/{id}`
    ///
    /// Contract: `/paths/~1toy~1{id}/get`
    fn look(
        &self,
        call: &rt::Call,
        request: LookRequest,
    ) -> impl Future<Output = LookResponse> + Send {
        let _ = (call, request);
        std::future::ready(LookResponse::NoContent)
    }

    /// `POST /toy/new`
    ///
    /// Contract: `/paths/~1toy~1new/post`
    fn make(&self, call: &rt::Call) -> impl Future<Output = MakeResponse> + Send {
        std::future::ready(
            MakeResponse::from(self.reject(call, &rt::Rejection::NotImplemented)),
        )
    }

    /// `PUT /toy/new/part/{part}`
    ///
    /// Contract: `/paths/~1toy~1new~1part~1{part}/put`
    fn add_part(
        &self,
        call: &rt::Call,
        request: AddPartRequest,
    ) -> impl Future<Output = AddPartResponse> + Send;
}
