//! What a batch of writes knows while its transaction is open: what its jobs found and made there, and of everything else
//! what is remembered, which nobody but this batch can change. It must not know an engine, nor how the batch ends.

use std::cell::RefCell;
use std::collections::HashMap;

use super::memory::{Answer, Memory, Question, Touched};

/// What the jobs of one batch have come to know, and what they have touched.
pub(super) struct Draft<'m> {
    memory: &'m Memory,
    pages: RefCell<Pages>,
}

#[derive(Debug, Default)]
struct Pages {
    known: HashMap<Question, Known>,
    /// What is not in the memory any more as it is in the transaction.
    touched: Vec<Touched>,
    /// Whether so much was touched that the memory is not asked any more.
    is_all_touched: bool,
    /// What the running job has replaced in `known`, the last first to be put back.
    replaced: Vec<(Question, Option<Known>)>,
    /// How much was touched before the running job.
    touched_before: usize,
}

/// What the memory cannot tell any more, or could not.
#[derive(Clone, Debug)]
enum Known {
    /// It was found or made in the transaction.
    Answer(Answer),
    /// It was changed, and not looked up since.
    Changed,
}

impl Pages {
    fn set(&mut self, question: Question, known: Known) {
        let before = self.known.insert(question.clone(), known);
        self.replaced.push((question, before));
    }
}

impl<'m> Draft<'m> {
    /// Nothing, at the beginning of a transaction.
    pub(super) fn new(memory: &'m Memory) -> Self {
        Self { memory, pages: RefCell::default() }
    }

    /// The answer as it is in the transaction, if it is known.
    pub(super) fn recall(&self, question: &Question) -> Option<Answer> {
        let pages = self.pages.borrow();
        match pages.known.get(question) {
            Some(Known::Answer(answer)) => Some(answer.clone()),
            Some(Known::Changed) => None,
            None if pages.is_all_touched => None,
            None => self.memory.recall(question),
        }
    }

    /// Notes an answer that was found in the transaction.
    pub(super) fn note(&self, question: Question, answer: Answer) {
        self.pages.borrow_mut().set(question, Known::Answer(answer));
    }

    /// Notes that something was changed, into something that nobody has looked up yet.
    pub(super) fn touch(&self, touched: Touched) {
        let mut pages = self.pages.borrow_mut();
        match &touched {
            Touched::One(question) => pages.set(question.clone(), Known::Changed),
            Touched::Everything => {
                // Invariant: from here on to the end of the batch, whatever is not known is looked up, also if the
                // running job is undone.
                pages.is_all_touched = true;
                pages.known.clear();
            }
        }
        pages.touched.push(touched);
    }

    /// Notes that something was changed, and into what.
    pub(super) fn make(&self, question: Question, answer: Answer) {
        let mut pages = self.pages.borrow_mut();
        pages.touched.push(Touched::One(question.clone()));
        pages.set(question, Known::Answer(answer));
    }

    /// Begins the next job. What the one before did stays.
    pub(super) fn begin_job(&self) {
        let mut pages = self.pages.borrow_mut();
        pages.replaced.clear();
        pages.touched_before = pages.touched.len();
    }

    /// Forgets what the running job found and made.
    pub(super) fn undo_job(&self) {
        let pages = &mut *self.pages.borrow_mut();
        for (question, before) in pages.replaced.drain(..).rev() {
            match before {
                Some(before) => pages.known.insert(question, before),
                None => pages.known.remove(&question),
            };
        }
        pages.touched.truncate(pages.touched_before);
    }

    /// What was touched, and what is known now: both are of those jobs only that were not undone.
    pub(super) fn into_parts(self) -> (Vec<Touched>, Vec<(Question, Answer)>) {
        let Pages { known, touched, .. } = self.pages.into_inner();
        let answered = known.into_iter().filter_map(|(question, known)| match known {
            Known::Answer(answer) => Some((question, answer)),
            Known::Changed => None,
        });
        (touched, answered.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Organization;
    use crate::store::samples::{id, organization};

    fn question(number: u64) -> Question {
        Question::Organization(id(number))
    }

    fn named(name: &str) -> Answer {
        Organization { name: name.to_owned(), ..organization(1) }.into()
    }

    fn recalled(draft: &Draft<'_>, number: u64) -> Option<String> {
        let found = draft.recall(&question(number)).and_then(|answer| Organization::try_from(answer).ok());
        found.map(|organization| organization.name)
    }

    /// A memory in which organization 1 is called `old`.
    fn memory() -> Memory {
        let memory = Memory::new();
        memory.learn(memory.moment(), vec![(question(1), named("old"))], Vec::new());
        memory
    }

    #[test]
    fn what_is_remembered_is_known_until_it_is_touched() {
        let memory = memory();
        for touched in [Touched::One(question(1)), Touched::Everything] {
            let draft = Draft::new(&memory);
            assert_eq!(recalled(&draft, 1).as_deref(), Some("old"));
            draft.touch(touched.clone());
            assert_eq!(recalled(&draft, 1), None, "{touched:?}");
            draft.note(question(1), named("new"));
            assert_eq!(recalled(&draft, 1).as_deref(), Some("new"));
            assert_eq!(draft.into_parts().0, [touched]);
        }
        assert!(memory.recall(&question(1)).is_some(), "the memory itself is as it was");
    }

    #[test]
    fn what_a_job_made_is_known_to_the_next_and_told_in_the_end() {
        let memory = memory();
        let draft = Draft::new(&memory);
        draft.begin_job();
        draft.make(question(1), named("made"));
        draft.begin_job();
        assert_eq!(recalled(&draft, 1).as_deref(), Some("made"));
        let (touched, known) = draft.into_parts();
        assert_eq!(touched, [Touched::One(question(1))]);
        assert_eq!(known.into_iter().map(|(question, _)| question).collect::<Vec<_>>(), [question(1)]);
    }

    #[test]
    fn what_an_undone_job_found_and_made_is_forgotten_and_what_was_before_it_is_known_again() {
        let memory = memory();
        let draft = Draft::new(&memory);
        draft.begin_job();
        draft.make(question(1), named("first"));
        draft.touch(Touched::One(question(2)));
        draft.begin_job();
        draft.make(question(1), named("second"));
        draft.make(question(1), named("third"));
        draft.note(question(2), named("found"));
        draft.note(question(3), named("found"));
        draft.undo_job();
        assert_eq!(recalled(&draft, 1).as_deref(), Some("first"));
        assert_eq!((recalled(&draft, 2), recalled(&draft, 3)), (None, None));
        assert_eq!(draft.into_parts().0, [question(1), question(2)].map(Touched::One));
    }

    #[test]
    fn after_everything_was_touched_the_memory_is_not_asked_even_if_that_is_undone() {
        let memory = memory();
        let draft = Draft::new(&memory);
        draft.begin_job();
        draft.touch(Touched::One(question(1)));
        draft.begin_job();
        draft.touch(Touched::Everything);
        draft.undo_job();
        assert_eq!(recalled(&draft, 1), None, "the job before has touched it");
        assert_eq!(draft.into_parts().0, [Touched::One(question(1))]);
    }
}
