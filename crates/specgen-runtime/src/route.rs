//! Registration with Dropshot: one wildcard route per mount and method, or a path exactly as written.
//!
//! Dropshot refuses a literal beside a variable, and answers unknown paths and methods in a shape of its own. So it is given
//! every method of a whole prefix, and the generated `methods_at` finds the operation.

use dropshot::{
    ApiDescription, ApiDescriptionRegisterError, ApiEndpoint, ApiEndpointVersions, RequestContext, ServerContext,
};
use http::Method;

use crate::{Answered, Received};

/// The methods that a mount answers itself; of others Dropshot says that they are not allowed.
const METHODS: [Method; 8] = [
    Method::GET,
    Method::HEAD,
    Method::POST,
    Method::PUT,
    Method::PATCH,
    Method::DELETE,
    Method::OPTIONS,
    Method::TRACE,
];

/// Hands everything at and below a prefix to a handler.
///
/// # Errors
/// Where Dropshot refuses the path.
pub fn mount<C, H, F>(api: &mut ApiDescription<C>, prefix: &str, handler: H) -> Result<(), ApiDescriptionRegisterError>
where
    C: ServerContext,
    H: Fn(RequestContext<C>, Received<true>) -> F + Copy + Send + Sync + 'static,
    F: Future<Output = Answered> + Send + 'static,
{
    let path = format!("{prefix}/{{path:.*}}");
    METHODS.into_iter().try_for_each(|method| {
        let name = format!("{method} {path}");
        let endpoint = ApiEndpoint::new(name, handler, method, "application/json", &path, ApiEndpointVersions::All);
        api.register(endpoint.visible(false))
    })
}

/// Hands one path without variables to a handler.
///
/// # Errors
/// Where Dropshot refuses the path.
pub fn exact<C, H, F>(api: &mut ApiDescription<C>, path: &str, handler: H) -> Result<(), ApiDescriptionRegisterError>
where
    C: ServerContext,
    H: Fn(RequestContext<C>, Received<false>) -> F + Copy + Send + Sync + 'static,
    F: Future<Output = Answered> + Send + 'static,
{
    METHODS.into_iter().try_for_each(|method| {
        let name = format!("{method} {path}");
        let endpoint = ApiEndpoint::new(name, handler, method, "application/json", path, ApiEndpointVersions::All);
        api.register(endpoint.visible(false))
    })
}
