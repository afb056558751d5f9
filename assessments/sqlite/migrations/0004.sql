-- Version 4. An advisor's side: tags, visits, evidence, consents, results from before, the log; what
-- a firm was like at an earlier round; what holds a planned action up.
ALTER TABLE company ADD COLUMN tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags));
ALTER TABLE company ADD COLUMN changed_at TEXT NOT NULL DEFAULT '';

-- Null while the round goes on: the firm is then as it is today.
ALTER TABLE assessment ADD COLUMN people INTEGER;
ALTER TABLE assessment ADD COLUMN nace TEXT;
ALTER TABLE assessment ADD COLUMN changed_at TEXT NOT NULL DEFAULT '';

ALTER TABLE plan_item ADD COLUMN hurdle TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_item ADD COLUMN changed_at TEXT NOT NULL DEFAULT '';
UPDATE plan_item SET changed_at = at;

-- Ends in seq, so the last rating of an assessment is found without the table.
CREATE INDEX rating_assessment ON rating (assessment_id);

CREATE TABLE visit (
    id            TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    company_id    TEXT NOT NULL REFERENCES company (id) ON DELETE CASCADE,
    assessment_id TEXT NOT NULL,
    day           TEXT NOT NULL,
    place         TEXT NOT NULL,
    people        TEXT NOT NULL CHECK (json_valid(people)),
    minutes       INTEGER NOT NULL,
    note          TEXT NOT NULL,
    agreed        TEXT NOT NULL CHECK (json_valid(agreed)),
    started_at    TEXT NOT NULL,
    closed_at     TEXT NOT NULL,
    changed_at    TEXT NOT NULL
) STRICT;

CREATE INDEX visit_company ON visit (company_id, day);

CREATE TABLE evidence (
    id            TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    question      TEXT NOT NULL,
    caption       TEXT NOT NULL,
    width         INTEGER NOT NULL,
    height        INTEGER NOT NULL,
    in_report     INTEGER NOT NULL CHECK (in_report IN (0, 1)),
    at            TEXT NOT NULL,
    changed_at    TEXT NOT NULL,
    thumb         BLOB NOT NULL,
    picture       BLOB NOT NULL
) STRICT;

CREATE INDEX evidence_assessment ON evidence (assessment_id, question);

CREATE TABLE consent (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    company_id TEXT NOT NULL REFERENCES company (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    given      INTEGER NOT NULL CHECK (given IN (0, 1)),
    by_whom    TEXT NOT NULL,
    at         TEXT NOT NULL
) STRICT;

CREATE INDEX consent_company ON consent (company_id);

CREATE TABLE earlier (
    id         TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    company_id TEXT NOT NULL REFERENCES company (id) ON DELETE CASCADE,
    day        TEXT NOT NULL,
    source     TEXT NOT NULL,
    overall    TEXT NOT NULL,
    scores     TEXT NOT NULL CHECK (json_valid(scores))
) STRICT;

CREATE INDEX earlier_company ON earlier (company_id, day);

-- What an assessment comes to, so that a list of thousands need not score them all. made_from names
-- everything it was reckoned from: where that has changed, it is reckoned anew.
CREATE TABLE summary (
    assessment_id TEXT PRIMARY KEY NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    made_from     TEXT NOT NULL,
    content       TEXT NOT NULL CHECK (json_valid(content))
) STRICT, WITHOUT ROWID;

-- Without content: what left, came in or was deleted, and when.
CREATE TABLE log (
    seq     INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    kind    TEXT NOT NULL,
    company TEXT NOT NULL,
    count   INTEGER NOT NULL
) STRICT;
