package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"nivel/assessments"
)

// PutSamples adds or replaces sample firms in one transaction. The log, which is about real ones, says
// nothing of it; a firm that is none is refused.
func (s *Store) PutSamples(ctx context.Context, all []assessments.Dossier) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error {
		for _, d := range all {
			if !d.Company.Sample {
				return fmt.Errorf("company %q is no sample", d.Company.ID)
			}
			if err := putDossier(ctx, tx, d); err != nil {
				return fmt.Errorf("company %q: %w", d.Company.ID, err)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("put %d samples: %w", len(all), err)
	}
	return nil
}

// DeleteSamples takes out sample firms, and everything that was made with samples: undertakings,
// contributions, releases. Of the ids, those of real firms and of none are left alone.
func (s *Store) DeleteSamples(ctx context.Context, ids []string) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error {
		for _, id := range ids {
			if _, err := tx.ExecContext(ctx, `DELETE FROM company WHERE id = ? AND sample = 1`, clean(id)); err != nil {
				return err
			}
		}
		for _, table := range []string{"undertaking", "contribution", "release"} {
			if _, err := tx.ExecContext(ctx, `DELETE FROM `+table+` WHERE sample = 1`); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		_, err = s.write(ctx, `VACUUM`)
	}
	if err != nil {
		return fmt.Errorf("delete samples: %w", err)
	}
	return nil
}
