//! Where doors differ on purpose: each rule with its reason, counted where it applies. Whatever is not in this table and
//! differs is a divergence.

use std::collections::BTreeMap;

/// A rule that one door has and another does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rule {
    ElasticNeedsRole,
    ElasticRolesApart,
    FrontierHidesDisabled,
    FrontierOwnAddress,
    LakesailPage,
    WavefrontEveryone,
    NamedInBody,
    OwnAction,
}

/// Every rule, and why: mostly what the vendor does. The sections are those of `docs/WIRE-NOTES.md`.
pub(super) const RULES: [(Rule, &str); 8] = [
    (Rule::ElasticNeedsRole, "elastic, new user without a role: the vendor's clients refuse it before they send"),
    (Rule::ElasticRolesApart, "elastic, roles that go together: some roles exclude each other, in this door alone"),
    (Rule::FrontierHidesDisabled, "frontier, GET of a disabled user: 404 by UUID and address, 200 by name"),
    (Rule::FrontierOwnAddress, "frontier, PUT self: the body repeats the own address, so who has none cannot use it"),
    (Rule::LakesailPage, "lakesail, limit: a list has pages of at most 100, so a longer one is not one request"),
    (
        Rule::WavefrontEveryone,
        "wavefront, Everyone in removeUserGroups: the user stays in it, which is no failure there",
    ),
    (Rule::NamedInBody, "all: what is not there is 404 where the path names it, and 400 where the body does"),
    (
        Rule::OwnAction,
        "all: an operation whose own action its caller lacks is 403 before anything that it names is looked at",
    ),
];

/// How often each rule kept a door from being asked, or made two verdicts one.
#[derive(Clone, Debug, Default)]
pub(super) struct Applied(BTreeMap<Rule, u64>);

impl Applied {
    pub(super) fn count(&mut self, rule: Rule) {
        *self.0.entry(rule).or_default() += 1;
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (rule, count) in &other.0 {
            *self.0.entry(*rule).or_default() += count;
        }
    }

    pub(super) fn lines(&self) -> Vec<String> {
        let line = |(rule, reason): &(Rule, &str)| format!("{:>9}  {reason}", self.0.get(rule).copied().unwrap_or(0));
        RULES.iter().map(line).collect()
    }
}
