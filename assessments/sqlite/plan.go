package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"nivel/assessments"
)

// planRow is an item with what the store alone knows about it. As JSON it is what plan_change keeps.
type planRow struct {
	Item     planFields `json:"item"`
	Position int        `json:"position"`
}

// planFields are those of assessments.PlanItem, in its order, with the names that files in the world
// rely on from now on.
type planFields struct {
	ID          string             `json:"id"`
	Action      string             `json:"action"`
	Phase       assessments.Phase  `json:"phase"`
	Owner       string             `json:"owner"`
	Start       string             `json:"start"`
	Due         string             `json:"due"`
	Status      assessments.Status `json:"status"`
	CostPlanned int                `json:"cost_planned"`
	CostSpent   int                `json:"cost_spent"`
	Funding     string             `json:"funding"`
	Sign        string             `json:"sign"`
	Note        string             `json:"note"`
	At          time.Time          `json:"at"`
	Hurdle      string             `json:"hurdle"`
	ChangedAt   time.Time          `json:"changed_at"`
	DoneAt      time.Time          `json:"done_at"`
}

const planColumns = `id, position, action, phase, owner, start, due, status, cost_planned, cost_spent, funding, sign, note, at, finished_at, hurdle, changed_at`

const putPlanRow = `INSERT INTO plan_item (assessment_id, ` + planColumns + `)
	VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
	ON CONFLICT (id) DO UPDATE SET
		position = excluded.position, action = excluded.action, phase = excluded.phase, owner = excluded.owner,
		start = excluded.start, due = excluded.due, status = excluded.status, cost_planned = excluded.cost_planned,
		cost_spent = excluded.cost_spent, funding = excluded.funding, sign = excluded.sign, note = excluded.note,
		at = excluded.at, finished_at = excluded.finished_at, hurdle = excluded.hurdle, changed_at = excluded.changed_at`

// PutPlanItem adds an item at the end of an assessment's plan, or changes the one with its id, which
// keeps its place. What it was before is kept for UndoPlan; an item put as it is already changes
// nothing. Now is when this is done: a new item without a time of its own gets it, and so does one
// that is done from now on. Where the assessment does not exist, or the id is another's, the error
// is ErrNotFound.
func (s *Store) PutPlanItem(ctx context.Context, assessmentID string, p assessments.PlanItem, now time.Time) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error {
		old, err := planItem(ctx, tx, assessmentID, p.ID)
		if err != nil {
			return err
		}
		row := planRow{Item: cleanPlan(p)}
		if old != nil {
			if (assessments.PlanItem)(old.Item).Same(assessments.PlanItem(row.Item)) && (p.At.IsZero() || old.Item.At.Equal(p.At)) {
				return nil
			}
			row.Position, row.Item.DoneAt = old.Position, old.Item.DoneAt
		} else if err := nextPosition(ctx, tx, assessmentID, &row.Position); err != nil {
			return err
		}
		if row.Item.At.IsZero() {
			row.Item.At = now.UTC()
			if old != nil {
				row.Item.At = old.Item.At
			}
		}
		row.touch(now)
		if err := logPlan(ctx, tx, assessmentID, p.ID, now, old); err != nil {
			return err
		}
		return row.put(ctx, tx, assessmentID)
	})
	if err != nil {
		return fmt.Errorf("put %q into the plan of assessment %q: %w", p.ID, assessmentID, err)
	}
	return nil
}

// DeletePlanItem takes an item out of a plan; UndoPlan brings it back to its place. Where it is not
// there the error is ErrNotFound.
func (s *Store) DeletePlanItem(ctx context.Context, assessmentID, id string, now time.Time) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error {
		old, err := planItem(ctx, tx, assessmentID, id)
		if err == nil && old == nil {
			err = ErrNotFound
		}
		if err == nil {
			err = logPlan(ctx, tx, assessmentID, id, now, old)
		}
		if err == nil {
			_, err = tx.ExecContext(ctx, `DELETE FROM plan_item WHERE id = ?`, clean(id))
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("take %q out of the plan of assessment %q: %w", id, assessmentID, err)
	}
	return nil
}

// UndoPlan takes back the last change of a plan that is not undone, and returns the id of the item
// that it was about. ok is false where there is none.
func (s *Store) UndoPlan(ctx context.Context, assessmentID string, now time.Time) (item string, ok bool, err error) {
	err = s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error {
		var seq int64
		var text string
		err := tx.QueryRowContext(ctx, `SELECT seq, item, old FROM plan_change WHERE assessment_id = ? ORDER BY seq DESC LIMIT 1`, clean(assessmentID)).Scan(&seq, &item, &text)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		if _, err := planItem(ctx, tx, assessmentID, item); err != nil {
			return err // its id is in another plan by now, which is not touched
		}
		var old *planRow
		if err := json.Unmarshal([]byte(text), &old); err != nil {
			return fmt.Errorf("%w: change %d of the plan: %w", ErrDamaged, seq, err)
		}
		if old == nil {
			_, err = tx.ExecContext(ctx, `DELETE FROM plan_item WHERE id = ? AND assessment_id = ?`, item, clean(assessmentID))
		} else {
			old.touch(now)
			err = old.put(ctx, tx, assessmentID)
		}
		if err == nil {
			_, err = tx.ExecContext(ctx, `DELETE FROM plan_change WHERE seq = ?`, seq)
		}
		ok = err == nil
		return err
	})
	if err != nil {
		return "", false, fmt.Errorf("undo in the plan of assessment %q: %w", assessmentID, err)
	}
	return item, ok, nil
}

// PlanItems returns the plan of an assessment, the item added first in front.
func (s *Store) PlanItems(ctx context.Context, assessmentID string) ([]assessments.PlanItem, error) {
	rows, err := list(ctx, s, scanPlan, `SELECT `+planColumns+` FROM plan_item WHERE assessment_id = ? ORDER BY position, id`, clean(assessmentID))
	if err != nil {
		return nil, fmt.Errorf("read plan of assessment %q: %w", assessmentID, err)
	}
	var items []assessments.PlanItem
	for _, r := range rows {
		items = append(items, assessments.PlanItem(r.Item))
	}
	return items, nil
}

// FinishedItems returns what a company has finished of the plans of all its assessments, in the
// order in which it did.
func (s *Store) FinishedItems(ctx context.Context, companyID string) ([]assessments.Finished, error) {
	rows, err := list(ctx, s, scanPlan, `SELECT `+planColumns+` FROM plan_item
		WHERE finished_at <> '' AND assessment_id IN (SELECT id FROM assessment WHERE company_id = ?) ORDER BY finished_at, id`, clean(companyID))
	if err != nil {
		return nil, fmt.Errorf("read finished items of company %q: %w", companyID, err)
	}
	var out []assessments.Finished
	for _, r := range rows {
		out = append(out, assessments.Finished{Item: assessments.PlanItem(r.Item), At: r.Item.DoneAt})
	}
	return out, nil
}

// cleanPlan is the item as the store can keep it.
func cleanPlan(p assessments.PlanItem) planFields {
	for _, text := range []*string{&p.ID, &p.Action, (*string)(&p.Phase), &p.Owner, &p.Start, &p.Due, (*string)(&p.Status), &p.Funding, &p.Sign, &p.Note, &p.Hurdle} {
		*text = clean(*text)
	}
	for _, t := range []*time.Time{&p.At, &p.ChangedAt, &p.DoneAt} {
		if !t.IsZero() {
			*t = t.UTC().Round(0)
		}
	}
	return planFields(p)
}

// planItem reads an item of an assessment, nil where it is not there.
func planItem(ctx context.Context, tx *sql.Tx, assessmentID, id string) (*planRow, error) {
	var owner string
	err := tx.QueryRowContext(ctx, `SELECT assessment_id FROM plan_item WHERE id = ?`, clean(id)).Scan(&owner)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, nil
	case err != nil:
		return nil, err
	case owner != clean(assessmentID):
		return nil, ErrNotFound
	}
	row, err := scanPlan(tx.QueryRowContext(ctx, `SELECT `+planColumns+` FROM plan_item WHERE id = ?`, clean(id)))
	return &row, err
}

func nextPosition(ctx context.Context, tx *sql.Tx, assessmentID string, into *int) error {
	return tx.QueryRowContext(ctx, `SELECT coalesce(max(position), 0) + 1 FROM plan_item WHERE assessment_id = ?`, clean(assessmentID)).Scan(into)
}

// logPlan keeps what an item was before a change.
func logPlan(ctx context.Context, tx *sql.Tx, assessmentID, id string, now time.Time, old *planRow) error {
	at, err := stamp(now)
	if err != nil {
		return err
	}
	text, err := json.Marshal(old)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO plan_change (assessment_id, item, at, old) VALUES (?, ?, ?, ?)`, clean(assessmentID), clean(id), at, string(text))
	return err
}

func (r *planRow) touch(now time.Time) {
	p := assessments.PlanItem(r.Item)
	p.Touch(now)
	r.Item = planFields(p)
}

func (r *planRow) put(ctx context.Context, tx *sql.Tx, assessmentID string) error {
	p := &r.Item
	at, err := stamp(p.At)
	if err != nil {
		return err
	}
	finished, err := stampOr(p.DoneAt)
	if err != nil {
		return err
	}
	changed, err := stampOr(p.ChangedAt)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, putPlanRow, clean(assessmentID), p.ID, r.Position, p.Action, string(p.Phase), p.Owner, p.Start, p.Due, string(p.Status),
		p.CostPlanned, p.CostSpent, p.Funding, p.Sign, p.Note, at, finished, p.Hurdle, changed)
	return err
}

func scanPlan(row scanner) (planRow, error) {
	var r planRow
	p := &r.Item
	err := row.Scan(&p.ID, &r.Position, &p.Action, &p.Phase, &p.Owner, &p.Start, &p.Due, &p.Status, &p.CostPlanned, &p.CostSpent, &p.Funding, &p.Sign, &p.Note,
		readStamp{&p.At}, readStampOr{&p.DoneAt}, &p.Hurdle, readStampOr{&p.ChangedAt})
	return r, err
}
