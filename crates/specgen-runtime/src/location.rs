//! Where in a request a value stands. Built on the stack while reading, and rendered only when something is wrong there.

use std::fmt;

/// The part of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Place {
    Path,
    Query,
    Header,
    Body,
}

impl Place {
    /// Returns the word for it, as `in` of an OpenAPI parameter has it; `body` for the body.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Body => "body",
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A value's position: a list from the value up to the body or the parameter that holds it.
#[derive(Clone, Copy, Debug)]
pub enum Location<'a> {
    /// The whole body.
    Body,
    /// A parameter.
    Parameter {
        /// Where it is sent.
        place: Place,
        /// Its name on the wire.
        name: &'a str,
    },
    /// A member of an object.
    Member {
        /// The object.
        parent: &'a Location<'a>,
        /// The member's name.
        name: &'a str,
    },
    /// An item of an array.
    Item {
        /// The array.
        parent: &'a Location<'a>,
        /// Counted from zero.
        index: usize,
    },
}

impl<'a> Location<'a> {
    /// Returns the position of a member of the object here.
    pub const fn member(&'a self, name: &'a str) -> Location<'a> {
        Location::Member { parent: self, name }
    }

    /// Returns the position of an item of the array here.
    pub const fn item(&'a self, index: usize) -> Location<'a> {
        Location::Item { parent: self, index }
    }

    /// Returns the part of the request.
    pub fn place(&self) -> Place {
        match self {
            Self::Body => Place::Body,
            Self::Parameter { place, .. } => *place,
            Self::Member { parent, .. } | Self::Item { parent, .. } => parent.place(),
        }
    }

    /// Returns the parameter's name; empty within the body.
    pub fn parameter(&self) -> &'a str {
        match self {
            Self::Body => "",
            Self::Parameter { name, .. } => name,
            Self::Member { parent, .. } | Self::Item { parent, .. } => parent.parameter(),
        }
    }

    /// Renders the JSON Pointer (RFC 6901) from the body or parameter down to here; empty for the whole.
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        self.push_pointer(&mut pointer);
        pointer
    }

    fn push_pointer(&self, pointer: &mut String) {
        match self {
            Self::Body | Self::Parameter { .. } => {}
            Self::Member { parent, name } => {
                parent.push_pointer(pointer);
                pointer.push('/');
                pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
            }
            Self::Item { parent, index } => {
                parent.push_pointer(pointer);
                pointer.push('/');
                pointer.push_str(&index.to_string());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Location, Place};

    #[test]
    fn pointers_escape_what_rfc_6901_escapes() {
        let body = Location::Body;
        let list = body.member("a/b~c");
        assert_eq!(list.item(3).pointer(), "/a~1b~0c/3");
        assert_eq!(body.pointer(), "");
    }

    #[test]
    fn a_parameter_keeps_its_name_below_it() {
        let parameter = Location::Parameter { place: Place::Query, name: "sort" };
        let item = parameter.item(1);
        assert_eq!((item.place(), item.parameter(), item.pointer().as_str()), (Place::Query, "sort", "/1"));
    }
}
