//! Reads the whole directory through its public API, in the words of a view, so that it can be compared with what was
//! acknowledged. Must not know what was.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::http::{Answer, Connection, Request};
use crate::world::View;

/// Entries of a page of groups or roles.
const PAGE: usize = 1000;

/// What the server shows.
#[derive(Debug, Default)]
pub(crate) struct Observation {
    lines: View,
    /// The id of each line, where it has one.
    pub(crate) ids: BTreeMap<String, String>,
}

impl Observation {
    /// Reads everything, as the administrator whose key it is.
    pub(crate) fn read(connection: &mut Connection, key: &str) -> Result<Self> {
        let mut reader = Reader { connection, key, found: Self::default() };
        reader.read_users()?;
        reader.read_pages("/api/v2/usergroup", "group")?;
        reader.read_pages("/api/v2/role", "role")?;
        reader.read_organizations()?;
        reader.read_metaschemas()?;
        reader.read_keys()?;
        Ok(reader.found)
    }

    /// The part of it that has names which begin with the prefix.
    pub(crate) fn part(&self, prefix: &str) -> View {
        let of_worker = |line: &str| line.split_once(' ').is_some_and(|(_, name)| name.starts_with(prefix));
        self.lines
            .iter()
            .filter(|(line, _)| of_worker(line))
            .map(|(line, value)| (line.clone(), value.clone()))
            .collect()
    }
}

struct Reader<'c> {
    connection: &'c mut Connection,
    key: &'c str,
    found: Observation,
}

impl Reader<'_> {
    fn get(&mut self, path: &str) -> Result<Answer> {
        let answer = self.connection.exchange(&Request::new("GET", path).with(self.key))?;
        ensure!(answer.status == 200, "GET {path} is answered with {}: {}", answer.status, answer.text());
        Ok(answer)
    }

    fn add(&mut self, word: &str, name: &str, value: Value, id: Option<&str>) -> Result<()> {
        let line = format!("{word} {name}");
        if let Some(id) = id {
            self.found.ids.insert(line.clone(), id.to_owned());
        }
        ensure!(self.found.lines.insert(line, value).is_none(), "the {word} {name} is there twice");
        Ok(())
    }

    fn read_users(&mut self) -> Result<()> {
        let answer = self.get("/roster/v1/export")?;
        for line in answer.text().lines() {
            let row: Value =
                serde_json::from_str(line).with_context(|| format!("{line:?} is not a row of an export"))?;
            let (name, id) = (text(&row, "username"), text(&row, "id"));
            if row["kind"] == "service" {
                self.add("service", name, json!(text(&row, "description")), Some(id))?;
                continue;
            }
            let value = json!({
                "email": text(&row, "email"), "displayName": text(&row, "displayName"),
                "disabled": row["status"] == "disabled", "roles": set(&row["roles"]), "groups": set(&row["groups"]),
                "permissions": set(&row["permissions"]), "team": row.pointer("/metadata/team"),
            });
            self.add("user", name, value, Some(id))?;
        }
        Ok(())
    }

    fn read_pages(&mut self, path: &str, word: &str) -> Result<()> {
        for offset in (0..).step_by(PAGE) {
            let page = self.get(&format!("{path}?limit={PAGE}&offset={offset}"))?.json();
            for item in items(&page["response"]["items"])? {
                self.add(word, text(item, "name"), json!(text(item, "description")), Some(text(item, "id")))?;
            }
            if page["response"]["moreItems"] != true {
                break;
            }
        }
        Ok(())
    }

    fn read_organizations(&mut self) -> Result<()> {
        let mut path = "/api/admin/v1/organizations".to_owned();
        loop {
            let page = self.get(&path)?.json();
            for item in items(&page["items"])? {
                self.add("organization", text(item, "name"), json!(""), Some(text(item, "id")))?;
            }
            let Some(marker) = page["marker"].as_str() else { return Ok(()) };
            path = format!("/api/admin/v1/organizations?marker={marker}");
        }
    }

    fn read_metaschemas(&mut self) -> Result<()> {
        let all = self.get("/v1beta1/meta/schemas")?.json();
        for item in items(&all["metaschemas"])? {
            self.add("metaschema", text(item, "name"), item["schema"].clone(), Some(text(item, "id")))?;
        }
        Ok(())
    }

    fn read_keys(&mut self) -> Result<()> {
        let all = self.get("/api/v1/users/auth/keys/_all")?.json();
        for item in items(&all["keys"])? {
            self.add("key", text(item, "description"), item["user_id"].clone(), Some(text(item, "id")))?;
        }
        Ok(())
    }
}

fn text<'v>(value: &'v Value, member: &str) -> &'v str {
    value[member].as_str().unwrap_or_default()
}

fn set(value: &Value) -> BTreeSet<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn items(value: &Value) -> Result<&Vec<Value>> {
    value.as_array().with_context(|| format!("{value} is no list"))
}
