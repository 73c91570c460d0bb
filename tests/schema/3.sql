-- A book of schema 3, as inroads 0.3.0 writes it; read by tests/upgrade.rs. From its release on it is never edited: a
-- new schema adds a file.
PRAGMA application_id = 1768845924;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE book (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    needs TEXT NOT NULL -- the first version of inroads that can read this schema
) STRICT;
INSERT INTO "book" VALUES(1,'0.3.0');
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
INSERT INTO "contact" VALUES(1,'Jörg','Kahn','jörg-kahn','','','Acme','Engineer','','high','2026-11-02','2026-11-20',NULL,NULL,0,'export','Jörg','Kahn','Acme','Engineer');
INSERT INTO "contact" VALUES(2,'梅','','','','','','','',NULL,NULL,NULL,NULL,NULL,0,'hand',NULL,NULL,NULL,NULL);
CREATE TABLE contact_flag (
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    flag    TEXT NOT NULL CHECK (flag IN ('only_people_they_know', 'at_connection_limit', 'closed_for_good')),
    PRIMARY KEY (contact, place)
) STRICT, WITHOUT ROWID;
INSERT INTO "contact_flag" VALUES(1,0,'only_people_they_know');
CREATE TABLE contact_tag (
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    tag     TEXT NOT NULL CHECK (tag <> ''),
    PRIMARY KEY (contact, place)
) STRICT, WITHOUT ROWID;
INSERT INTO "contact_tag" VALUES(1,0,'meetup');
INSERT INTO "contact_tag" VALUES(1,1,'rust');
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
INSERT INTO "decision" VALUES(1,'same_name',1,2,NULL,NULL,NULL,'the same person?','2026-11-20',0);
CREATE TABLE draft (
    id       INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 4294967295),
    contact  INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    text     TEXT NOT NULL,
    template TEXT NOT NULL,
    off      TEXT NOT NULL, -- ids of tips, with a blank between
    later    TEXT CHECK (later IS date(later)),
    at       TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%MZ', at))
) STRICT;
INSERT INTO "draft" VALUES(1,1,'Hi Jörg, your piece on fsync','','',NULL,'2026-11-22T12:00Z');
CREATE TABLE draft_version (
    draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    at    TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%MZ', at)),
    text  TEXT NOT NULL,
    PRIMARY KEY (draft, place)
) STRICT, WITHOUT ROWID;
INSERT INTO "draft_version" VALUES(1,0,'2026-11-22T12:00Z','Hi Jörg, thank you');
CREATE TABLE fact (
    id      INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 4294967295),
    contact INTEGER REFERENCES contact (id) ON DELETE CASCADE, -- NULL for an offer of the user's own
    kind    TEXT NOT NULL CHECK (kind IN ('work', 'interest', 'mutual', 'event', 'group', 'offer')),
    text    TEXT NOT NULL CHECK (text <> ''),
    day     TEXT CHECK (day IS date(day))
) STRICT;
INSERT INTO "fact" VALUES(1,1,'work','testing fsync','2026-11-10');
INSERT INTO "fact" VALUES(2,NULL,'offer','a review',NULL);
CREATE TABLE fit (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    day   TEXT NOT NULL CHECK (day IS date(day)),
    quiet INTEGER NOT NULL CHECK (quiet BETWEEN 0 AND 180),
    stale INTEGER NOT NULL CHECK (stale BETWEEN 0 AND 180),
    body  TEXT NOT NULL -- JSON; another version makes it anew where it cannot read it
) STRICT;
INSERT INTO "fit" VALUES(1,'2026-11-22',13,44,'{}');
CREATE TABLE foretold (
    request INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    age     INTEGER NOT NULL CHECK (age IN (0, 7, 14, 30)),
    day     TEXT NOT NULL CHECK (day IS date(day)),
    chance  REAL NOT NULL CHECK (chance BETWEEN 0 AND 1),
    PRIMARY KEY (request, age)
) STRICT, WITHOUT ROWID;
CREATE TABLE former_name (
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    name    TEXT NOT NULL,
    PRIMARY KEY (contact, place)
) STRICT, WITHOUT ROWID;
INSERT INTO "former_name" VALUES(1,0,'Jörg Kähn');
CREATE TABLE former_slug (
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    slug    TEXT NOT NULL,
    PRIMARY KEY (contact, place)
) STRICT, WITHOUT ROWID;
INSERT INTO "former_slug" VALUES(1,0,'j-kahn');
CREATE TABLE import_run (
    id         INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 4294967295),
    path       TEXT NOT NULL, -- the name alone, without the folders above it
    as_of      TEXT NOT NULL CHECK (as_of IS date(as_of)),
    at         TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%MZ', at)),
    owner      TEXT NOT NULL,
    owner_slug TEXT NOT NULL
) STRICT;
INSERT INTO "import_run" VALUES(1,'export.zip','2026-11-20','2026-11-22T12:00Z','Sam Example','sam-example');
CREATE TABLE import_table (
    run   INTEGER NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    file  TEXT NOT NULL,
    kind  TEXT NOT NULL CHECK (kind = 'connections' OR kind = 'invitations' OR kind = 'messages'),
    rows  INTEGER NOT NULL CHECK (rows >= 0),
    PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;
INSERT INTO "import_table" VALUES(1,0,'Connections.csv','connections',1);
INSERT INTO "import_table" VALUES(1,1,'Invitations.csv','invitations',2);
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
INSERT INTO "journal" VALUES(1,'import','2026-11-22T12:00Z','test','did import','do',NULL,0,'[{"contact":{"before":null,"after":{"id":1,"first_name":"Jörg","last_name":"Kahn","slug":"jörg-kahn","former_slugs":["j-kahn"],"former_names":["Jörg Kähn"],"url":"","email":"","company":"Acme","role":"Engineer","purpose":"","fit":"high","tags":["meetup","rust"],"connected_on":"2026-11-02","listed_on":"2026-11-20","gone_on":null,"ask_again_on":null,"archived":false,"origin":"export","listed":{"first_name":"Jörg","last_name":"Kahn","company":"Acme","role":"Engineer"}}}},{"contact":{"before":null,"after":{"id":2,"first_name":"梅","last_name":"","slug":"","former_slugs":[],"url":"","email":"","company":"","role":"","purpose":"","fit":null,"tags":[],"connected_on":null,"gone_on":null,"ask_again_on":null,"archived":false,"origin":"hand","listed":null}}},{"contact":{"before":null,"after":{"id":3,"first_name":"Slip","last_name":"","slug":"","former_slugs":[],"url":"","email":"","company":"","role":"","purpose":"","fit":null,"tags":[],"connected_on":null,"gone_on":null,"ask_again_on":null,"archived":false,"origin":"hand","listed":null}}},{"request":{"before":null,"after":{"id":1,"contact":1,"direction":"sent","channel":"linkedin","source":"","attempt":1,"sent_on":"2026-10-20","sent_at":"2026-10-20T08:14Z","sent_raw":"10/20/26, 1:14 AM","message":"Hello Jörg, your talk on \"clocks\" stayed with me.","standing":"accepted","settled_on":"2026-11-02","settled_at":null,"evidence":"imported","snoozed_until":null,"origin":"export","recorded_on":"2026-11-22","confirmed_on":null,"by_name":false,"against":"","opened":false}}},{"request":{"before":null,"after":{"id":2,"contact":2,"direction":"received","channel":"linkedin","source":"","attempt":1,"sent_on":"2026-11-20","sent_at":null,"sent_raw":"","message":"","standing":"pending","settled_on":null,"settled_at":null,"evidence":"seen","snoozed_until":null,"origin":"hand","recorded_on":"2026-11-22","confirmed_on":null,"by_name":false,"against":"","opened":false}}},{"touch":{"before":null,"after":{"id":1,"contact":null,"kind":"share","direction":"sent","text":"own post","on":"2026-11-01","at":null,"origin":"hand"}}},{"note":{"before":null,"after":{"id":1,"contact":2,"text":"# Met at the meetup\n\n- likes tea","at":"2026-11-22T12:00Z"}}},{"decision":{"before":null,"after":{"id":1,"kind":"same_name","contact":1,"other":2,"request":null,"standing":null,"on":null,"text":"the same person?","raised_on":"2026-11-20","settled":false}}},{"run":{"before":null,"after":{"id":1,"path":"export.zip","as_of":"2026-11-20","at":"2026-11-22T12:00Z","owner":"Sam Example","owner_slug":"sam-example","tables":[{"file":"Connections.csv","kind":"connections","rows":1},{"file":"Invitations.csv","kind":"invitations","rows":2}],"listed":[2,1]}}},{"rule":{"key":"quiet_age","before":null,"after":9}}]');
INSERT INTO "journal" VALUES(2,'sign','2026-11-22T12:00Z','test','did sign','do',NULL,0,'[{"sign":{"before":null,"after":{"id":1,"request":2,"kind":"viewed_profile","on":"2026-11-21","text":""}}}]');
INSERT INTO "journal" VALUES(3,'remove','2026-11-22T12:00Z','test','did remove','do',NULL,0,'[{"contact":{"before":{"id":3,"first_name":"Slip","last_name":"","slug":"","former_slugs":[],"url":"","email":"","company":"","role":"","purpose":"","fit":null,"tags":[],"connected_on":null,"gone_on":null,"ask_again_on":null,"archived":false,"origin":"hand","listed":null},"after":null}}]');
INSERT INTO "journal" VALUES(4,'company','2026-11-22T12:00Z','test','did company','do',NULL,1,'[{"contact":{"before":{"id":2,"first_name":"梅","last_name":"","slug":"","former_slugs":[],"url":"","email":"","company":"","role":"","purpose":"","fit":null,"tags":[],"connected_on":null,"gone_on":null,"ask_again_on":null,"archived":false,"origin":"hand","listed":null},"after":{"id":2,"first_name":"梅","last_name":"","slug":"","former_slugs":[],"url":"","email":"","company":"Beta","role":"","purpose":"","fit":null,"tags":[],"connected_on":null,"gone_on":null,"ask_again_on":null,"archived":false,"origin":"hand","listed":null}}}]');
INSERT INTO "journal" VALUES(5,'undo','2026-11-22T12:00Z','test','did company','undo','company',0,'[{"contact":{"before":{"id":2,"first_name":"梅","last_name":"","slug":"","former_slugs":[],"url":"","email":"","company":"Beta","role":"","purpose":"","fit":null,"tags":[],"connected_on":null,"gone_on":null,"ask_again_on":null,"archived":false,"origin":"hand","listed":null},"after":{"id":2,"first_name":"梅","last_name":"","slug":"","former_slugs":[],"url":"","email":"","company":"","role":"","purpose":"","fit":null,"tags":[],"connected_on":null,"gone_on":null,"ask_again_on":null,"archived":false,"origin":"hand","listed":null}}}]');
INSERT INTO "journal" VALUES(6,'2026-11-22T12:00Z-16362-33f498e0-1','2026-11-22T12:00Z','fact','Jörg Kahn, work: testing fsync','do',NULL,0,'[{"fact":{"before":null,"after":{"id":1,"contact":1,"kind":"work","text":"testing fsync","on":"2026-11-10"}}}]');
INSERT INTO "journal" VALUES(7,'2026-11-22T12:00Z-16364-34a0fd3f-1','2026-11-22T12:00Z','fact','your own, offer: a review','do',NULL,0,'[{"fact":{"before":null,"after":{"id":2,"kind":"offer","text":"a review"}}}]');
INSERT INTO "journal" VALUES(8,'2026-11-22T12:00Z-16368-3531a70a-1','2026-11-22T12:00Z','flag','Jörg Kahn: accepts only people they know','do',NULL,0,'[{"contact":{"before":{"id":1,"first_name":"Jörg","last_name":"Kahn","slug":"jörg-kahn","former_slugs":["j-kahn"],"former_names":["Jörg Kähn"],"company":"Acme","role":"Engineer","fit":"high","tags":["meetup","rust"],"connected_on":"2026-11-02","listed_on":"2026-11-20","origin":"export","listed":{"first_name":"Jörg","last_name":"Kahn","company":"Acme","role":"Engineer"}},"after":{"id":1,"first_name":"Jörg","last_name":"Kahn","slug":"jörg-kahn","former_slugs":["j-kahn"],"former_names":["Jörg Kähn"],"company":"Acme","role":"Engineer","fit":"high","tags":["meetup","rust"],"connected_on":"2026-11-02","listed_on":"2026-11-20","flags":["only_people_they_know"],"origin":"export","listed":{"first_name":"Jörg","last_name":"Kahn","company":"Acme","role":"Engineer"}}}}]');
INSERT INTO "journal" VALUES(9,'2026-11-22T12:00Z-16369-35c03c0d-1','2026-11-22T12:00Z','draft','draft to Jörg Kahn','do',NULL,0,'[{"draft":{"before":null,"after":{"id":1,"contact":1,"text":"Hi Jörg, thank you","at":"2026-11-22T12:00Z"}}}]');
INSERT INTO "journal" VALUES(10,'2026-11-22T12:00Z-16370-3639c468-1','2026-11-22T12:00Z','draft','draft to Jörg Kahn changed','do',NULL,0,'[{"draft":{"before":{"id":1,"contact":1,"text":"Hi Jörg, thank you","at":"2026-11-22T12:00Z"},"after":{"id":1,"contact":1,"text":"Hi Jörg, your piece on fsync","at":"2026-11-22T12:00Z","versions":[{"at":"2026-11-22T12:00Z","text":"Hi Jörg, thank you"}]}}}]');
INSERT INTO "journal" VALUES(11,'2026-11-22T12:00Z-16371-36b6cee4-1','2026-11-22T12:00Z','profile','your profile, skills that you use: in order, 22 Nov','do',NULL,0,'[{"profile":{"item":"skills","before":null,"after":"2026-11-22"}}]');
INSERT INTO "journal" VALUES(12,'2026-11-22T12:00Z-16372-37331f33-1','2026-11-22T12:00Z','sent','request to 梅','do',NULL,0,'[{"request":{"before":null,"after":{"id":3,"contact":2,"direction":"sent","channel":"linkedin","attempt":1,"sent_on":"2026-11-22","message":"Hi, thank you for the talk on queues.","standing":"pending","evidence":"seen","origin":"hand","recorded_on":"2026-11-22","score":26,"profile":1}}}]');
INSERT INTO "journal" VALUES(13,'2026-11-22T12:00Z-16618-3037a0b1-1','2026-11-22T12:00Z','tag','+later on Jörg Kahn','do',NULL,1,'[{"contact":{"before":{"id":1,"first_name":"Jörg","last_name":"Kahn","slug":"jörg-kahn","former_slugs":["j-kahn"],"former_names":["Jörg Kähn"],"company":"Acme","role":"Engineer","fit":"high","tags":["meetup","rust"],"connected_on":"2026-11-02","listed_on":"2026-11-20","flags":["only_people_they_know"],"origin":"export","listed":{"first_name":"Jörg","last_name":"Kahn","company":"Acme","role":"Engineer"}},"after":{"id":1,"first_name":"Jörg","last_name":"Kahn","slug":"jörg-kahn","former_slugs":["j-kahn"],"former_names":["Jörg Kähn"],"company":"Acme","role":"Engineer","fit":"high","tags":["later","meetup","rust"],"connected_on":"2026-11-02","listed_on":"2026-11-20","flags":["only_people_they_know"],"origin":"export","listed":{"first_name":"Jörg","last_name":"Kahn","company":"Acme","role":"Engineer"}}}}]');
INSERT INTO "journal" VALUES(14,'2026-11-22T12:00Z-16619-30d66f21-1','2026-11-22T12:00Z','undo','+later on Jörg Kahn','undo','2026-11-22T12:00Z-16618-3037a0b1-1',0,'[{"contact":{"before":{"id":1,"first_name":"Jörg","last_name":"Kahn","slug":"jörg-kahn","former_slugs":["j-kahn"],"former_names":["Jörg Kähn"],"company":"Acme","role":"Engineer","fit":"high","tags":["later","meetup","rust"],"connected_on":"2026-11-02","listed_on":"2026-11-20","flags":["only_people_they_know"],"origin":"export","listed":{"first_name":"Jörg","last_name":"Kahn","company":"Acme","role":"Engineer"}},"after":{"id":1,"first_name":"Jörg","last_name":"Kahn","slug":"jörg-kahn","former_slugs":["j-kahn"],"former_names":["Jörg Kähn"],"company":"Acme","role":"Engineer","fit":"high","tags":["meetup","rust"],"connected_on":"2026-11-02","listed_on":"2026-11-20","flags":["only_people_they_know"],"origin":"export","listed":{"first_name":"Jörg","last_name":"Kahn","company":"Acme","role":"Engineer"}}}}]');
CREATE TABLE journal_more ( -- how the changes of a large batch go on
    number  INTEGER NOT NULL REFERENCES journal (number) ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    changes TEXT NOT NULL, -- a JSON list
    PRIMARY KEY (number, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE listing ( -- which import listed which request
    run     INTEGER NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    request INTEGER NOT NULL,
    PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;
INSERT INTO "listing" VALUES(1,0,2);
INSERT INTO "listing" VALUES(1,1,1);
CREATE TABLE muted_tip ( -- switched off for good
    tip TEXT PRIMARY KEY CHECK (tip <> '')
) STRICT, WITHOUT ROWID;
CREATE TABLE note (
    id      INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 4294967295),
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    text    TEXT NOT NULL,
    at      TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%MZ', at))
) STRICT;
INSERT INTO "note" VALUES(1,2,'# Met at the meetup

- likes tea','2026-11-22T12:00Z');
CREATE TABLE profile_item ( -- only those that were found in order
    item TEXT PRIMARY KEY CHECK (item IN ('picture', 'headline', 'summary', 'experience', 'skills', 'contact', 'address',
                                          'featured', 'activity', 'no_sales')),
    day  TEXT NOT NULL CHECK (day IS date(day))
) STRICT, WITHOUT ROWID;
INSERT INTO "profile_item" VALUES('skills','2026-11-22');
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
, template TEXT NOT NULL DEFAULT '', score INTEGER CHECK (score BETWEEN 0 AND 100), profile INTEGER CHECK (profile BETWEEN 0 AND 10)) STRICT;
INSERT INTO "request" VALUES(1,1,'sent','linkedin','',1,'2026-10-20','2026-10-20T08:14Z','10/20/26, 1:14 AM','Hello Jörg, your talk on "clocks" stayed with me.','accepted','2026-11-02',NULL,'imported',NULL,'export','2026-11-22',NULL,0,'',0,'',NULL,NULL);
INSERT INTO "request" VALUES(2,2,'received','linkedin','',1,'2026-11-20',NULL,'','','pending',NULL,NULL,'seen',NULL,'hand','2026-11-22',NULL,0,'',0,'',NULL,NULL);
INSERT INTO "request" VALUES(3,2,'sent','linkedin','',1,'2026-11-22',NULL,'','Hi, thank you for the talk on queues.','pending',NULL,NULL,'seen',NULL,'hand','2026-11-22',NULL,0,'',0,'',26,1);
CREATE TABLE rule ( -- only what the user changed
    key   TEXT PRIMARY KEY CHECK (key IN ('account', 'message_length_free', 'message_length_premium', 'messages_a_month',
                                          'week_aim', 'week_cap', 'pile_careful', 'pile_pause',
                                          'wait_after_withdrawal', 'expires_after_days', 'quiet_age', 'stale_age',
                                          'attempts', 'profile_age', 'share_accepted', 'forecast_half_life',
                                          'low_chance')),
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "rule" VALUES('quiet_age',9);
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
INSERT INTO "sign" VALUES(1,2,'viewed_profile','2026-11-21','',NULL);
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
INSERT INTO "touch" VALUES(1,NULL,'share','sent','own post','2026-11-01',NULL,'hand');
CREATE INDEX contact_ask_again ON contact (ask_again_on) WHERE ask_again_on IS NOT NULL;
CREATE INDEX request_contact ON request (contact);
CREATE INDEX sign_request ON sign (request);
CREATE INDEX touch_contact ON touch (contact);
CREATE INDEX note_contact ON note (contact);
CREATE INDEX fact_contact ON fact (contact);
CREATE INDEX draft_contact ON draft (contact);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('contact',3);
INSERT INTO "sqlite_sequence" VALUES('request',3);
INSERT INTO "sqlite_sequence" VALUES('touch',1);
INSERT INTO "sqlite_sequence" VALUES('note',1);
INSERT INTO "sqlite_sequence" VALUES('decision',1);
INSERT INTO "sqlite_sequence" VALUES('import_run',1);
INSERT INTO "sqlite_sequence" VALUES('journal',14);
INSERT INTO "sqlite_sequence" VALUES('sign',1);
INSERT INTO "sqlite_sequence" VALUES('fact',2);
INSERT INTO "sqlite_sequence" VALUES('draft',1);
INSERT INTO "foretold" VALUES(3,7,'2026-11-22',0.25);
COMMIT;
