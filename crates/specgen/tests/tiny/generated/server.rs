//! All modules as one server: what implements them, and where they are registered.
//! Generated from the contract by specgen and never edited by hand.

use specgen_runtime as rt;
use super::{pets, house};

/// A server: an implementation of every module. It is Dropshot's context.
pub trait Server: rt::Host {
    /// What implements `pets`.
    type Pets: pets::Api;

    /// Returns what implements `pets`.
    fn pets(&self) -> &Self::Pets;

    /// What implements `house`.
    type House: house::Api;

    /// Returns what implements `house`.
    fn house(&self) -> &Self::House;
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
    rt::mount(&mut api, "/pets", pets::<S, true>)?;
    rt::exact(&mut api, "/health", house::<S, false>)?;
    Ok(api)
}

/// Lists the operations of every module.
pub fn operations() -> impl Iterator<Item = &'static rt::Operation> {
    let modules: [&'static [rt::Operation]; _] = [&pets::OPERATIONS, &house::OPERATIONS];
    modules.into_iter().flatten()
}

async fn pets<S: Server, const MOUNTED: bool>(
    context: rt::RequestContext<S>,
    received: rt::Received<MOUNTED>,
) -> rt::Answered {
    let door = pets::Door(context.context().pets());
    rt::serve(&context, received, door).await
}

async fn house<S: Server, const MOUNTED: bool>(
    context: rt::RequestContext<S>,
    received: rt::Received<MOUNTED>,
) -> rt::Answered {
    let door = house::Door(context.context().house());
    rt::serve(&context, received, door).await
}
