//! A member of a merge patch (RFC 7396): absent, null, or a value.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What a merge patch says about one member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Field<T> {
    /// Nothing: the member stays as it is.
    #[default]
    Absent,
    /// The member is removed.
    Null,
    /// The member is set.
    Value(T),
}

impl<T> Field<T> {
    /// Whether the patch says nothing about the member, so that it is not sent.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl From<&str> for Field<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

impl<T: Serialize> Serialize for Field<T> {
    /// Writes the value or null. An absent member must be skipped by the struct around it (`skip_serializing_if`).
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    /// Reads the value or null. A member that is absent is not read at all (`default`).
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Value))
    }
}

#[cfg(test)]
mod tests {
    use super::Field;

    #[derive(Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
    struct Patch {
        #[serde(default, skip_serializing_if = "Field::is_absent")]
        name: Field<String>,
        #[serde(default, skip_serializing_if = "Field::is_absent")]
        roles: Field<Vec<String>>,
    }

    #[test]
    fn the_three_states_survive_json() {
        let cases = [
            (Patch::default(), "{}"),
            (Patch { name: Field::Null, roles: Field::Value(Vec::new()) }, r#"{"name":null,"roles":[]}"#),
            (Patch { name: "Ada".into(), roles: Field::Absent }, r#"{"name":"Ada"}"#),
        ];
        for (patch, json) in cases {
            assert_eq!(serde_json::to_string(&patch).expect("a patch is JSON"), json);
            assert_eq!(serde_json::from_str::<Patch>(json).expect("the patch is read"), patch);
        }
    }
}
