//! Imports: what the rows of one portion want of each other, as they are decided one by one and made together.

use super::*;

fn row(username: &str, id: Option<UserId>) -> ImportedUser {
    let username = Some(Username::parse(username).expect("a username"));
    ImportedUser { new: NewUser { username, ..NewUser::default() }, restored: Restored { id, ..Restored::default() } }
}

fn addressed(username: &str, email: &str) -> ImportedUser {
    let mut row = row(username, None);
    row.new.email = Email::parse(email).ok();
    row
}

async fn import(rig: &Rig, rows: Vec<ImportedUser>, is_trial: bool) -> ImportReport {
    let portion = ImportPortion { rows: rows.into_iter().map(Ok).collect(), is_trial };
    rig.directory.import_users(&rig.admin().await, portion).await.expect("an import")
}

/// The refused rows, each with the field that is to blame.
fn refused(report: &ImportReport) -> Vec<(usize, &str)> {
    assert!(report.refused.iter().all(|(_, refusal)| refusal.code == RefusalCode::Taken), "{report:?}");
    report.refused.iter().map(|(index, refusal)| (*index, refusal.field.as_deref().unwrap_or_default())).collect()
}

async fn find(rig: &Rig, username: &str) -> Option<UserView> {
    rig.directory.get_user(&rig.admin().await, UserSelector::Username(username.to_owned())).await.ok()
}

#[tokio::test]
async fn of_rows_that_want_the_same_name_or_id_the_first_gets_it() {
    let rig = Rig::new().await;
    let id: UserId = rig.directory.context.id();
    let written = id.to_base32();
    let rows = || {
        vec![
            addressed("ada", "ada@example.com"),
            row("ADA", None),
            addressed("eve", "Ada@example.com"),
            row("ada@example.com", None),
            row("grace", Some(id)),
            row("alan", Some(id)),
            row(&written, None),
            row("eve", None),
        ]
    };
    let expected = [(1, "username"), (2, "email"), (3, "username"), (5, "id"), (6, "username")];
    let tried = import(&rig, rows(), true).await;
    assert_eq!((tried.created, refused(&tried)), (3, expected.to_vec()));
    assert!(find(&rig, "ada").await.is_none(), "it was only tried");

    let made = import(&rig, rows(), false).await;
    assert_eq!((made.created, refused(&made)), (3, expected.to_vec()));
    assert_eq!(find(&rig, "grace").await.map(|view| view.user.id), Some(id));
    // The name that was taken first and given up with the row is free for another.
    let eve = find(&rig, "eve").await.expect("made by the last row");
    assert_eq!(eve.user.email, None);
    assert!(find(&rig, "alan").await.is_none() && find(&rig, &written).await.is_none());
}

#[tokio::test]
async fn more_users_than_one_statement_adds_are_as_if_each_were_made_alone() {
    let rig = Rig::new().await;
    let count = 150;
    let name = |number: usize| format!("user{number:03}");
    let made = import(&rig, (0..count).map(|number| row(&name(number), None)).collect(), false).await;
    assert_eq!((made.created, made.refused.len()), (count, 0));
    let everyone = rig.create(named("alone")).await.expect("created").view.user.groups;
    for number in 0..count {
        let view = find(&rig, &name(number)).await.expect("it was made");
        assert_eq!(view.user.groups, everyone);
        let records = rig.audit(&view.user).await;
        assert_eq!(records.len(), 1, "{records:?}");
        assert!(records[0].changes.iter().any(|change| change.to.as_deref() == Some(name(number).as_str())));
    }
}
