//! Requests with placeholders, and the batches that are made from them.
//! Must not know what a request is for, or how batches are sent.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::net::SocketAddr;

use serde::{Deserialize, Serialize};

use crate::load::Batch;

/// A request in which `{word}` stands for a value: of the whole run, of what the request is about, or `{serial}`, a number
/// that no other request of the run has. Braces around anything else are themselves.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RequestTemplate<T = &'static str> {
    pub(crate) method: T,
    pub(crate) path: T,
    /// The header line with the caller's credential, empty for none.
    #[serde(default)]
    pub(crate) credential: T,
    /// The JSON body, empty for none.
    #[serde(default)]
    pub(crate) body: T,
    pub(crate) expected_status: u16,
}

impl RequestTemplate {
    /// A request without a body, to be answered with 200.
    pub(crate) const fn get(path: &'static str, credential: &'static str) -> Self {
        Self::new("GET", path, credential, "", 200)
    }

    /// Any request.
    pub(crate) const fn new(
        method: &'static str,
        path: &'static str,
        credential: &'static str,
        body: &'static str,
        expected_status: u16,
    ) -> Self {
        RequestTemplate { method, path, credential, body, expected_status }
    }
}

/// Words and what they stand for: a user in all the words that the dialects have for it, a place in a list, or what holds
/// for a whole run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Values(BTreeMap<Cow<'static, str>, String>);

impl Values {
    /// The same, and a word more.
    pub(crate) fn with(mut self, word: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        self.set(word, value);
        self
    }

    /// Gives a word a value.
    pub(crate) fn set(&mut self, word: impl Into<Cow<'static, str>>, value: impl Into<String>) {
        self.0.insert(word.into(), value.into());
    }

    /// What a word stands for.
    pub(crate) fn get(&self, word: &str) -> Option<&str> {
        self.0.get(word).map(String::as_str)
    }
}

/// Makes batches of requests; with the same seed and the same calls, the same batches.
#[derive(Debug)]
pub(crate) struct RequestMaker {
    address: SocketAddr,
    /// What holds for every request.
    pub(crate) values: Values,
    pub(crate) choice: fastrand::Rng,
    serial: u64,
}

impl RequestMaker {
    /// Requests to an address. Serial numbers begin after `serial`.
    pub(crate) fn new(address: SocketAddr, values: Values, seed: u64, serial: u64) -> Self {
        RequestMaker { address, values, choice: fastrand::Rng::with_seed(seed), serial }
    }

    /// The serial number of the request made last, as it stands in the request.
    pub(crate) fn last_serial(&self) -> String {
        serial_text(self.serial)
    }

    /// Where requests go from now on.
    pub(crate) fn move_to(&mut self, address: SocketAddr) {
        self.address = address;
    }

    /// How many requests there have been.
    pub(crate) fn serial(&self) -> u64 {
        self.serial
    }

    /// As many requests as asked for, each about something picked at random.
    pub(crate) fn batch<T: AsRef<str>>(
        &mut self,
        template: &RequestTemplate<T>,
        subjects: &[Values],
        count: usize,
    ) -> Batch {
        let mut batch = Batch::default();
        for _ in 0..count {
            let picked = self.choice.choice(subjects);
            self.push(&mut batch, template, picked);
        }
        batch
    }

    /// One request about each, in their order.
    pub(crate) fn batch_of_each<T: AsRef<str>>(&mut self, template: &RequestTemplate<T>, subjects: &[Values]) -> Batch {
        let mut batch = Batch::default();
        for subject in subjects {
            self.push(&mut batch, template, Some(subject));
        }
        batch
    }

    /// Adds one request to a batch.
    pub(crate) fn push<T: AsRef<str>>(
        &mut self,
        batch: &mut Batch,
        template: &RequestTemplate<T>,
        subject: Option<&Values>,
    ) {
        self.serial += 1;
        let serial = serial_text(self.serial);
        let look_up = |word: &str| match word {
            "serial" => Some(serial.as_str()),
            _ => subject.and_then(|subject| subject.get(word)).or_else(|| self.values.get(word)),
        };
        batch.push(template.expected_status, |bytes| render(template, self.address, look_up, bytes));
    }
}

fn render<'v, T: AsRef<str>>(
    template: &RequestTemplate<T>,
    host: SocketAddr,
    look_up: impl Fn(&str) -> Option<&'v str> + Copy,
    bytes: &mut Vec<u8>,
) {
    let method = template.method.as_ref();
    let body = fill(template.body.as_ref(), look_up);
    let (path, credential) = (fill(template.path.as_ref(), look_up), fill(template.credential.as_ref(), look_up));
    let end = if credential.is_empty() { "" } else { "\r\n" };
    let content = match body.len() {
        0 if method == "GET" => String::new(),
        0 => "content-length: 0\r\n".to_owned(),
        length => format!("content-type: application/json\r\ncontent-length: {length}\r\n"),
    };
    let request = format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\n{credential}{end}{content}\r\n{body}");
    bytes.extend_from_slice(request.as_bytes());
}

/// Puts values in the places of their words.
pub(crate) fn fill<'v>(text: &str, look_up: impl Fn(&str) -> Option<&'v str>) -> String {
    let mut filled = String::with_capacity(text.len() + 64);
    let mut rest = text;
    while let Some((before, from_word)) = rest.split_once('{') {
        filled.push_str(before);
        let word_bytes = from_word.bytes().take_while(|byte| byte.is_ascii_lowercase() || *byte == b'_').count();
        let (word, after) = from_word.split_at(word_bytes);
        match (after.strip_prefix('}'), look_up(word)) {
            (Some(after), Some(value)) => {
                filled.push_str(value);
                rest = after;
            }
            _ => {
                filled.push('{');
                rest = from_word;
            }
        }
    }
    filled + rest
}

/// The serial has one width, so that bodies of one workload have one length.
pub(crate) fn serial_text(serial: u64) -> String {
    format!("{serial:010}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn maker() -> RequestMaker {
        let address = SocketAddr::from(([127, 0, 0, 1], 80));
        RequestMaker::new(address, Values::default().with("admin", "ADMIN"), 1, 6)
    }

    #[test]
    fn request_is_complete_http_with_the_length_of_its_filled_body() {
        let template = RequestTemplate::new(
            "PATCH",
            "/api/v1/user/{username}",
            "authorization: Bearer {admin}",
            r#"{"full_name":"Name {serial}","security":{},"x":{"{unknown}":1}}"#,
            200,
        );
        let mut batch = Batch::default();
        maker().push(&mut batch, &template, Some(&Values::default().with("username", "u1")));
        let expected = "PATCH /api/v1/user/u1 HTTP/1.1\r\nhost: 127.0.0.1:80\r\nauthorization: Bearer ADMIN\r\n\
                        content-type: application/json\r\ncontent-length: 65\r\n\r\n\
                        {\"full_name\":\"Name 0000000007\",\"security\":{},\"x\":{\"{unknown}\":1}}";
        assert_eq!(format!("{batch:?}"), {
            let mut alone = Batch::default();
            alone.push(200, |bytes| bytes.extend_from_slice(expected.as_bytes()));
            format!("{alone:?}")
        });
    }

    #[test]
    fn same_seed_picks_the_same_subjects() {
        let subjects: Vec<Values> = (0..50).map(|index| Values::default().with("id", format!("{index}"))).collect();
        let template = RequestTemplate::get("/{id}", "");
        let [first, second] = [(); 2].map(|()| format!("{:?}", maker().batch(&template, &subjects, 20)));
        assert_eq!(first, second);
    }
}
