//! How the words of the domain stand in a column: days, moments, tokens and numbers.

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};

use crate::domain::batch::BatchKey;
use crate::domain::contact::{Fit, Flag, Origin};
use crate::domain::decision::DecisionKind;
use crate::domain::fact::FactKind;
use crate::domain::id::{ContactId, DecisionId, DraftId, FactId, NoteId, RequestId, RunId, SignId, TouchId};
use crate::domain::profile::ProfileItem;
use crate::domain::request::{Channel, Direction, Evidence, Standing};
use crate::domain::rules::RuleKey;
use crate::domain::run::TableKind;
use crate::domain::sign::SignKind;
use crate::domain::time::{Day, Moment};
use crate::domain::touch::TouchKind;

fn read<T>(value: ValueRef<'_>, parse: impl FnOnce(&str) -> Option<T>, what: &str) -> FromSqlResult<T> {
    let text = value.as_str()?;
    parse(text).ok_or_else(|| FromSqlError::Other(format!("{text:?} is not {what}").into()))
}

macro_rules! dates {
    ($($type:ty = $what:literal),+) => {$(
        impl ToSql for $type {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.to_string().into())
            }
        }

        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                read(value, Self::parse, $what)
            }
        }
    )+};
}

dates!(Day = "a day", Moment = "a moment");

macro_rules! tokens {
    ($($type:ty = $what:literal),+ $(,)?) => {$(
        impl ToSql for $type {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.token().into())
            }
        }

        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                read(value, Self::from_token, $what)
            }
        }
    )+};
}

tokens!(
    Fit = "a fit",
    Origin = "an origin",
    Direction = "a direction",
    Channel = "a channel",
    Standing = "a standing",
    Evidence = "an evidence",
    SignKind = "a sign",
    TouchKind = "a touch",
    DecisionKind = "an item to decide",
    TableKind = "a table of an export",
    RuleKey = "a rule",
    Flag = "a flag",
    FactKind = "a fact",
    ProfileItem = "an item of the profile",
);

macro_rules! numbers {
    ($($type:ident),+) => {$(
        impl ToSql for $type {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.0.into())
            }
        }

        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                u32::column_result(value).map($type)
            }
        }
    )+};
}

numbers!(ContactId, RequestId, SignId, TouchId, NoteId, DecisionId, RunId, FactId, DraftId);

impl ToSql for BatchKey {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for BatchKey {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        String::column_result(value).map(Self)
    }
}
