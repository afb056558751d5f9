package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"nivel/assessments"
)

// Tag gives companies a mark or takes it from them, all of them or none. Companies that are not
// there are passed over.
func (s *Store) Tag(ctx context.Context, ids []string, tag string, on bool, now time.Time) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error {
		for _, id := range ids {
			c, err := scanCompany(tx.QueryRowContext(ctx, `SELECT `+companyColumns+` FROM company WHERE id = ?`, clean(id)))
			if err == sql.ErrNoRows {
				continue
			}
			if err != nil {
				return classify(err)
			}
			c = c.Tag(tag, on)
			if len(c.Tags) > assessments.TagsLimit {
				return assessments.NewFault("tags-many", "have", len(c.Tags), "limit", assessments.TagsLimit)
			}
			c.ChangedAt = now.UTC().Round(0)
			if err := putCompany(ctx, tx, c); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("tag %d companies: %w", len(ids), err)
	}
	return nil
}

// CountCompanies is how many companies there are, samples left out.
func (s *Store) CountCompanies(ctx context.Context) (int, error) {
	n := 0
	if err := s.db.QueryRowContext(ctx, `SELECT count(*) FROM company WHERE sample = 0`).Scan(&n); err != nil {
		return 0, fmt.Errorf("count companies: %w", classify(err))
	}
	return n, nil
}
