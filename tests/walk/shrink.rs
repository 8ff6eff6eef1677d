//! A walk that went wrong, told as shortly as it still goes wrong.

use super::walker::{Failure, Walk, walk};

/// How many shorter walks are tried.
const TRIES_MAX: usize = 200;

/// The shortest walk that is found to fail, and what it does.
pub(super) fn story(planned: Walk, failure: Failure) -> String {
    let length = failure.steps;
    let (plan, failure) = shortest(planned, failure, walk);
    let Walk { beginner, everyone_has, steps } = plan;
    format!("{length} steps by {beginner:?}, everyone having {everyone_has:?}, shrunk to {steps:?}:\n{failure}")
}

/// Leaves out parts of a walk, large ones first, as long as what is left fails.
fn shortest<T>(plan: Walk, failure: Failure, walk: impl Fn(&Walk) -> Result<T, Failure>) -> (Walk, Failure) {
    let mut found = (until(plan, failure.steps), failure);
    let mut tries = 0;
    let mut size = found.0.steps.len() / 2;
    while size > 0 {
        let mut begin = 0;
        while begin < found.0.steps.len() && tries < TRIES_MAX {
            tries += 1;
            let mut shorter = found.0.clone();
            let end = (begin + size).min(shorter.steps.len());
            shorter.steps.drain(begin..end);
            match walk(&shorter) {
                Err(failure) => found = (until(shorter, failure.steps), failure),
                Ok(_) => begin += size,
            }
        }
        size /= 2;
    }
    found
}

fn until(mut plan: Walk, steps: usize) -> Walk {
    plan.steps.truncate(steps);
    plan
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walk::world::Beginner;

    #[test]
    fn what_does_not_matter_is_left_out() {
        let fails = |plan: &Walk| {
            let third =
                plan.steps.iter().position(|step| *step == 7).zip(plan.steps.iter().position(|step| *step == 31));
            match third {
                Some((cause, effect)) if cause < effect => {
                    Err(Failure { steps: effect + 1, complaints: Vec::new(), trace: Vec::new() })
                }
                _ => Ok(()),
            }
        };
        let plan = Walk { beginner: Beginner::Admin, everyone_has: None, steps: (0..100).collect() };
        let failure = fails(&plan).expect_err("it fails");
        let (shorter, failure) = shortest(plan, failure, fails);
        assert_eq!((shorter.steps, failure.steps), (vec![7, 31], 2));
    }
}
