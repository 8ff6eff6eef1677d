//! All modules as one server: what implements them, and where they are registered.
//! Generated from the contract by specgen and never edited by hand.

use specgen_runtime as rt;
use super::gate;

/// A server: an implementation of every module. It is Dropshot's context.
pub trait Server: rt::Host {
    /// What implements `gate`.
    type Gate: gate::Api;

    /// Returns what implements `gate`.
    fn gate(&self) -> &Self::Gate;
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
    rt::mount(&mut api, "/gate", gate::<S, true>)?;
    Ok(api)
}

/// Lists the operations of every module.
pub fn operations() -> impl Iterator<Item = &'static rt::Operation> {
    let modules: [&'static [rt::Operation]; _] = [&gate::OPERATIONS];
    modules.into_iter().flatten()
}

async fn gate<S: Server, const MOUNTED: bool>(
    context: rt::RequestContext<S>,
    received: rt::Received<MOUNTED>,
) -> rt::Answered {
    let door = gate::Door(context.context().gate());
    rt::serve(&context, received, door).await
}
