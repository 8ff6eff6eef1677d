//! All modules as one server: what implements them, and where they are registered.
//! Generated from the contract by specgen and never edited by hand.

use specgen_runtime as rt;
use super::{lakesail, elastic, frontier, wavefront, roster};

/// A server: an implementation of every module. It is Dropshot's context.
pub trait Server: rt::Host {
    /// What implements `lakesail`.
    type Lakesail: lakesail::Api;

    /// Returns what implements `lakesail`.
    fn lakesail(&self) -> &Self::Lakesail;

    /// What implements `elastic`.
    type Elastic: elastic::Api;

    /// Returns what implements `elastic`.
    fn elastic(&self) -> &Self::Elastic;

    /// What implements `frontier`.
    type Frontier: frontier::Api;

    /// Returns what implements `frontier`.
    fn frontier(&self) -> &Self::Frontier;

    /// What implements `wavefront`.
    type Wavefront: wavefront::Api;

    /// Returns what implements `wavefront`.
    fn wavefront(&self) -> &Self::Wavefront;

    /// What implements `roster`.
    type Roster: roster::Api;

    /// Returns what implements `roster`.
    fn roster(&self) -> &Self::Roster;
}

/// Registers every module.
///
/// # Errors
/// Where Dropshot refuses a path; a test that calls this once shows that it does not.
pub fn api<S: Server>() -> Result<
    rt::ApiDescription<S>,
    rt::ApiDescriptionRegisterError,
> {
    let mut api = rt::ApiDescription::new();
    rt::mount(&mut api, "/api/org/v1", lakesail::<S, true>)?;
    rt::mount(&mut api, "/api/admin/v1", lakesail::<S, true>)?;
    rt::mount(&mut api, "/api/v1", elastic::<S, true>)?;
    rt::mount(&mut api, "/v1beta1", frontier::<S, true>)?;
    rt::exact(&mut api, "/ping", frontier::<S, false>)?;
    rt::mount(&mut api, "/api/v2", wavefront::<S, true>)?;
    rt::mount(&mut api, "/roster/v1", roster::<S, true>)?;
    rt::exact(&mut api, "/healthz", roster::<S, false>)?;
    rt::exact(&mut api, "/readyz", roster::<S, false>)?;
    rt::exact(&mut api, "/metrics", roster::<S, false>)?;
    rt::exact(&mut api, "/openapi.json", roster::<S, false>)?;
    Ok(api)
}

/// Lists the operations of every module.
pub fn operations() -> impl Iterator<Item = &'static rt::Operation> {
    let modules: [&'static [rt::Operation]; _] = [
        &lakesail::OPERATIONS,
        &elastic::OPERATIONS,
        &frontier::OPERATIONS,
        &wavefront::OPERATIONS,
        &roster::OPERATIONS,
    ];
    modules.into_iter().flatten()
}

async fn lakesail<S: Server, const MOUNTED: bool>(
    context: rt::RequestContext<S>,
    received: rt::Received<MOUNTED>,
) -> rt::Answered {
    let door = lakesail::Door(context.context().lakesail());
    rt::serve(&context, received, door).await
}

async fn elastic<S: Server, const MOUNTED: bool>(
    context: rt::RequestContext<S>,
    received: rt::Received<MOUNTED>,
) -> rt::Answered {
    let door = elastic::Door(context.context().elastic());
    rt::serve(&context, received, door).await
}

async fn frontier<S: Server, const MOUNTED: bool>(
    context: rt::RequestContext<S>,
    received: rt::Received<MOUNTED>,
) -> rt::Answered {
    let door = frontier::Door(context.context().frontier());
    rt::serve(&context, received, door).await
}

async fn wavefront<S: Server, const MOUNTED: bool>(
    context: rt::RequestContext<S>,
    received: rt::Received<MOUNTED>,
) -> rt::Answered {
    let door = wavefront::Door(context.context().wavefront());
    rt::serve(&context, received, door).await
}

async fn roster<S: Server, const MOUNTED: bool>(
    context: rt::RequestContext<S>,
    received: rt::Received<MOUNTED>,
) -> rt::Answered {
    let door = roster::Door(context.context().roster());
    rt::serve(&context, received, door).await
}
