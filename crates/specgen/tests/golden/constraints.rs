//! Shows: pub struct Rules; impl rt::Model for Rules; pub struct Name; rt::constrained_string; static 

/// One of each kind of rule.
///
/// Contract: `/components/schemas/Rules`
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rules {
    /// A name.
    pub name: Name,
    /// `count`
    pub count: i32,
    /// `share`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// `codes`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codes: Option<Vec<String>>,
    /// `scores`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scores: Option<std::collections::BTreeMap<String, i64>>,
    /// `id`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<rt::Uuid>,
    /// `at`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<rt::Timestamp>,
    /// `free`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free: Option<rt::Map<String, rt::Value>>,
    /// `any`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub any: Option<rt::Value>,
}

impl rt::Model for Rules {
    fn read(
        value: rt::Value,
        at: &rt::Location<'_>,
        found: &mut rt::Violations,
    ) -> Result<Self, rt::Reported> {
        let mut object = rt::object(value, at, found)?;
        object.check_properties(2, usize::MAX)?;
        let name = object.required("name", &rt::model::<Name>());
        let count = object
            .required("count", &rt::integer::<i32>().above(0).maximum(9).multiple_of(3));
        let share = object.optional("share", &rt::number().minimum(-0.5).maximum(0.5));
        let codes = object
            .optional(
                "codes",
                &rt::array(rt::string().pattern(&RULES_CODES_ITEM_PATTERN))
                    .min_items(1)
                    .max_items(4)
                    .unique(),
            );
        let scores = object
            .optional("scores", &rt::map(rt::integer::<i64>()).max_properties(2));
        let id = object.optional("id", &rt::uuid());
        let at = object.optional("at", &rt::timestamp());
        let free = object.optional("free", &rt::json_object());
        let any = object.optional("any", &rt::any());
        object.deny_unknown()?;
        Ok(Self {
            name: name?,
            count: count?,
            share: share?,
            codes: codes?,
            scores: scores?,
            id: id?,
            at: at?,
            free: free?,
            any: any?,
        })
    }
}

/// A name.
///
/// Contract: `/components/schemas/Name`
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Name(String);

rt::constrained_string!(Name, rt::string().min_length(1).max_length(8).pattern(&NAME_PATTERN));

static NAME_PATTERN: rt::Pattern = rt::Pattern::new("^[a-z]+$");

static RULES_CODES_ITEM_PATTERN: rt::Pattern = rt::Pattern::translated(
    "^\\d+$",
    "^[0-9]+$",
);
