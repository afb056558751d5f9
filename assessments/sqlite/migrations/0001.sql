-- Version 1. A released migration is never changed; the next change of the schema is 0002.sql.
-- No triggers and no views: a database that holds one is refused as not ours.

CREATE TABLE company (
    id          TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    name        TEXT NOT NULL,
    place       TEXT NOT NULL,
    sector      TEXT NOT NULL,
    people      INTEGER NOT NULL,
    contact     TEXT NOT NULL,
    hourly_cost INTEGER NOT NULL,
    orders      INTEGER NOT NULL,
    quotes      INTEGER NOT NULL,
    material    INTEGER NOT NULL,
    energy      INTEGER NOT NULL,
    machines    INTEGER NOT NULL,
    computers   INTEGER NOT NULL,
    sample      INTEGER NOT NULL CHECK (sample IN (0, 1)),
    created_at  TEXT NOT NULL
) STRICT;

CREATE TABLE assessment (
    id            TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    company_id    TEXT NOT NULL REFERENCES company (id) ON DELETE CASCADE,
    model_id      TEXT NOT NULL,
    model_version TEXT NOT NULL,
    path          TEXT NOT NULL,
    round         INTEGER NOT NULL,
    started_at    TEXT NOT NULL,
    position      TEXT NOT NULL
) STRICT;

CREATE INDEX assessment_company ON assessment (company_id);

CREATE TABLE target (
    assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    dimension     TEXT NOT NULL,
    level         INTEGER NOT NULL CHECK (level BETWEEN 0 AND 5),
    PRIMARY KEY (assessment_id, dimension)
) STRICT, WITHOUT ROWID;

-- seq is the order in which ratings were given: a clock may be set back, it cannot.
CREATE TABLE rating (
    seq           INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE CHECK (id <> ''),
    assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    question      TEXT NOT NULL,
    respondent    TEXT NOT NULL,
    at            TEXT NOT NULL,
    value         TEXT NOT NULL CHECK (json_valid(value)),
    relevance     TEXT NOT NULL,
    note          TEXT NOT NULL,
    flag          INTEGER NOT NULL CHECK (flag IN (0, 1))
) STRICT;

-- Ends in seq, as every index does, so the latest rating of a question is found without the table.
CREATE INDEX rating_latest ON rating (assessment_id, respondent, question);

CREATE TABLE decision (
    seq           INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    action        TEXT NOT NULL,
    kind          TEXT NOT NULL,
    reason        TEXT NOT NULL,
    at            TEXT NOT NULL
) STRICT;

CREATE INDEX decision_latest ON decision (assessment_id, action);

CREATE TABLE setting (
    key   TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
