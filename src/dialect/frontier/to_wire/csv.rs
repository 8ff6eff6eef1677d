//! Users as comma-separated values. It must not know which users.

use std::borrow::Cow;

use csv::Writer;
use futures::{StreamExt, stream};
use specgen_runtime::TextItems;

use super::{state, text};
use crate::directory::{Listing, UserView};
use crate::domain::Error;

/// The names of the columns.
const HEADER: [&str; 6] = ["User ID", "Name", "Title", "Email", "State", "Joined At"];

/// A line with the names of the columns, then a line for each user, as they are read.
pub(in super::super) fn user_lines(listing: Listing<UserView>) -> TextItems {
    let header = stream::once(async { line(&HEADER.map(str::to_owned)) });
    TextItems::new(header.chain(listing.map(|view| line(&cells(&view?)))))
}

fn cells(view: &UserView) -> [String; 6] {
    let user = &view.user;
    [
        user.id.to_uuid(),
        user.username.to_string(),
        text(user.display_name.as_ref()),
        user.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        state(user.status).to_owned(),
        user.created_at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
    ]
}

fn line(cells: &[String; 6]) -> Result<String, Error> {
    let mut writer = Writer::from_writer(Vec::new());
    writer.write_record(cells.iter().map(|cell| defused(cell).into_owned())).map_err(Error::internal)?;
    let bytes = writer.into_inner().map_err(|error| Error::internal(error.into_error()))?;
    String::from_utf8(bytes).map_err(Error::internal)
}

/// The text so that no spreadsheet takes it for a formula: anybody chooses the own title, and somebody else opens it.
fn defused(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_quoted_where_it_must_be_and_runs_nowhere() {
        let cases = [
            ("Ada", "Ada"),
            ("", ""),
            ("Ada, \"Countess\"", "\"Ada, \"\"Countess\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("Zo\u{eb}", "Zo\u{eb}"),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "\"'\r=1\""),
            ("a=1", "a=1"),
            ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
        ];
        for (cell, expected) in cases {
            let cells = ["id", "name", cell, "", "enabled", "then"].map(str::to_owned);
            assert_eq!(line(&cells).expect("texts"), format!("id,name,{expected},,enabled,then\n"), "{cell}");
        }
    }
}
