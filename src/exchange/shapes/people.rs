//! The shapes of a contact and of a request.

use serde::Serialize;

use super::known;
use crate::domain::contact::{Contact, Fit, Flag, Listed, Origin};
use crate::domain::request::{Channel, Direction, Evidence, Request, Standing};
use crate::domain::time::{Day, Moment};

/// A contact.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct ContactShape<'a> {
    pub id: String,
    pub first_name: Option<&'a str>,
    pub last_name: Option<&'a str>,
    pub slug: Option<&'a str>,
    pub url: Option<String>,
    pub company: Option<&'a str>,
    pub role: Option<&'a str>,
    pub email: Option<&'a str>,
    pub connected_on: Option<Day>,
    pub purpose: Option<&'a str>,
    pub fit: Option<Fit>,
    pub tags: &'a [String],
    pub archived: bool,
    pub former_slugs: &'a [String],
    pub former_names: &'a [String],
    pub listed_on: Option<Day>,
    pub gone_on: Option<Day>,
    pub ask_again_on: Option<Day>,
    pub listed: Option<&'a Listed>,
    pub origin: Origin,
    pub flags: &'a [Flag],
}

/// A request.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct RequestShape<'a> {
    pub id: String,
    pub contact: String,
    pub direction: Direction,
    pub channel: Channel,
    pub source: Option<&'a str>,
    pub attempt: u32,
    pub sent_on: Day,
    pub sent_at: Option<Moment>,
    pub message: Option<&'a str>,
    pub standing: Standing,
    pub settled_on: Option<Day>,
    pub settled_at: Option<Moment>,
    pub evidence: Evidence,
    pub snoozed_until: Option<Day>,
    pub sent_raw: Option<&'a str>,
    pub recorded_on: Day,
    pub confirmed_on: Option<Day>,
    pub by_name: bool,
    pub against: Option<&'a str>,
    pub opened: bool,
    pub origin: Origin,
    pub template: Option<&'a str>,
    pub score: Option<u8>,
    pub profile: Option<u8>,
}

impl<'a> From<&'a Contact> for ContactShape<'a> {
    fn from(contact: &'a Contact) -> Self {
        let Contact {
            id,
            first_name,
            last_name,
            slug,
            former_slugs,
            former_names,
            listed_on,
            url: _, // the address is this one or made of the slug
            email,
            company,
            role,
            purpose,
            fit,
            tags,
            connected_on,
            gone_on,
            ask_again_on,
            flags,
            archived,
            origin,
            listed,
        } = contact;
        Self {
            id: id.to_string(),
            first_name: known(first_name),
            last_name: known(last_name),
            slug: known(slug),
            url: contact.address(),
            company: known(company),
            role: known(role),
            email: known(email),
            connected_on: *connected_on,
            purpose: known(purpose),
            fit: *fit,
            tags,
            archived: *archived,
            former_slugs,
            former_names,
            listed_on: *listed_on,
            gone_on: *gone_on,
            ask_again_on: *ask_again_on,
            listed: listed.as_deref(),
            origin: *origin,
            flags,
        }
    }
}

impl<'a> From<&'a Request> for RequestShape<'a> {
    fn from(request: &'a Request) -> Self {
        let Request {
            id,
            contact,
            direction,
            channel,
            source,
            attempt,
            sent_on,
            sent_at,
            sent_raw,
            message,
            standing,
            settled_on,
            settled_at,
            evidence,
            snoozed_until,
            origin,
            recorded_on,
            confirmed_on,
            by_name,
            against,
            opened,
            template,
            score,
            profile,
        } = request;
        Self {
            id: id.to_string(),
            contact: contact.to_string(),
            direction: *direction,
            channel: *channel,
            source: known(source),
            attempt: *attempt,
            sent_on: *sent_on,
            sent_at: *sent_at,
            message: known(message),
            standing: *standing,
            settled_on: *settled_on,
            settled_at: *settled_at,
            evidence: *evidence,
            snoozed_until: *snoozed_until,
            sent_raw: known(sent_raw),
            recorded_on: *recorded_on,
            confirmed_on: *confirmed_on,
            by_name: *by_name,
            against: known(against),
            opened: *opened,
            origin: *origin,
            template: known(template),
            score: *score,
            profile: *profile,
        }
    }
}
