//! The fields of forms, each with its label and what can be written in it.

/// The fields there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldName {
    /// Whole name.
    Name,
    /// Company.
    Company,
    /// Role.
    Role,
    /// Address.
    Address,
    /// E-mail.
    Email,
    /// Why this contact.
    Purpose,
    /// low, medium or high.
    Fit,
    /// Tags.
    Tags,
    /// The day it was sent.
    On,
    /// The message that went with it.
    Message,
    /// How one came to ask.
    Source,
    /// Where it was asked, or told.
    Channel,
    /// What they said.
    Words,
    /// What kind of thing a fact is.
    Kind,
    /// The thing.
    Thing,
    /// When it was, where that is known.
    Day,
}

impl FieldName {
    /// What an empty field stands for.
    pub fn placeholder(self) -> &'static str {
        match self {
            FieldName::On => "today",
            FieldName::Channel => "linkedin",
            FieldName::Name
            | FieldName::Company
            | FieldName::Role
            | FieldName::Address
            | FieldName::Email
            | FieldName::Purpose
            | FieldName::Fit
            | FieldName::Tags
            | FieldName::Message
            | FieldName::Source
            | FieldName::Kind
            | FieldName::Thing
            | FieldName::Day
            | FieldName::Words => "",
        }
    }

    /// Its label, and what can be written.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            FieldName::Name => ("name", "whole name"),
            FieldName::Company => ("company", ""),
            FieldName::Role => ("role", ""),
            FieldName::Address => ("address", "https://www.linkedin.com/in/..."),
            FieldName::Email => ("e-mail", ""),
            FieldName::Purpose => ("purpose", "why this contact?"),
            FieldName::Fit => ("fit", "low, medium or high: how likely to be interested"),
            FieldName::Tags => ("tags", "with blanks between them"),
            FieldName::On => ("when", "today, 3d, fri, 22 nov, 2026-11-22"),
            FieldName::Message => ("message", "what went with it; empty: no message"),
            FieldName::Source => ("source", "search, event, alumni, referral, post"),
            FieldName::Channel => ("channel", "linkedin, event, email, other"),
            FieldName::Words => ("words", "their own, or nothing"),
            FieldName::Kind => ("kind", "work, interest, mutual, event, group, offer"),
            FieldName::Thing => ("what", "in a few words, as a message would name it"),
            FieldName::Day => ("when", "22 nov, 2026-11-22, or nothing"),
        }
    }
}
