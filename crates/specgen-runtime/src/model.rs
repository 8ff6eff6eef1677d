//! What generated models implement, and the two macros that give a constrained string and an enumeration their conversions.

use serde_json::Value;

use crate::{Fault, Location, PairsReader, Reported, Violations};

/// A type of the contract that is read strictly from JSON.
pub trait Model: Sized {
    /// Reads the value, or reports every rule that it breaks.
    ///
    /// # Errors
    /// `Reported` once at least one violation was added to `found`.
    fn read(value: Value, at: &Location<'_>, found: &mut Violations) -> Result<Self, Reported>;
}

/// A model that is a string on the wire, so that it can be a parameter too.
pub trait TextModel: Model {
    /// Parses the text.
    ///
    /// # Errors
    /// The first rule that the text breaks.
    fn parse(text: String) -> Result<Self, Fault>;
}

/// A model that is sent as `application/x-www-form-urlencoded`.
pub trait FormModel: Sized {
    /// Reads the form, or reports every rule that it breaks.
    ///
    /// # Errors
    /// `Reported` once at least one violation was added.
    fn read_form(form: &mut PairsReader<'_>) -> Result<Self, Reported>;
}

impl<T: Model> Model for Box<T> {
    fn read(value: Value, at: &Location<'_>, found: &mut Violations) -> Result<Self, Reported> {
        T::read(value, at, found).map(Box::new)
    }
}

/// Gives a newtype of `String` its parser, its views and its place as a model, all behind one `StringReader`.
#[macro_export]
macro_rules! constrained_string {
    ($name:ident, $rules:expr) => {
        impl $name {
            /// Returns the text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Returns the text.
            pub fn into_inner(self) -> String {
                self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::Fault;

            fn try_from(text: String) -> Result<Self, $crate::Fault> {
                $rules.check(&text)?;
                Ok(Self(text))
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::Fault;

            fn from_str(text: &str) -> Result<Self, $crate::Fault> {
                Self::try_from(text.to_owned())
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        $crate::text_model!($name);
    };
}

/// Gives an enumeration with `ALL` and `as_str` its parser and its place as a model.
#[macro_export]
macro_rules! enumeration {
    ($name:ident) => {
        impl TryFrom<String> for $name {
            type Error = $crate::Fault;

            fn try_from(text: String) -> Result<Self, $crate::Fault> {
                text.parse()
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::Fault;

            fn from_str(text: &str) -> Result<Self, $crate::Fault> {
                let found = Self::ALL.iter().copied().find(|candidate| candidate.as_str() == text);
                found.ok_or_else(|| {
                    let names: Vec<_> = Self::ALL.iter().map(|candidate| candidate.as_str()).collect();
                    $crate::Fault::new("enum", format!("must be one of: {}", names.join(", ")))
                })
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        $crate::text_model!($name);
    };
}

/// Makes a type with `TryFrom<String>` a model that is a string on the wire.
#[macro_export]
#[doc(hidden)]
macro_rules! text_model {
    ($name:ident) => {
        impl $crate::TextModel for $name {
            fn parse(text: String) -> Result<Self, $crate::Fault> {
                Self::try_from(text)
            }
        }

        impl $crate::Model for $name {
            fn read(
                value: $crate::Value,
                at: &$crate::Location<'_>,
                found: &mut $crate::Violations,
            ) -> Result<Self, $crate::Reported> {
                let text = $crate::Read::read(&$crate::string(), value, at, found)?;
                Self::try_from(text).map_err(|fault| found.report_fault(at, fault))
            }
        }
    };
}
