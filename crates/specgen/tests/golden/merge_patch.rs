//! Shows: pub struct Patch; impl rt::Model for Patch; impl rt::MergePatch; pub struct EnginePatch

/// A change.
///
/// Contract: `/components/schemas/Patch`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Patch {
    /// `colour`
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub colour: rt::Field<String>,
    /// A change of the engine.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub engine: rt::Field<EnginePatch>,
}

impl rt::Model for Patch {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let value = rt::embedded_json(value, at, found)?;
        let mut object = rt::object(value, at, found)?;
        let colour = object.field("colour", &rt::string());
        let engine = object.field("engine", &rt::model::<EnginePatch>());
        Ok(Self {
            colour: colour?,
            engine: engine?,
        })
    }
}

impl rt::MergePatch for Patch {
    fn is_empty(&self) -> bool {
        self.colour.is_absent() && self.engine.is_absent()
    }
}

/// A change of the engine.
///
/// Contract: `/components/schemas/EnginePatch`
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct EnginePatch {
    /// `power`
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub power: rt::Field<i64>,
}

impl rt::MergePatch for EnginePatch {
    fn is_empty(&self) -> bool {
        self.power.is_absent()
    }
}
