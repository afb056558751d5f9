package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"nivel/assessments"
)

const undertakingColumns = `id, kind, sample, content, created_at, changed_at`

// PutUndertaking adds an undertaking with its firms, or replaces the one with its id, in one
// transaction. A firm that does not exist is refused as ErrNotFound, and then nothing is written.
func (s *Store) PutUndertaking(ctx context.Context, u assessments.Undertaking) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error { return putUndertaking(ctx, tx, u) })
	if err != nil {
		return fmt.Errorf("put %s %q: %w", u.Kind, u.ID, err)
	}
	return nil
}

func putUndertaking(ctx context.Context, tx *sql.Tx, u assessments.Undertaking) error {
	if len(u.Content) > assessments.UndertakingLimit {
		return assessments.NewFault("undertaking-large", "limit", assessments.UndertakingLimit>>20)
	}
	created, err := stamp(u.CreatedAt)
	if err != nil {
		return err
	}
	changed, err := stamp(u.ChangedAt)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO undertaking (`+undertakingColumns+`) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, sample = excluded.sample, content = excluded.content, changed_at = excluded.changed_at`,
		clean(u.ID), clean(string(u.Kind)), u.Sample, string(u.Content), created, changed)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM undertaking_firm WHERE undertaking_id = ?`, clean(u.ID)); err != nil {
		return err
	}
	for i, f := range u.Firms {
		if len(f.Content) > assessments.UndertakingLimit {
			return assessments.NewFault("undertaking-large", "limit", assessments.UndertakingLimit>>20)
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO undertaking_firm (undertaking_id, company_id, place, content) VALUES (?, ?, ?, ?)`,
			clean(u.ID), clean(f.CompanyID), i, string(f.Content))
		if err != nil {
			return err
		}
	}
	return nil
}

// Undertakings returns all of a kind, samples too, the one made first in front.
func (s *Store) Undertakings(ctx context.Context, kind assessments.UndertakingKind) ([]assessments.Undertaking, error) {
	all, err := list(ctx, s, scanUndertaking, `SELECT `+undertakingColumns+` FROM undertaking WHERE kind = ? ORDER BY created_at, id`, clean(string(kind)))
	if err != nil {
		return nil, fmt.Errorf("read undertakings of kind %q: %w", kind, err)
	}
	at := map[string]int{}
	for i := range all {
		at[all[i].ID] = i
	}
	_, err = list(ctx, s, func(row scanner) (struct{}, error) {
		id, f, err := scanUndertakingFirm(row)
		if i, ok := at[id]; ok && err == nil {
			all[i].Firms = append(all[i].Firms, f)
		}
		return struct{}{}, err
	}, `SELECT undertaking_id, company_id, undertaking_firm.content FROM undertaking_firm JOIN undertaking ON undertaking.id = undertaking_id WHERE kind = ? ORDER BY undertaking_id, place`, clean(string(kind)))
	if err != nil {
		return nil, fmt.Errorf("read firms of undertakings of kind %q: %w", kind, err)
	}
	return all, nil
}

// Undertaking returns the one with that id, or ErrNotFound.
func (s *Store) Undertaking(ctx context.Context, id string) (assessments.Undertaking, error) {
	u, err := scanUndertaking(s.db.QueryRowContext(ctx, `SELECT `+undertakingColumns+` FROM undertaking WHERE id = ?`, clean(id)))
	if err != nil {
		return u, fmt.Errorf("read undertaking %q: %w", id, classify(err))
	}
	u.Firms, err = list(ctx, s, func(row scanner) (assessments.UndertakingFirm, error) {
		_, f, err := scanUndertakingFirm(row)
		return f, err
	}, `SELECT undertaking_id, company_id, content FROM undertaking_firm WHERE undertaking_id = ? ORDER BY place`, clean(id))
	if err != nil {
		return u, fmt.Errorf("read firms of undertaking %q: %w", id, err)
	}
	return u, nil
}

// DeleteUndertaking takes an undertaking out, with all that it keeps about firms. Where it is not
// there the error is ErrNotFound.
func (s *Store) DeleteUndertaking(ctx context.Context, id string) error {
	err := one(s.write(ctx, `DELETE FROM undertaking WHERE id = ?`, clean(id)))
	if err == nil {
		_, err = s.write(ctx, `VACUUM`)
	}
	if err != nil {
		return fmt.Errorf("delete undertaking %q: %w", id, err)
	}
	return nil
}

func scanUndertaking(row scanner) (assessments.Undertaking, error) {
	var u assessments.Undertaking
	var content string
	err := row.Scan(&u.ID, &u.Kind, &u.Sample, &content, readStamp{&u.CreatedAt}, readStamp{&u.ChangedAt})
	if errors.Is(err, sql.ErrNoRows) {
		return u, err
	}
	u.Content = []byte(content)
	return u, err
}

func scanUndertakingFirm(row scanner) (id string, f assessments.UndertakingFirm, err error) {
	var content string
	err = row.Scan(&id, &f.CompanyID, &content)
	f.Content = []byte(content)
	return id, f, err
}
