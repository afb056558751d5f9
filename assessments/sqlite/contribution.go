package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Contribution is one round of a firm without names, as a roll-up keeps it. What its content says is
// the business of the package region.
type Contribution struct {
	Firm     string // its name by chance
	Round    int
	Sample   bool
	Made     string // month, YYYY-MM
	Received time.Time
	Mark     []byte // of all it says but Made
	Content  []byte
}

// Contributors returns the name by chance that each of some companies has in roll-ups; who has none
// gets the one that name makes. Where a company does not exist the error is ErrNotFound.
func (s *Store) Contributors(ctx context.Context, companyIDs []string, name func() string) (map[string]string, error) {
	all, err := s.contributors(ctx)
	if err != nil {
		return nil, fmt.Errorf("read contributors: %w", err)
	}
	out := map[string]string{}
	var fresh []string
	for _, id := range companyIDs {
		if firm, ok := all[id]; ok {
			out[id] = firm
		} else if out[id] == "" {
			out[id], fresh = name(), append(fresh, id)
		}
	}
	if len(fresh) == 0 {
		return out, nil
	}
	err = s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error {
		for _, id := range fresh {
			if _, err := tx.ExecContext(ctx, `INSERT INTO contributor (company_id, firm) VALUES (?, ?)`, clean(id), out[id]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("name %d contributors: %w", len(fresh), err)
	}
	return out, nil
}

func (s *Store) contributors(ctx context.Context) (map[string]string, error) {
	out := map[string]string{}
	_, err := list(ctx, s, func(row scanner) (struct{}, error) {
		var id, firm string
		err := row.Scan(&id, &firm)
		out[id] = firm
		return struct{}{}, err
	}, `SELECT company_id, firm FROM contributor`)
	return out, err
}

// PutContributions adds contributions, or replaces those of the same firm and round, in one
// transaction. A context that ends before the last is written takes all back. Progress may be nil.
func (s *Store) PutContributions(ctx context.Context, all []Contribution, progress func(done, total int)) error {
	err := s.inTransaction(ctx, func(within context.Context, tx *sql.Tx) error {
		put, err := tx.PrepareContext(within, `INSERT OR REPLACE INTO contribution (firm, round, sample, made, received_at, mark, content) VALUES (?, ?, ?, ?, ?, ?, ?)`)
		if err != nil {
			return err
		}
		defer put.Close()
		for i, c := range all {
			if err := ctx.Err(); err != nil {
				return err
			}
			at, err := stamp(c.Received)
			if err != nil {
				return err
			}
			if _, err := put.ExecContext(within, clean(c.Firm), c.Round, c.Sample, clean(c.Made), at, c.Mark, c.Content); err != nil {
				return err
			}
			if progress != nil {
				progress(i+1, len(all))
			}
		}
		return ctx.Err()
	})
	if err != nil {
		return fmt.Errorf("put %d contributions: %w", len(all), err)
	}
	return nil
}

// Contributed returns all contributions without their content.
func (s *Store) Contributed(ctx context.Context) ([]Contribution, error) {
	all, err := list(ctx, s, func(row scanner) (Contribution, error) {
		var c Contribution
		err := row.Scan(&c.Firm, &c.Round, &c.Sample, &c.Made, readStamp{&c.Received}, &c.Mark)
		return c, err
	}, `SELECT firm, round, sample, made, received_at, mark FROM contribution ORDER BY firm, round`)
	if err != nil {
		return nil, fmt.Errorf("read what was contributed: %w", err)
	}
	return all, nil
}

// Contributions gives the content of each contribution, of samples or of real firms, to a function;
// those of a firm follow each other, the first round in front. The bytes are only good until it returns.
func (s *Store) Contributions(ctx context.Context, sample bool, each func(content []byte) error) error {
	wrap := func(err error) error {
		if err != nil {
			return fmt.Errorf("read contributions: %w", classify(err))
		}
		return nil
	}
	rows, err := s.db.QueryContext(ctx, `SELECT content FROM contribution WHERE sample = ? ORDER BY firm, round`, sample)
	if err != nil {
		return wrap(err)
	}
	defer rows.Close()
	var content sql.RawBytes
	for rows.Next() {
		if err := rows.Scan(&content); err != nil {
			return wrap(err)
		}
		if err := each(content); err != nil {
			return err
		}
	}
	return wrap(rows.Err())
}

// DeleteContributions takes out all that was taken in from files, of samples or of real firms.
func (s *Store) DeleteContributions(ctx context.Context, sample bool) error {
	_, err := s.write(ctx, `DELETE FROM contribution WHERE sample = ?`, sample)
	if err == nil {
		_, err = s.write(ctx, `VACUUM`)
	}
	if err != nil {
		return fmt.Errorf("delete contributions: %w", err)
	}
	return nil
}

// Release is something that has left of a roll-up.
type Release struct {
	At      time.Time
	Sample  bool
	Content []byte
}

// PutRelease adds a release. None is ever taken out.
func (s *Store) PutRelease(ctx context.Context, r Release) error {
	at, err := stamp(r.At)
	if err == nil {
		_, err = s.write(ctx, `INSERT INTO release (at, sample, content) VALUES (?, ?, ?)`, at, r.Sample, r.Content)
	}
	if err != nil {
		return fmt.Errorf("put release: %w", err)
	}
	return nil
}

// Releases returns all releases, of samples or of real firms, the first one in front.
func (s *Store) Releases(ctx context.Context, sample bool) ([]Release, error) {
	all, err := list(ctx, s, func(row scanner) (Release, error) {
		var r Release
		err := row.Scan(readStamp{&r.At}, &r.Sample, &r.Content)
		return r, err
	}, `SELECT at, sample, content FROM release WHERE sample = ? ORDER BY seq`, sample)
	if err != nil {
		return nil, fmt.Errorf("read releases: %w", err)
	}
	return all, nil
}
