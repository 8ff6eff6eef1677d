//! The sender against a mail server of the tests' own, on a real store.

use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use super::*;
use crate::auth::Passwords;
use crate::auth::password::HashCost;
use crate::auth::token::ApiKey;
use crate::config::{SmtpAddress, SmtpConfig, SmtpTls};
use crate::context::Context;
use crate::directory::{Caller, Directory, FirstKeys, MailQuery, NewUser, Origin, Presented};
use crate::domain::{Action, Delivery, Email, MailStatus, PageSize, Username};
use crate::store::sqlite::SqliteStore;

/// A reply to one command, which is otherwise the usual one.
type Odd = (&'static str, &'static str);

/// A mail server that replies as it is told, connection by connection, and keeps what it is sent.
struct Post {
    address: SmtpAddress,
    odd: Arc<Mutex<Vec<Odd>>>,
    sent: mpsc::UnboundedReceiver<String>,
}

impl Post {
    async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let port = listener.local_addr().expect("it is bound").port();
        let odd = Arc::new(Mutex::new(Vec::new()));
        let (keep, sent) = mpsc::unbounded_channel();
        let replies = Arc::clone(&odd);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let odd = replies.lock().expect("nobody panics").pop();
                // A client that goes away is none of its business.
                let _ = serve(stream, odd, &keep).await;
            }
        });
        Self { address: SmtpAddress { host: "127.0.0.1".into(), port }, odd, sent }
    }

    /// Replies so to this command in the next connection.
    fn reply_once(&self, command: &'static str, reply: &'static str) {
        self.odd.lock().expect("nobody panics").push((command, reply));
    }

    fn smtp(&self) -> SmtpConfig {
        let from = "Roster <roster@example.org>".to_owned();
        SmtpConfig { address: self.address.clone(), tls: SmtpTls::None, credentials: None, from }
    }

    /// What has arrived by now.
    fn arrived(&mut self) -> Vec<String> {
        std::iter::from_fn(|| self.sent.try_recv().ok()).collect()
    }
}

/// One connection.
async fn serve(stream: TcpStream, odd: Option<Odd>, keep: &mpsc::UnboundedSender<String>) -> std::io::Result<()> {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    writer.write_all(b"220 post ready\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let usual = match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => "250-post\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH PLAIN",
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            "AUTH" => "235 welcome",
            _ => "250 ok",
        };
        let reply = odd.filter(|(command, _)| line.starts_with(command)).map_or(usual, |(_, reply)| reply);
        writer.write_all(format!("{reply}\r\n").as_bytes()).await?;
        if reply == "354 go on" {
            let mut text = String::new();
            while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                text.push_str(&line);
                text.push('\n');
            }
            let _ = keep.send(text);
            writer.write_all(b"250 taken\r\n").await?;
        }
    }
    Ok(())
}

/// A directory in a place of its own, with its admin.
struct House {
    directory: Directory,
    admin: ApiKey,
}

impl House {
    async fn new() -> Self {
        Self::over(SqliteStore::in_memory(1, &log()).expect("a store in memory opens"), None).await
    }

    /// A directory over a store of its own, or one in which this admin is at home since an hour ago.
    async fn over(store: SqliteStore, admin: Option<ApiKey>) -> Self {
        let start = DateTime::UNIX_EPOCH + if admin.is_some() { TimeDelta::hours(1) } else { TimeDelta::zero() };
        let passwords = Passwords::new(HashCost { memory_kib: 8, passes: 1 }).expect("a possible cost");
        let context = Context::deterministic(start);
        let directory = Directory::new(Arc::new(store), Arc::new(context), passwords);
        let directory = directory.reached_at("https://roster.example.org");
        let keys = directory.bootstrap(FirstKeys::default()).await.expect("bootstrapped");
        Self { directory, admin: admin.or(keys.admin).expect("the first start makes a key") }
    }

    async fn caller(&self) -> Caller {
        let presented = Presented::Key(self.admin.reveal().to_owned());
        let origin = Origin { request_id: "request".to_owned(), address: Ipv4Addr::LOCALHOST.into() };
        self.directory.admit(presented, Action::UsersCreate, "test", origin).await.expect("the admin may")
    }

    async fn invite(&self, username: &str, address: &str) {
        let new = NewUser {
            username: Username::parse(username).ok(),
            email: Email::parse(address).ok(),
            invited: true,
            ..NewUser::default()
        };
        self.directory.create_user(&self.caller().await, new).await.expect("created");
    }

    /// All mail, the oldest first.
    async fn mail(&self) -> Vec<Mail> {
        let page_size = PageSize::parse(100).expect("valid");
        let query = MailQuery { status: None, marker: None, page_size };
        let mut mail = self.directory.list_mail(&self.caller().await, query).await.expect("read").items;
        mail.reverse();
        mail
    }

    /// The only mail.
    async fn only(&self) -> Mail {
        let mut mail = self.mail().await;
        assert_eq!(mail.len(), 1, "{mail:?}");
        mail.remove(0)
    }
}

fn log() -> Logger {
    Logger::root(slog::Discard, slog::o!())
}

/// Retries as soon as the clock, which advances when it is looked at, has moved.
fn pace() -> Pace {
    let wait = TimeDelta::milliseconds(1);
    let retries = Retries { wait_first: wait, wait_max: wait, attempts_max: 3, age_max: TimeDelta::days(1) };
    Pace { retries, poll: Duration::from_millis(1) }
}

/// A sender that goes round when it is told to.
struct Hand {
    work: Work,
    _stop: oneshot::Sender<()>,
}

impl Hand {
    fn new(house: &House, smtp: &SmtpConfig, pace: Pace) -> Self {
        let (stop, stopped) = oneshot::channel();
        let relay = Relay::new(smtp).expect("usable");
        let work = Work { outbox: house.directory.outbox(), relay, pace, log: log(), stopped, failures: 0 };
        Self { work, _stop: stop }
    }

    async fn round(&mut self) {
        assert!(self.work.round().await.is_continue());
    }
}

#[tokio::test]
async fn a_mail_is_sent_once_and_says_who_invites_whom_where() {
    let (mut post, house) = (Post::open().await, House::new().await);
    house.invite("Zo\u{eb}", "zoe@example.org").await;
    let mut hand = Hand::new(&house, &post.smtp(), pace());
    hand.round().await;
    hand.round().await;
    let arrived = post.arrived();
    assert_eq!(arrived.len(), 1, "{arrived:?}");
    let mail = house.only().await;
    assert!(matches!((mail.delivery, mail.attempts), (Delivery::Sent { .. }, 1)), "{mail:?}");
    let headers = [
        "From: Roster <roster@example.org>".to_owned(),
        "To: zoe@example.org".to_owned(),
        "Subject: Your account in the user directory".to_owned(),
        "Auto-Submitted: auto-generated".to_owned(),
        format!("Message-ID: <{}@example.org>", mail.id),
    ];
    for header in headers {
        assert!(arrived[0].lines().any(|line| line == header), "{header} is not in\n{}", arrived[0]);
    }
    for fact in ["admin has created", "Zo\u{eb}", "https://roster.example.org"] {
        assert!(mail.body.contains(fact), "{fact} is not in\n{}", mail.body);
    }
    assert!(!mail.body.contains("assword"), "{}", mail.body);
}

#[tokio::test]
async fn what_is_refused_for_now_is_tried_again() {
    let (mut post, house) = (Post::open().await, House::new().await);
    house.invite("ada", "ada@example.org").await;
    let mut hand = Hand::new(&house, &post.smtp(), pace());
    post.reply_once("RCPT", "451 try again later");
    hand.round().await;
    let waiting = house.only().await;
    assert!(matches!((waiting.delivery, waiting.attempts), (Delivery::Queued { .. }, 1)), "{waiting:?}");
    assert!(waiting.failure.is_some_and(|why| why.contains("try again later")));
    assert_eq!(post.arrived().len(), 0);

    hand.round().await;
    let sent = house.only().await;
    assert!(matches!((sent.delivery, sent.attempts, sent.failure), (Delivery::Sent { .. }, 2, None)));
    assert_eq!(post.arrived().len(), 1);
}

#[tokio::test]
async fn what_is_refused_for_good_is_given_up_and_holds_nobody_up() {
    let (mut post, house) = (Post::open().await, House::new().await);
    for (name, address) in [("ada", "ada@example.org"), ("odd", "<odd>@example.org"), ("bob", "bob@example.org")] {
        house.invite(name, address).await;
    }
    let mut hand = Hand::new(&house, &post.smtp(), pace());
    post.reply_once("RCPT", "550 no such user");
    hand.round().await;
    hand.round().await;
    let mail = house.mail().await;
    let statuses: Vec<MailStatus> = mail.iter().map(|mail| mail.delivery.status()).collect();
    assert_eq!(statuses, [MailStatus::Failed, MailStatus::Failed, MailStatus::Sent]);
    let reasons: Vec<&str> = mail.iter().filter_map(|mail| mail.failure.as_deref()).collect();
    assert!(reasons[0].contains("no such user") && reasons[1].contains("cannot be written to"), "{reasons:?}");
    assert_eq!(post.arrived().len(), 1);
}

#[tokio::test]
async fn without_a_server_mail_waits_and_is_given_up_in_the_end() {
    let house = House::new().await;
    house.invite("ada", "ada@example.org").await;
    house.invite("bob", "bob@example.org").await;
    let closed = {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        listener.local_addr().expect("it is bound").port()
    };
    let address = SmtpAddress { host: "127.0.0.1".into(), port: closed };
    let smtp = SmtpConfig { address, tls: SmtpTls::None, credentials: None, from: "roster@example.org".into() };
    let mut hand = Hand::new(&house, &smtp, pace());
    hand.round().await;
    let attempts: Vec<u32> = house.mail().await.iter().map(|mail| mail.attempts).collect();
    assert_eq!(attempts, [1, 0], "one is enough to see that nobody is there");
    assert_eq!(hand.work.failures, 1);
    for _ in 0..5 {
        hand.round().await;
    }
    for mail in house.mail().await {
        assert!(matches!((mail.delivery, mail.attempts), (Delivery::Failed { .. }, 3)), "{mail:?}");
        assert!(mail.failure.is_some_and(|why| why.to_lowercase().contains("refused")));
    }
}

#[tokio::test]
async fn a_login_that_the_server_refuses_is_not_the_mails_fault() {
    let (post, house) = (Post::open().await, House::new().await);
    house.invite("ada", "ada@example.org").await;
    let password = crate::config::SmtpPassword::from("secret".to_owned());
    let smtp = SmtpConfig { credentials: Some(("roster".into(), password)), ..post.smtp() };
    let mut hand = Hand::new(&house, &smtp, pace());
    post.reply_once("AUTH", "535 who are you");
    hand.round().await;
    let mail = house.only().await;
    assert!(matches!(mail.delivery, Delivery::Queued { .. }), "{mail:?}");
    assert!(mail.failure.is_some_and(|why| why.contains("who are you") && !why.contains("secret")));
    hand.round().await;
    assert!(matches!(house.only().await.delivery, Delivery::Sent { .. }));
}

#[tokio::test]
async fn a_server_without_encryption_gets_neither_mail_nor_password() {
    let (mut post, house) = (Post::open().await, House::new().await);
    house.invite("ada", "ada@example.org").await;
    let password = crate::config::SmtpPassword::from("secret".to_owned());
    let smtp = SmtpConfig { tls: SmtpTls::Starttls, credentials: Some(("roster".into(), password)), ..post.smtp() };
    // The password would be let in.
    post.reply_once("MAIL", "550 nobody gets here");
    Hand::new(&house, &smtp, pace()).round().await;
    let mail = house.only().await;
    assert!(matches!(mail.delivery, Delivery::Queued { .. }), "{mail:?}");
    assert!(mail.failure.is_some_and(|why| why.contains("TLS")));
    assert_eq!(post.arrived().len(), 0);
}

#[tokio::test]
async fn mail_that_has_waited_for_too_long_is_not_sent() {
    let (mut post, house) = (Post::open().await, House::new().await);
    house.invite("ada", "ada@example.org").await;
    let retries = Retries { age_max: TimeDelta::zero(), ..pace().retries };
    Hand::new(&house, &post.smtp(), Pace { retries, ..pace() }).round().await;
    let mail = house.only().await;
    assert!(matches!((mail.delivery, mail.attempts), (Delivery::Failed { .. }, 0)), "{mail:?}");
    assert_eq!(post.arrived().len(), 0);
}

#[tokio::test]
async fn the_queue_survives_a_restart_and_nothing_is_sent_twice() {
    let mut post = Post::open().await;
    let place = tempfile::tempdir().expect("a temporary directory can be made");
    let open = || SqliteStore::open(place.path(), 1, &log()).expect("the directory is free");
    let admin = {
        let house = House::over(open(), None).await;
        house.invite("ada", "ada@example.org").await;
        house.invite("bob", "bob@example.org").await;
        post.reply_once("RCPT", "451 try again later");
        Hand::new(&house, &post.smtp(), pace()).round().await;
        house.admin
    };
    assert_eq!(post.arrived().len(), 1, "one was postponed, the other taken");
    for expected in [1, 0] {
        let house = House::over(open(), Some(admin.clone())).await;
        Hand::new(&house, &post.smtp(), pace()).round().await;
        assert_eq!(post.arrived().len(), expected);
    }
}

#[tokio::test]
async fn a_stop_finishes_the_mail_that_is_being_sent() {
    let (mut post, house) = (Post::open().await, House::new().await);
    house.invite("ada", "ada@example.org").await;
    let sender = Sender::start(house.directory.outbox(), &post.smtp(), pace(), &log()).expect("usable");
    let arrived = post.sent.recv().await;
    sender.stop().await;
    assert!(arrived.is_some_and(|text| text.contains("To: ada@example.org")));
    assert!(matches!(house.only().await.delivery, Delivery::Sent { .. }));
}

#[tokio::test]
async fn much_mail_is_sent_without_a_pause() {
    let (mut post, house) = (Post::open().await, House::new().await);
    for number in 0..=MAIL_BATCH_MAX {
        house.invite(&format!("user{number}"), &format!("user{number}@example.org")).await;
    }
    let forever = Pace { poll: Duration::from_secs(3600), ..pace() };
    let sender = Sender::start(house.directory.outbox(), &post.smtp(), forever, &log()).expect("usable");
    for number in 0..=MAIL_BATCH_MAX {
        let text = post.sent.recv().await.expect("it arrives");
        assert!(text.contains(&format!("To: user{number}@example.org")), "what waits longest is sent first: {text}");
    }
    sender.stop().await;
}

#[test]
fn a_mailbox_that_nobody_can_write_from_is_refused_at_the_start() {
    let address = SmtpAddress { host: "localhost".into(), port: 25 };
    let smtp = |tls, from: &str| SmtpConfig { address: address.clone(), tls, credentials: None, from: from.to_owned() };
    assert!(matches!(Relay::new(&smtp(SmtpTls::None, "nobody")), Err(RelayError::From(_))));
    for tls in [SmtpTls::Starttls, SmtpTls::Implicit] {
        assert!(Relay::new(&smtp(tls, "roster@example.org")).is_ok(), "{tls:?}");
    }
}
