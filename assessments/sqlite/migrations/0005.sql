-- Version 5. What a cluster does with many firms: undertakings that several of them share, and
-- anonymous contributions to a roll-up of the region with what has left of it.
CREATE TABLE undertaking (
    id         TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    kind       TEXT NOT NULL CHECK (kind <> ''),
    sample     INTEGER NOT NULL CHECK (sample IN (0, 1)),
    content    TEXT NOT NULL CHECK (json_valid(content)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;

CREATE INDEX undertaking_kind ON undertaking (kind, created_at);

-- What an undertaking keeps about one firm: a row of its own, so that it goes when the firm does.
CREATE TABLE undertaking_firm (
    undertaking_id TEXT NOT NULL REFERENCES undertaking (id) ON DELETE CASCADE,
    company_id     TEXT NOT NULL REFERENCES company (id) ON DELETE CASCADE,
    place          INTEGER NOT NULL,
    content        TEXT NOT NULL CHECK (json_valid(content)),
    PRIMARY KEY (undertaking_id, company_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX undertaking_firm_company ON undertaking_firm (company_id);

-- The name that a firm of this folder has in a roll-up: made by chance, nothing leads from it to the firm.
CREATE TABLE contributor (
    company_id TEXT PRIMARY KEY NOT NULL REFERENCES company (id) ON DELETE CASCADE,
    firm       TEXT NOT NULL UNIQUE CHECK (firm <> '')
) STRICT, WITHOUT ROWID;

-- One round of one firm without names, taken in from a file: one compact value, not a row an answer.
CREATE TABLE contribution (
    firm        TEXT NOT NULL CHECK (firm <> ''),
    round       INTEGER NOT NULL CHECK (round >= 0),
    sample      INTEGER NOT NULL CHECK (sample IN (0, 1)),
    made        TEXT NOT NULL,
    received_at TEXT NOT NULL,
    mark        BLOB NOT NULL,
    content     BLOB NOT NULL,
    PRIMARY KEY (firm, round)
) STRICT, WITHOUT ROWID;

-- What has left of a roll-up, and of which firms it was made: a later one must not give away the
-- difference.
CREATE TABLE release (
    seq     INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    sample  INTEGER NOT NULL CHECK (sample IN (0, 1)),
    content BLOB NOT NULL
) STRICT;
