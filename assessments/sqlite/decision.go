package sqlite

import (
	"context"
	"fmt"

	"nivel/assessments"
)

// Decide adds what was decided about an action. Earlier decisions stay in the file. Where the
// assessment does not exist the error is ErrNotFound.
func (s *Store) Decide(ctx context.Context, assessmentID string, d assessments.Decision) error {
	at, err := stamp(d.At)
	if err == nil {
		_, err = s.write(ctx,
			`INSERT INTO decision (assessment_id, action, kind, reason, at) VALUES (?, ?, ?, ?, ?)`,
			clean(assessmentID), clean(d.Action), clean(string(d.Kind)), clean(d.Reason), at)
	}
	if err != nil {
		return fmt.Errorf("decide on %q in assessment %q: %w", d.Action, assessmentID, err)
	}
	return nil
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
