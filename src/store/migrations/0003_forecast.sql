-- Schema 3: what was last learned of the user's yeses, what was said of each request at some ages, and three rules that
-- the forecast goes by.
--
-- Reason: forecasts are made here from inroads 0.3.0 on. The fit is kept so that it is there at the start; it follows
-- from the requests, so it is no part of the journal. What was foretold is only ever added to, and goes with its request.

CREATE TABLE fit (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    day   TEXT NOT NULL CHECK (day IS date(day)),
    quiet INTEGER NOT NULL CHECK (quiet BETWEEN 0 AND 180),
    stale INTEGER NOT NULL CHECK (stale BETWEEN 0 AND 180),
    body  TEXT NOT NULL -- JSON; another version makes it anew where it cannot read it
) STRICT;

CREATE TABLE foretold (
    request INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    age     INTEGER NOT NULL CHECK (age IN (0, 7, 14, 30)),
    day     TEXT NOT NULL CHECK (day IS date(day)),
    chance  REAL NOT NULL CHECK (chance BETWEEN 0 AND 1),
    PRIMARY KEY (request, age)
) STRICT, WITHOUT ROWID;

ALTER TABLE rule RENAME TO old_rule;
CREATE TABLE rule ( -- only what the user changed
    key   TEXT PRIMARY KEY CHECK (key IN ('account', 'message_length_free', 'message_length_premium', 'messages_a_month',
                                          'week_aim', 'week_cap', 'pile_careful', 'pile_pause',
                                          'wait_after_withdrawal', 'expires_after_days', 'quiet_age', 'stale_age',
                                          'attempts', 'profile_age', 'share_accepted', 'forecast_half_life',
                                          'low_chance')),
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO rule SELECT key, value FROM old_rule;
DROP TABLE old_rule;
