//! A clock that jumps.

use anyhow::{Context, Result};

use super::{Outcome, Stage, await_recovery, load_well};
use crate::shim::Number;

/// Seconds that the clock is off, one after another. Forward it is never more than 25 minutes after a session began, so that none
/// that the workers use ends.
const SMALL_JUMPS_S: [i64; 5] = [1500, 300, 0, -900, 600];
/// The same, by a day and by years.
const LARGE_JUMPS_S: [i64; 5] = [-86_400, 86_400, 20 * 31_557_600, -20 * 31_557_600, 0];

/// The clock jumps both ways under load: everything goes on, and the trail is whole, as its order is its positions.
pub(super) fn jumps(stage: &Stage<'_>) -> Result<Outcome> {
    let (shim, data_dir) = (stage.launcher.shim()?, stage.data_dir());
    let mut crew = stage.crew();
    let mut server = stage.launcher.start(&data_dir)?;
    for jump in SMALL_JUMPS_S {
        shim.set(Number::ClockOffsetS, jump)?;
        load_well(&mut crew, &mut server).with_context(|| format!("the clock is off by {jump} s"))?;
        crew.settle(&server, &stage.launcher.binary, &data_dir).with_context(|| format!("off by {jump} s"))?;
    }
    for jump in LARGE_JUMPS_S {
        shim.set(Number::ClockOffsetS, jump)?;
        await_recovery(&server).with_context(|| format!("the clock is off by {jump} s"))?;
    }
    let acknowledged = crew.acknowledged();
    stage.restart_and_settle(&mut crew, server)?.stop()?;
    Ok(Outcome::Held(format!(
        "{} jumps, {acknowledged} acknowledged writes",
        SMALL_JUMPS_S.len() + LARGE_JUMPS_S.len()
    )))
}
