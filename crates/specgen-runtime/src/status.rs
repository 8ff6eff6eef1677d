//! Statuses of a range: what a response declared as `4XX`, `5XX` or `default` may carry.

use std::fmt;

use http::StatusCode;

/// The status is outside the range that the contract allows there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusOutOfRange(pub u16);

impl fmt::Display for StatusOutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "status {} is outside the declared range", self.0)
    }
}

impl std::error::Error for StatusOutOfRange {}

macro_rules! ranges {
    ($($(#[$doc:meta])* $name:ident: $low:literal..=$high:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u16);

        impl $name {
            /// Takes a status that is known to be in the range.
            ///
            /// # Panics
            /// Where it is not; in a constant that is a compile error.
            pub const fn of(status: u16) -> Self {
                assert!($low <= status && status <= $high, "status outside its range");
                Self(status)
            }

            /// Returns the number.
            pub const fn as_u16(self) -> u16 {
                self.0
            }
        }

        impl TryFrom<u16> for $name {
            type Error = StatusOutOfRange;

            fn try_from(status: u16) -> Result<Self, StatusOutOfRange> {
                if ($low..=$high).contains(&status) { Ok(Self(status)) } else { Err(StatusOutOfRange(status)) }
            }
        }

        impl TryFrom<StatusCode> for $name {
            type Error = StatusOutOfRange;

            fn try_from(status: StatusCode) -> Result<Self, StatusOutOfRange> {
                Self::try_from(status.as_u16())
            }
        }

        impl From<$name> for StatusCode {
            fn from(status: $name) -> Self {
                Self::from_u16(status.0).expect("a range lies within 100 to 599")
            }
        }
    )*};
}

ranges! {
    /// 100 to 199.
    InformationalStatus: 100..=199;
    /// 200 to 299.
    SuccessStatus: 200..=299;
    /// 300 to 399.
    RedirectionStatus: 300..=399;
    /// 400 to 499.
    ClientErrorStatus: 400..=499;
    /// 500 to 599.
    ServerErrorStatus: 500..=599;
    /// 400 to 599: what `default` stands for.
    FailureStatus: 400..=599;
}

impl From<ClientErrorStatus> for FailureStatus {
    fn from(status: ClientErrorStatus) -> Self {
        Self(status.0)
    }
}

impl From<ServerErrorStatus> for FailureStatus {
    fn from(status: ServerErrorStatus) -> Self {
        Self(status.0)
    }
}
