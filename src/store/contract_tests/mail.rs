//! The contract about outgoing mail: lists by status, the queue of what is due, and deliveries that are noted once.

use super::{Backend, on_every_furnished_backend};
use crate::domain::{Delivery, Email, Error, Kind, Mail, MailStatus};
use crate::store::samples::{id, time};

/// A queued mail of an organization, to be sent at a time.
fn mail(organization: u64, number: u64, due: i64) -> Mail {
    Mail {
        id: id(7000 + number),
        organization: id(organization),
        recipient: Email::parse(&format!("User{number}@Example.org")).expect("valid"),
        subject: "'; DROP TABLE mail; --".to_owned(),
        body: "Zo\u{eb}\n\u{1f600}".to_owned(),
        created_at: time(60),
        attempts: 0,
        delivery: Delivery::Queued { next_attempt_at: time(due) },
        failure: None,
    }
}

fn insert(backend: &mut Backend, all: &[Mail]) {
    let all = all.to_vec();
    backend.write(move |txn| all.iter().try_for_each(|mail| txn.insert_mail(mail))).expect("the mail is new");
}

fn note(backend: &mut Backend, old: &Mail, new: &Mail) -> Result<(), Error> {
    let (old, new) = (old.clone(), new.clone());
    backend.write(move |txn| txn.update_mail_delivery(&old, &new))
}

fn page(backend: &mut Backend, status: Option<MailStatus>, before: Option<&Mail>, limit: u32) -> Vec<Mail> {
    let before = before.map(|mail| mail.id);
    backend.read(move |txn| txn.mail_page(id(1), status, before, limit)).expect("the store reads")
}

#[test]
fn mail_comes_back_as_stored_the_newest_first() {
    on_every_furnished_backend(|backend| {
        let sent = mail(1, 2, 0).sent(time(61));
        let failed = mail(1, 3, 0).refused(time(62), "no such user");
        let all = [mail(1, 1, 0), sent, failed, mail(2, 4, 0), mail(1, 5, 0)];
        insert(backend, &all);
        let newest_first = [all[4].clone(), all[2].clone(), all[1].clone(), all[0].clone()];
        assert_eq!(page(backend, None, None, 9), newest_first);
        assert_eq!(page(backend, None, None, 2), newest_first[..2]);
        assert_eq!(page(backend, None, Some(&newest_first[1]), 9), newest_first[2..]);
        for (status, expected) in [
            (MailStatus::Queued, vec![&all[4], &all[0]]),
            (MailStatus::Sent, vec![&all[1]]),
            (MailStatus::Failed, vec![&all[2]]),
        ] {
            assert_eq!(page(backend, Some(status), None, 9).iter().collect::<Vec<_>>(), expected, "{status:?}");
        }
        assert_eq!(page(backend, Some(MailStatus::Queued), Some(&all[4]), 9), all[..1]);
    });
}

#[test]
fn what_is_due_is_of_all_organizations_and_what_waits_longest_comes_first() {
    on_every_furnished_backend(|backend| {
        let all = [mail(1, 1, 80), mail(2, 2, 70), mail(1, 3, 70), mail(1, 4, 90), mail(1, 5, 10).sent(time(20))];
        insert(backend, &all);
        let mut due = |now, limit| backend.read(move |txn| txn.due_mail(time(now), limit)).expect("the store reads");
        assert_eq!(due(69, 9), []);
        assert_eq!(due(70, 9), [all[1].clone(), all[2].clone()]);
        assert_eq!(due(99, 3), [all[1].clone(), all[2].clone(), all[0].clone()]);
    });
}

#[test]
fn what_became_of_a_mail_is_noted_once() {
    on_every_furnished_backend(|backend| {
        let queued = mail(1, 1, 70);
        insert(backend, std::slice::from_ref(&queued));
        let again = Delivery::Queued { next_attempt_at: time(90) };
        let postponed = Mail { attempts: 1, delivery: again, failure: Some("busy".to_owned()), ..queued.clone() };
        note(backend, &queued, &postponed).expect("nobody was faster");
        assert_eq!(page(backend, None, None, 9), std::slice::from_ref(&postponed));

        let late = note(backend, &queued, &queued.sent(time(91)));
        assert!(matches!(late, Err(Error::Conflict { kind: Kind::Mail })), "{late:?}");
        let sent = postponed.sent(time(92));
        note(backend, &postponed, &sent).expect("nobody was faster");
        let twice = note(backend, &sent, &sent.sent(time(93)));
        assert!(matches!(twice, Err(Error::Conflict { kind: Kind::Mail })), "it is finished: {twice:?}");
        assert_eq!(page(backend, None, None, 9), [sent]);
    });
}
