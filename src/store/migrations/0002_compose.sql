-- Schema 2: facts, drafts with their versions, the user's profile, flags of contacts, tips that are switched off, and
-- what a message was when it was sent.
--
-- Reason: messages are written here from inroads 0.2.0 on. Drafts are no part of the journal: what is typed is kept as
-- it is typed, and the versions tell what it was.

CREATE TABLE contact_flag (
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    flag    TEXT NOT NULL CHECK (flag IN ('only_people_they_know', 'at_connection_limit', 'closed_for_good')),
    PRIMARY KEY (contact, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact (
    id      INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 4294967295),
    contact INTEGER REFERENCES contact (id) ON DELETE CASCADE, -- NULL for an offer of the user's own
    kind    TEXT NOT NULL CHECK (kind IN ('work', 'interest', 'mutual', 'event', 'group', 'offer')),
    text    TEXT NOT NULL CHECK (text <> ''),
    day     TEXT CHECK (day IS date(day))
) STRICT;
CREATE INDEX fact_contact ON fact (contact);

CREATE TABLE draft (
    id       INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 4294967295),
    contact  INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    text     TEXT NOT NULL,
    template TEXT NOT NULL,
    off      TEXT NOT NULL, -- ids of tips, with a blank between
    later    TEXT CHECK (later IS date(later)),
    at       TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%MZ', at))
) STRICT;
CREATE INDEX draft_contact ON draft (contact);

CREATE TABLE draft_version (
    draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    at    TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%MZ', at)),
    text  TEXT NOT NULL,
    PRIMARY KEY (draft, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE profile_item ( -- only those that were found in order
    item TEXT PRIMARY KEY CHECK (item IN ('picture', 'headline', 'summary', 'experience', 'skills', 'contact', 'address',
                                          'featured', 'activity', 'no_sales')),
    day  TEXT NOT NULL CHECK (day IS date(day))
) STRICT, WITHOUT ROWID;

CREATE TABLE muted_tip ( -- switched off for good
    tip TEXT PRIMARY KEY CHECK (tip <> '')
) STRICT, WITHOUT ROWID;

ALTER TABLE request ADD COLUMN template TEXT NOT NULL DEFAULT '';
ALTER TABLE request ADD COLUMN score INTEGER CHECK (score BETWEEN 0 AND 100);
ALTER TABLE request ADD COLUMN profile INTEGER CHECK (profile BETWEEN 0 AND 10);
