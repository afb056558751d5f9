-- Version 3. What several respondents say and agree on, weights of one assessment's own, rounds, the
-- plan.
ALTER TABLE rating ADD COLUMN confidence TEXT NOT NULL DEFAULT '';
ALTER TABLE rating ADD COLUMN by_whom TEXT NOT NULL DEFAULT '';
ALTER TABLE rating ADD COLUMN carried INTEGER NOT NULL DEFAULT 0 CHECK (carried IN (0, 1));
ALTER TABLE rating ADD COLUMN undoes TEXT NOT NULL DEFAULT '';

ALTER TABLE assessment ADD COLUMN next_at TEXT NOT NULL DEFAULT '';

-- A target may be a question's too.
ALTER TABLE target RENAME COLUMN dimension TO subject;

-- Weights as exact fractions: 3/2.
CREATE TABLE weight (
    assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    dimension     TEXT NOT NULL,
    weight        TEXT NOT NULL,
    PRIMARY KEY (assessment_id, dimension)
) STRICT, WITHOUT ROWID;

-- The plan as it is now. finished_at is when status became done, empty while it is not.
CREATE TABLE plan_item (
    id            TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    action        TEXT NOT NULL,
    phase         TEXT NOT NULL,
    owner         TEXT NOT NULL,
    start         TEXT NOT NULL,
    due           TEXT NOT NULL,
    status        TEXT NOT NULL,
    cost_planned  INTEGER NOT NULL,
    cost_spent    INTEGER NOT NULL,
    funding       TEXT NOT NULL,
    sign          TEXT NOT NULL,
    note          TEXT NOT NULL,
    at            TEXT NOT NULL,
    finished_at   TEXT NOT NULL
) STRICT;

CREATE INDEX plan_item_assessment ON plan_item (assessment_id, position);

-- What can be undone: an item before each change, null where it was not there.
CREATE TABLE plan_change (
    seq           INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    item          TEXT NOT NULL,
    at            TEXT NOT NULL,
    old           TEXT NOT NULL CHECK (json_valid(old))
) STRICT;

CREATE INDEX plan_change_assessment ON plan_change (assessment_id);
