-- Schema 1: people, requests, signs, touches, notes, rules, imports, and the journal of every change to them.
--
-- Reason: the first schema, of inroads 0.1.0.
--
-- Days are text such as 2026-11-22, moments such as 2026-11-22T08:14Z (UTC). An empty text means "not known"; NULL
-- means "none". AUTOINCREMENT keeps the highest number that was ever given, so that no number names two things.
-- Lists are made in memory, so all indexes but one serve the foreign keys. A column is compared with each word that it
-- can hold, since for `IN` and more than two words SQLite makes a table of them for each row that is written.
--
-- A decision and a listing name contacts and requests without a foreign key: they tell what an import found, and stay
-- true when the request or the contact goes.

CREATE TABLE book (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    needs TEXT NOT NULL -- the first version of inroads that can read this schema
) STRICT;

CREATE TABLE contact (
    id                INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 4294967295),
    first_name        TEXT NOT NULL,
    last_name         TEXT NOT NULL,
    slug              TEXT NOT NULL,
    url               TEXT NOT NULL,
    email             TEXT NOT NULL,
    company           TEXT NOT NULL,
    role              TEXT NOT NULL,
    purpose           TEXT NOT NULL,
    fit               TEXT CHECK (fit = 'low' OR fit = 'medium' OR fit = 'high'),
    connected_on      TEXT CHECK (connected_on IS date(connected_on)),
    listed_on         TEXT CHECK (listed_on IS date(listed_on)),
    gone_on           TEXT CHECK (gone_on IS date(gone_on)),
    ask_again_on      TEXT CHECK (ask_again_on IS date(ask_again_on)),
    archived          INTEGER NOT NULL CHECK (archived IN (0, 1)),
    origin            TEXT NOT NULL CHECK (origin IN ('hand', 'export')),
    listed_first_name TEXT,
    listed_last_name  TEXT,
    listed_company    TEXT,
    listed_role       TEXT,
    CHECK ((listed_first_name IS NULL) = (listed_last_name IS NULL)),
    CHECK ((listed_first_name IS NULL) = (listed_company IS NULL)),
    CHECK ((listed_first_name IS NULL) = (listed_role IS NULL))
) STRICT;
CREATE INDEX contact_ask_again ON contact (ask_again_on) WHERE ask_again_on IS NOT NULL; -- for the first screen

CREATE TABLE former_slug (
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    slug    TEXT NOT NULL,
    PRIMARY KEY (contact, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE former_name (
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    name    TEXT NOT NULL,
    PRIMARY KEY (contact, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_tag (
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    tag     TEXT NOT NULL CHECK (tag <> ''),
    PRIMARY KEY (contact, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE request (
    id            INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 4294967295),
    contact       INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    direction     TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
    channel       TEXT NOT NULL CHECK (channel = 'linkedin' OR channel = 'event' OR channel = 'email' OR
                                       channel = 'other'),
    source        TEXT NOT NULL,
    attempt       INTEGER NOT NULL CHECK (attempt >= 0),
    sent_on       TEXT NOT NULL CHECK (sent_on IS date(sent_on)),
    sent_at       TEXT CHECK (sent_at IS strftime('%Y-%m-%dT%H:%MZ', sent_at)),
    sent_raw      TEXT NOT NULL,
    message       TEXT NOT NULL,
    standing      TEXT NOT NULL CHECK (standing = 'draft' OR standing = 'pending' OR standing = 'accepted' OR
                                       standing = 'declined' OR standing = 'withdrawn' OR standing = 'expired' OR
                                       standing = 'reported' OR standing = 'ignored' OR
                                       standing = 'no_longer_listed'),
    settled_on    TEXT CHECK (settled_on IS date(settled_on)),
    settled_at    TEXT CHECK (settled_at IS strftime('%Y-%m-%dT%H:%MZ', settled_at)),
    evidence      TEXT NOT NULL CHECK (evidence = 'seen' OR evidence = 'told' OR evidence = 'imported' OR
                                       evidence = 'inferred'),
    snoozed_until TEXT CHECK (snoozed_until IS date(snoozed_until)),
    origin        TEXT NOT NULL CHECK (origin IN ('hand', 'export')),
    recorded_on   TEXT NOT NULL CHECK (recorded_on IS date(recorded_on)),
    confirmed_on  TEXT CHECK (confirmed_on IS date(confirmed_on)),
    by_name       INTEGER NOT NULL CHECK (by_name IN (0, 1)),
    against       TEXT NOT NULL,
    opened        INTEGER NOT NULL CHECK (opened IN (0, 1))
) STRICT;
CREATE INDEX request_contact ON request (contact);

CREATE TABLE sign (
    id      INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 4294967295),
    request INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    kind    TEXT NOT NULL CHECK (kind = 'public_posts_only' OR kind = 'viewed_profile' OR kind = 'reacted' OR
                                 kind = 'active_elsewhere' OR kind = 'inactive_account' OR kind = 'told_yes' OR
                                 kind = 'told_no'),
    day     TEXT NOT NULL CHECK (day IS date(day)),
    text    TEXT NOT NULL,
    channel TEXT CHECK (channel = 'linkedin' OR channel = 'event' OR channel = 'email' OR channel = 'other')
) STRICT;
CREATE INDEX sign_request ON sign (request);

CREATE TABLE touch (
    id        INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 4294967295),
    contact   INTEGER REFERENCES contact (id) ON DELETE CASCADE, -- NULL for an own post or talk
    kind      TEXT NOT NULL CHECK (kind = 'like' OR kind = 'comment' OR kind = 'share' OR kind = 'follow' OR
                                   kind = 'message' OR kind = 'call' OR kind = 'met' OR kind = 'introduction' OR
                                   kind = 'help_given' OR kind = 'help_received' OR kind = 'opportunity' OR
                                   kind = 'other'),
    direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
    text      TEXT NOT NULL,
    day       TEXT NOT NULL CHECK (day IS date(day)),
    at        TEXT CHECK (at IS strftime('%Y-%m-%dT%H:%MZ', at)),
    origin    TEXT NOT NULL CHECK (origin IN ('hand', 'export'))
) STRICT;
CREATE INDEX touch_contact ON touch (contact);

CREATE TABLE note (
    id      INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 4294967295),
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    text    TEXT NOT NULL,
    at      TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%MZ', at))
) STRICT;
CREATE INDEX note_contact ON note (contact);

CREATE TABLE decision (
    id        INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 4294967295),
    kind      TEXT NOT NULL CHECK (kind = 'same_name' OR kind = 'new_address' OR kind = 'contradiction'),
    contact   INTEGER NOT NULL,
    other     INTEGER,
    request   INTEGER,
    standing  TEXT CHECK (standing = 'draft' OR standing = 'pending' OR standing = 'accepted' OR
                          standing = 'declined' OR standing = 'withdrawn' OR standing = 'expired' OR
                          standing = 'reported' OR standing = 'ignored' OR standing = 'no_longer_listed'),
    day       TEXT CHECK (day IS date(day)),
    text      TEXT NOT NULL,
    raised_on TEXT NOT NULL CHECK (raised_on IS date(raised_on)),
    settled   INTEGER NOT NULL CHECK (settled IN (0, 1))
) STRICT;

CREATE TABLE rule ( -- only what the user changed
    key   TEXT PRIMARY KEY CHECK (key = 'account' OR key = 'message_length_free' OR
                                  key = 'message_length_premium' OR key = 'messages_a_month' OR key = 'week_aim' OR
                                  key = 'week_cap' OR key = 'pile_careful' OR key = 'pile_pause' OR
                                  key = 'wait_after_withdrawal' OR key = 'expires_after_days' OR
                                  key = 'quiet_age' OR key = 'stale_age' OR key = 'attempts' OR key = 'profile_age'),
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE import_run (
    id         INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 4294967295),
    path       TEXT NOT NULL, -- the name alone, without the folders above it
    as_of      TEXT NOT NULL CHECK (as_of IS date(as_of)),
    at         TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%MZ', at)),
    owner      TEXT NOT NULL,
    owner_slug TEXT NOT NULL
) STRICT;

CREATE TABLE import_table (
    run   INTEGER NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    file  TEXT NOT NULL,
    kind  TEXT NOT NULL CHECK (kind = 'connections' OR kind = 'invitations' OR kind = 'messages'),
    rows  INTEGER NOT NULL CHECK (rows >= 0),
    PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE listing ( -- which import listed which request
    run     INTEGER NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    request INTEGER NOT NULL,
    PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    key     TEXT NOT NULL UNIQUE,
    at      TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%MZ', at)),
    maker   TEXT NOT NULL,
    what    TEXT NOT NULL,
    kind    TEXT NOT NULL CHECK (kind = 'do' OR kind = 'undo' OR kind = 'redo'),
    undoes  TEXT, -- the key of the batch that this one takes back
    undone  INTEGER NOT NULL CHECK (undone IN (0, 1)),
    changes TEXT NOT NULL, -- a JSON list; last, so that a list of the journal never reads it
    CHECK ((kind = 'do') = (undoes IS NULL))
) STRICT;

CREATE TABLE journal_more ( -- how the changes of a large batch go on
    number  INTEGER NOT NULL REFERENCES journal (number) ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    changes TEXT NOT NULL, -- a JSON list
    PRIMARY KEY (number, place)
) STRICT, WITHOUT ROWID;
