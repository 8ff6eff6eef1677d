//! What long lists of users were found to be: how many fit, and where in their order every so many of them stand, so that
//! a page deep in a list is read from near it. It must not know an engine, nor what the lists are for.
//!
//! It says nothing that the asker's snapshot would not say. A write unsettles what its users change in before it commits:
//! lists that depend on that are forgotten, and not learned again before the outcome is known. Whoever asks names a moment
//! from before its snapshot; if anything that a list depends on was touched since, the list is not known to it.

use std::collections::VecDeque;
use std::mem::discriminant;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::domain::search::{Condition, Position, Search, Sort};
use crate::domain::{OrganizationId, Status, User};
use crate::limits::{OUTLINE_PLACES_MAX, OUTLINE_SEARCH_BYTES_MAX, OUTLINES_MAX};

use super::aspects::Aspects;

/// Every so many places of a list, in its order.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// How many of the list there are from one of the places to the next, the first of them that many from the beginning.
    step: u64,
    places: Vec<Position>,
    seen: u64,
}

impl Places {
    /// No places of an empty list.
    pub(super) const fn new() -> Self {
        Self { step: 1, places: Vec::new(), seen: 0 }
    }

    /// Whether the place of the next of the list will be kept.
    pub(super) const fn keeps_next(&self) -> bool {
        (self.seen + 1).is_multiple_of(self.step)
    }

    /// Goes on with the next of the list, and with its place if that is kept. Where there are too many, every other goes.
    pub(super) fn push(&mut self, place: Option<Position>) {
        self.seen += 1;
        self.places.extend(place);
        if self.places.len() > OUTLINE_PLACES_MAX {
            let mut number = 0_u64;
            self.places.retain(|_| {
                number += 1;
                number.is_multiple_of(2)
            });
            self.step *= 2;
        }
    }

    /// The last place that is kept of those before an offset, and how many stand between them.
    pub(super) fn before(&self, offset: u64) -> (Option<&Position>, u64) {
        let kept = usize::try_from(offset / self.step).unwrap_or(usize::MAX).min(self.places.len());
        let place = kept.checked_sub(1).and_then(|last| self.places.get(last));
        (place, offset - u64::try_from(kept).unwrap_or(offset).saturating_mul(self.step).min(offset))
    }
}

/// A moment in the life of the outlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Moment(u64);

/// What is known of a list.
#[derive(Clone, Debug)]
enum Said {
    Total(u64),
    Counts(Arc<Vec<(Status, u64)>>),
    Places(Arc<Places>),
}

#[derive(Debug)]
struct Outline {
    organization: OrganizationId,
    search: Search<User>,
    aspects: Aspects,
    said: Said,
}

/// What is known of long lists, the latest asked for last.
#[derive(Debug, Default)]
pub(super) struct Outlines {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    known: VecDeque<Outline>,
    now: Moment,
    /// When each aspect of anybody was touched last.
    touched: [Moment; Aspects::COUNT],
    /// How many writes touch each whose outcome is not known.
    unsettled: [usize; Aspects::COUNT],
}

impl State {
    fn is_settled_since(&self, since: Moment, aspects: Aspects) -> bool {
        aspects.bits().all(|bit| self.unsettled[bit] == 0 && self.touched[bit] <= since)
    }

    fn touch(&mut self, aspects: Aspects) {
        self.now.0 += 1;
        for bit in aspects.bits() {
            self.touched[bit] = self.now;
        }
    }
}

impl Outlines {
    /// Now.
    pub(super) fn moment(&self) -> Moment {
        self.state().now
    }

    /// How many of a list have each status, if it is known of a snapshot that was taken after a moment, and before this.
    pub(super) fn counts(
        &self,
        since: Moment,
        organization: OrganizationId,
        conditions: &[Condition<User>],
    ) -> Option<Vec<(Status, u64)>> {
        let said = self.recall(since, organization, conditions, &[], |said| matches!(said, Said::Counts(_)))?;
        if let Said::Counts(counts) = said { Some(counts.to_vec()) } else { None }
    }

    /// How many a list has, in the same way.
    pub(super) fn total(
        &self,
        since: Moment,
        organization: OrganizationId,
        conditions: &[Condition<User>],
    ) -> Option<u64> {
        let is_count = |said: &Said| matches!(said, Said::Total(_) | Said::Counts(_));
        match self.recall(since, organization, conditions, &[], is_count)? {
            Said::Total(total) => Some(total),
            Said::Counts(counts) => Some(counts.iter().map(|(_, count)| count).sum()),
            Said::Places(_) => None,
        }
    }

    /// The places of a list, in the same way.
    pub(super) fn places(
        &self,
        since: Moment,
        organization: OrganizationId,
        search: &Search<User>,
    ) -> Option<Arc<Places>> {
        let is_places = |said: &Said| matches!(said, Said::Places(_));
        let said = self.recall(since, organization, &search.conditions, &search.sort, is_places)?;
        if let Said::Places(places) = said { Some(places) } else { None }
    }

    /// Remembers counts of a snapshot that was taken after a moment.
    pub(super) fn learn_counts(
        &self,
        since: Moment,
        organization: OrganizationId,
        conditions: &[Condition<User>],
        counts: Vec<(Status, u64)>,
    ) {
        let search = Search { conditions: conditions.to_vec(), sort: Vec::new() };
        self.learn(since, organization, search, Said::Counts(Arc::new(counts)));
    }

    /// Remembers how many a list has in a snapshot that was taken after a moment.
    pub(super) fn learn_total(
        &self,
        since: Moment,
        organization: OrganizationId,
        conditions: &[Condition<User>],
        total: u64,
    ) {
        let search = Search { conditions: conditions.to_vec(), sort: Vec::new() };
        self.learn(since, organization, search, Said::Total(total));
    }

    /// Remembers the places of a list of a snapshot that was taken after a moment.
    pub(super) fn learn_places(
        &self,
        since: Moment,
        organization: OrganizationId,
        search: &Search<User>,
        places: Arc<Places>,
    ) {
        self.learn(since, organization, search.clone(), Said::Places(places));
    }

    /// Forgets what depends on what a write touches, before that can be seen.
    pub(super) fn unsettle(&self, organization: Option<OrganizationId>, aspects: Aspects) {
        let mut state = self.state();
        state.touch(aspects);
        aspects.bits().for_each(|bit| state.unsettled[bit] += 1);
        let is_of = |outline: &Outline| organization.is_none_or(|touched| touched == outline.organization);
        state.known.retain(|outline| !(is_of(outline) && outline.aspects.meets(aspects)));
    }

    /// Lets the same be learned again, as it is known what became of the write.
    pub(super) fn settle(&self, aspects: Aspects) {
        let mut state = self.state();
        state.touch(aspects);
        aspects.bits().for_each(|bit| state.unsettled[bit] = state.unsettled[bit].saturating_sub(1));
    }

    fn recall(
        &self,
        since: Moment,
        organization: OrganizationId,
        conditions: &[Condition<User>],
        sort: &[Sort<User>],
        is_wanted: impl Fn(&Said) -> bool,
    ) -> Option<Said> {
        let mut state = self.state();
        let place = state.known.iter().position(|outline| {
            outline.organization == organization
                && is_wanted(&outline.said)
                && outline.search.conditions == conditions
                && outline.search.sort == sort
        })?;
        if !state.is_settled_since(since, state.known[place].aspects) {
            return None;
        }
        let outline = state.known.remove(place)?;
        let said = outline.said.clone();
        state.known.push_back(outline);
        Some(said)
    }

    fn learn(&self, since: Moment, organization: OrganizationId, search: Search<User>, said: Said) {
        let mut aspects = Aspects::of_search(&search);
        if matches!(said, Said::Counts(_)) {
            aspects = aspects | Aspects::STATUS;
        }
        if format!("{search:?}").len() > OUTLINE_SEARCH_BYTES_MAX {
            return;
        }
        let mut state = self.state();
        if state.is_settled_since(since, aspects) {
            // Two who ask at the same time find the same.
            let is_same = |outline: &Outline| {
                outline.organization == organization
                    && discriminant(&outline.said) == discriminant(&said)
                    && outline.search == search
            };
            state.known.retain(|outline| !is_same(outline));
            if state.known.len() >= OUTLINES_MAX {
                state.known.pop_front();
            }
            state.known.push_back(Outline { organization, search, aspects, said });
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing that can panic happens under the lock.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::UserKind;
    use crate::domain::search::{TextTest, UserText, UserTrait};
    use crate::store::samples::{id, plain_user};

    fn place(number: u64) -> Position {
        Position { marks: Vec::new(), id: id(number) }
    }

    fn places(count: u64) -> Places {
        let mut places = Places::new();
        for number in 1..=count {
            let kept = places.keeps_next().then(|| place(number));
            places.push(kept);
        }
        places
    }

    #[test]
    fn every_offset_is_a_known_place_and_a_few_more() {
        let max = u64::try_from(OUTLINE_PLACES_MAX).expect("it is a count");
        for count in [0, 1, 2, max - 1, max, max + 1, 3 * max, 10 * max + 7] {
            let places = places(count);
            assert!(places.places.len() <= OUTLINE_PLACES_MAX);
            for offset in [0, 1, 2, count / 3, count / 2, count, count + 1, count + 5000] {
                let (known, passed) = places.before(offset);
                // The number of a place is how many there are up to it.
                let number = (0..=count).find(|number| Some(&place(*number)) == known).unwrap_or(0);
                assert_eq!(number + passed, offset, "{count}");
                assert!(passed < places.step || offset > count - count % places.step, "{count}: {offset}");
            }
        }
    }

    fn named() -> Vec<Condition<User>> {
        vec![
            Condition::Is(UserTrait::Kind(UserKind::Person)),
            Condition::Text(UserText::Username, TextTest::Contains("x".to_owned())),
        ]
    }

    fn knows(outlines: &Outlines) -> bool {
        outlines.total(outlines.moment(), id(1), &named()) == Some(7)
    }

    fn learn(outlines: &Outlines) {
        outlines.learn_total(outlines.moment(), id(1), &named(), 7);
    }

    #[test]
    fn what_a_list_depends_on_makes_it_unknown_until_the_write_is_settled() {
        let outlines = Outlines::default();
        for aspects in [Aspects::ALL, Aspects::USERNAME, Aspects::EXISTENCE] {
            learn(&outlines);
            assert!(knows(&outlines), "{aspects:?}");
            outlines.unsettle(Some(id(1)), aspects);
            learn(&outlines);
            assert!(!knows(&outlines), "{aspects:?}");
            outlines.settle(aspects);
            assert!(!knows(&outlines), "{aspects:?}");
            learn(&outlines);
            assert!(knows(&outlines), "{aspects:?}");
        }
    }

    #[test]
    fn what_a_list_does_not_depend_on_leaves_it_known() {
        let outlines = Outlines::default();
        learn(&outlines);
        let (old, new) = (plain_user(1, 1), User { display_name: Some("new".to_owned()), ..plain_user(1, 1) });
        for aspects in [Aspects::LOGIN, Aspects::of_difference(&old, &new)] {
            outlines.unsettle(Some(id(1)), aspects);
            assert!(knows(&outlines), "{aspects:?}");
            outlines.settle(aspects);
        }
        outlines.learn_counts(outlines.moment(), id(1), &[], vec![(Status::Active, 7)]);
        outlines.unsettle(Some(id(1)), Aspects::STATUS);
        assert_eq!(outlines.counts(outlines.moment(), id(1), &[]), None, "counts by status depend on it");
    }

    #[test]
    fn neither_an_old_snapshot_nor_an_old_answer_is_taken_for_a_new_one() {
        let outlines = Outlines::default();
        let before = outlines.moment();
        outlines.unsettle(Some(id(2)), Aspects::ALL);
        outlines.settle(Aspects::ALL);
        outlines.learn_total(before, id(1), &named(), 7);
        assert!(!knows(&outlines), "it was read from a snapshot that may be too old");
        learn(&outlines);
        assert_eq!(outlines.total(before, id(1), &named()), None, "the asker's snapshot may be too old");
        assert!(knows(&outlines));
    }

    #[test]
    fn few_lists_are_remembered_and_those_asked_for_last() {
        let outlines = Outlines::default();
        learn(&outlines);
        for number in 0..2 * u64::try_from(OUTLINES_MAX).expect("it is a count") {
            assert!(knows(&outlines));
            outlines.learn_total(outlines.moment(), id(number + 2), &named(), 1);
        }
        assert_eq!(outlines.state().known.len(), OUTLINES_MAX);
        let long = vec![Condition::Text(UserText::Email, TextTest::Contains("x".repeat(OUTLINE_SEARCH_BYTES_MAX)))];
        outlines.learn_total(outlines.moment(), id(1), &long, 1);
        assert_eq!(outlines.total(outlines.moment(), id(1), &long), None);
    }
}
