package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"nivel/assessments"
)

// Decide adds what was decided about an action. Earlier decisions stay in the file. Where the
// assessment does not exist the error is ErrNotFound.
func (s *Store) Decide(ctx context.Context, assessmentID string, d assessments.Decision) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error { return addDecision(ctx, tx, assessmentID, d) })
	if err != nil {
		return fmt.Errorf("decide on %q in assessment %q: %w", d.Action, assessmentID, err)
	}
	return nil
}

func addDecision(ctx context.Context, tx *sql.Tx, assessmentID string, d assessments.Decision) error {
	at, err := stamp(d.At)
	if err == nil {
		_, err = tx.ExecContext(ctx, `INSERT INTO decision (assessment_id, action, kind, reason, at) VALUES (?, ?, ?, ?, ?)`,
			clean(assessmentID), clean(d.Action), clean(string(d.Kind)), clean(d.Reason), at)
	}
	return err
}

// allDecisions are all that were ever taken in an assessment, in their order.
func (s *Store) allDecisions(ctx context.Context, assessmentID string) ([]assessments.Decision, error) {
	return list(ctx, s, scanDecision, `SELECT action, kind, reason, at FROM decision WHERE assessment_id = ? ORDER BY seq`, clean(assessmentID))
}

// Decisions returns the latest decision on each action by the action's id, also where it is
// Undone. The map is never nil.
func (s *Store) Decisions(ctx context.Context, assessmentID string) (map[string]assessments.Decision, error) {
	latest, err := list(ctx, s, scanDecision,
		`SELECT action, kind, reason, at FROM decision WHERE seq IN
			(SELECT max(seq) FROM decision WHERE assessment_id = ? GROUP BY action)`, clean(assessmentID))
	if err != nil {
		return nil, fmt.Errorf("read decisions of assessment %q: %w", assessmentID, err)
	}
	decisions := make(map[string]assessments.Decision, len(latest))
	for _, d := range latest {
		decisions[d.Action] = d
	}
	return decisions, nil
}

func scanDecision(row scanner) (assessments.Decision, error) {
	var d assessments.Decision
	err := row.Scan(&d.Action, &d.Kind, &d.Reason, readStamp{&d.At})
	return d, err
}
