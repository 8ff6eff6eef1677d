//! Whether requests can be served: each thing that it takes, and what is said where it is missing. No reason tells more than
//! that, since everybody may ask; the cause is in the log.

use super::Watch;
use crate::directory::Directory;
use crate::domain::Error;

/// What was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum CheckName {
    Reads,
    Writes,
    Stopping,
}

/// One thing that it takes to serve requests.
#[derive(Debug)]
pub struct Check {
    /// What was looked at.
    pub name: CheckName,
    /// Why it is not as it should be, if it is not.
    pub reason: Option<&'static str>,
    /// The cause, for the log.
    pub fault: Option<Error>,
}

impl Watch {
    /// Looks at everything that it takes to serve requests.
    pub async fn check_ready(&self, directory: &Directory) -> Vec<Check> {
        let (reads, writes) = futures::join!(directory.check_reads(), directory.check_writes());
        let reason = self.is_stopping().then_some("the server is stopping");
        vec![
            check(CheckName::Reads, "the store does not answer", reads),
            check(CheckName::Writes, "what is written does not reach the disk", writes),
            Check { name: CheckName::Stopping, reason, fault: None },
        ]
    }
}

fn check(name: CheckName, failed: &'static str, outcome: Result<(), Error>) -> Check {
    match outcome {
        Ok(()) => Check { name, reason: None, fault: None },
        Err(Error::LimitExceeded { .. }) => Check { name, reason: Some("too much waits for the store"), fault: None },
        Err(fault) => Check { name, reason: Some(failed), fault: Some(fault) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_tells_nothing_of_the_cause() {
        let broken = check(CheckName::Reads, "it is broken", Err(Error::internal("/secret/path")));
        assert_eq!(broken.reason, Some("it is broken"));
        assert!(broken.fault.is_some(), "the log has the cause");
        let busy = Err(Error::LimitExceeded { what: "jobs", retry_after_s: 1 });
        assert_eq!(check(CheckName::Writes, "it is broken", busy).reason, Some("too much waits for the store"));
        assert_eq!(check(CheckName::Writes, "it is broken", Ok(())).reason, None);
    }
}
