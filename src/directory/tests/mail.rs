//! Outgoing mail: when it is written, who may read it, and what stays of it.

use super::*;
use crate::domain::{Delivery, Mail, MailStatus};

impl Rig {
    async fn mail(&self, status: Option<MailStatus>) -> Result<Vec<Mail>, Error> {
        let page_size = PageSize::parse(100).expect("valid");
        let caller = self.admin().await;
        Ok(self.directory.list_mail(&caller, MailQuery { status, marker: None, page_size }).await?.items)
    }

    /// The only mail that there is for the admin.
    async fn only(&self) -> Mail {
        let mut mail = self.mail(None).await.expect("read");
        assert_eq!(mail.len(), 1, "{mail:?}");
        mail.remove(0)
    }
}

fn invited(name: &str) -> NewUser {
    NewUser { invited: true, ..mailed(&format!("{name}@example.org")) }
}

#[tokio::test]
async fn a_mail_is_written_with_its_user_or_not_at_all() {
    let rig = Rig::new().await;
    rig.create(invited("ada")).await.expect("created");
    let again = rig.create(invited("ada")).await;
    assert!(matches!(again, Err(Error::AlreadyExists { .. })), "{again:?}");
    let batch = rig.directory.invite_users(&rig.admin().await, vec![invited("bob"), invited("ada")]).await;
    assert!(batch.is_err_and(|error| error.position == Some(1)));
    let mail = rig.mail(None).await.expect("read");
    let recipients: Vec<&str> = mail.iter().map(|mail| mail.recipient.as_str()).collect();
    assert_eq!(recipients, ["ada@example.org"]);
    let trail = rig
        .directory
        .read({
            let (organization, id) = (mail[0].organization, mail[0].id.id());
            move |txn| txn.audit_of(organization, TargetKind::Mail, id, 9)
        })
        .await
        .expect("read");
    assert_eq!(trail.len(), 1);
    assert_eq!(trail[0].changes[0].to.as_deref(), Some("ada@example.org"));
}

#[tokio::test]
async fn nobody_is_written_to_who_was_not_invited_or_has_no_address() {
    let rig = Rig::new().await;
    rig.create(mailed("ada@example.org")).await.expect("created");
    rig.create(NewUser { invited: true, ..named("bob") }).await.expect("created");
    assert_eq!(rig.mail(None).await.expect("read"), []);
}

#[tokio::test]
async fn a_password_is_in_no_mail() {
    let rig = Rig::new().await;
    let secret = "correct horse battery staple";
    rig.create(NewUser { password: Password::parse(secret).ok(), ..invited("ada") }).await.expect("created");
    let mail = rig.mail(None).await.expect("read");
    assert!(!format!("{mail:?}").contains(secret));
}

#[tokio::test]
async fn a_mail_outlives_whom_it_is_about() {
    let rig = Rig::new().await;
    let ada = rig.create(invited("ada")).await.expect("created").view;
    let admin = rig.admin().await;
    rig.directory.delete_user(&admin, UserSelector::Id(ada.user.id)).await.expect("deleted");
    let mail = rig.mail(Some(MailStatus::Queued)).await.expect("read");
    assert_eq!(mail[0].recipient.as_str(), "ada@example.org", "she is written to all the same");
    assert!(matches!(mail[0].delivery, Delivery::Queued { next_attempt_at } if next_attempt_at == mail[0].created_at));
}

#[tokio::test]
async fn only_who_may_read_mail_reads_it_and_only_that_of_the_own_organization() {
    let rig = Rig::new().await;
    let (_, key) = rig.person(invited("ada")).await;
    let refused = rig.caller(&key, Action::MailRead).await;
    assert!(matches!(refused, Err(Error::Forbidden { reason: ForbiddenReason::MissingAction(_) })), "{refused:?}");
    let readonly = rig.caller(&rig.readonly, Action::MailRead).await.expect("it reads everything");
    let query = |marker| MailQuery { status: None, marker, page_size: PageSize::parse(1).expect("valid") };
    assert_eq!(rig.directory.list_mail(&readonly, query(None)).await.expect("read").items.len(), 1);

    let elsewhere =
        Mail { organization: rig.stranger().await.organization, id: Id::new(9, [9; 6]).into(), ..rig.only().await };
    rig.directory.write(move |txn| txn.insert_mail(&elsewhere)).await.expect("written");
    assert_eq!(rig.only().await.recipient.as_str(), "ada@example.org");

    rig.create(invited("bob")).await.expect("created");
    let next = rig.directory.list_mail(&readonly, query(None)).await.expect("read").next;
    assert!(next.is_some());
    let moved = rig.directory.list_mail(&rig.admin().await, query(next)).await;
    assert!(matches!(&moved, Err(Error::Invalid { field, .. }) if field == "marker"), "{moved:?}");
}
