//! Shows: pub struct States; impl rt::Model for States

/// Every way to be there or not.
///
/// Contract: `/components/schemas/States`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct States {
    /// `there`
    pub there: String,
    /// `nothing`
    pub nothing: Option<String>,
    /// `maybe`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maybe: Option<String>,
    /// `three`
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub three: rt::Field<String>,
    /// Every way to be there or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub itself: Option<Box<States>>,
    /// Another.
    #[serde(skip_serializing_if = "rt::Field::is_absent")]
    pub other: rt::Field<Box<States>>,
}

impl rt::Model for States {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        let there = object.required("there", &rt::string());
        let nothing = object.required("nothing", &rt::nullable(rt::string()));
        let maybe = object.optional("maybe", &rt::string());
        let three = object.field("three", &rt::string());
        let itself = object.optional("itself", &rt::boxed(rt::model::<States>()));
        let other = object.field("other", &rt::boxed(rt::model::<States>()));
        Ok(Self {
            there: there?,
            nothing: nothing?,
            maybe: maybe?,
            three: three?,
            itself: itself?,
            other: other?,
        })
    }
}
