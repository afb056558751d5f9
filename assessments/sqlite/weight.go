package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math/big"
	"time"

	"nivel/assessments"
)

// SetWeights keeps which weights are in force, and those that are not the model's; without any, the
// earlier ones are gone. Where the assessment does not exist the error is ErrNotFound.
func (s *Store) SetWeights(ctx context.Context, assessmentID, stamp string, overrides map[string]*big.Rat, now time.Time) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error {
		id := clean(assessmentID)
		if err := one(tx.ExecContext(ctx, `UPDATE assessment SET weights = ? WHERE id = ?`, clean(stamp), id)); err != nil {
			return err
		}
		if err := changed(ctx, tx, id, now); err != nil {
			return err
		}
		return putWeights(ctx, tx, id, overrides)
	})
	if err != nil {
		return fmt.Errorf("set weights of assessment %q: %w", assessmentID, err)
	}
	return nil
}

// SetNext keeps the day of the next round, as YYYY-MM-DD; an empty one takes it back. Where the
// assessment does not exist the error is ErrNotFound.
func (s *Store) SetNext(ctx context.Context, assessmentID, day string, now time.Time) error {
	err := assessments.CheckNext(day, "")
	if err == nil {
		err = s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error {
			if err := changed(ctx, tx, clean(assessmentID), now); err != nil {
				return err
			}
			_, err := tx.ExecContext(ctx, `UPDATE assessment SET next_at = ? WHERE id = ?`, day, clean(assessmentID))
			return err
		})
	}
	if err != nil {
		return fmt.Errorf("set next round of assessment %q: %w", assessmentID, err)
	}
	return nil
}

// one says whether a statement found the row that it was about.
func one(result sql.Result, err error) error {
	if err != nil {
		return err
	}
	n, err := result.RowsAffected()
	if err == nil && n == 0 {
		err = ErrNotFound
	}
	return err
}

func putWeights(ctx context.Context, tx *sql.Tx, id string, overrides map[string]*big.Rat) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM weight WHERE assessment_id = ?`, id); err != nil {
		return err
	}
	for dimension, w := range overrides {
		if w == nil {
			continue // the model's own
		}
		if w.Sign() < 0 {
			return assessments.NewFault("weight-negative", "value", assessments.Plain(w))
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO weight (assessment_id, dimension, weight) VALUES (?, ?, ?)`, id, clean(dimension), w.RatString()); err != nil {
			return fmt.Errorf("weight of %q: %w", dimension, err)
		}
	}
	return nil
}

// readWeights is nil where the weights are the model's.
func readWeights(data []byte) (map[string]*big.Rat, error) {
	var texts map[string]string
	if err := json.Unmarshal(data, &texts); err != nil {
		return nil, err
	}
	var out map[string]*big.Rat
	for dimension, text := range texts {
		w, ok := new(big.Rat).SetString(text)
		if !ok || w.Sign() < 0 {
			return nil, fmt.Errorf("%w: weight of %q", ErrDamaged, dimension)
		}
		if out == nil {
			out = map[string]*big.Rat{}
		}
		out[dimension] = w
	}
	return out, nil
}
