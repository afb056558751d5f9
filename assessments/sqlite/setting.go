package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Setting returns the value kept under a key, and whether there is one.
func (s *Store) Setting(ctx context.Context, key string) (value string, ok bool, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT value FROM setting WHERE key = ?`, clean(key)).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", false, nil
	}
	if err != nil {
		return "", false, fmt.Errorf("read setting %q: %w", key, classify(err))
	}
	return value, true, nil
}

// PutSetting keeps a value under a key and replaces an earlier one.
func (s *Store) PutSetting(ctx context.Context, key, value string) error {
	_, err := s.write(ctx, `INSERT INTO setting (key, value) VALUES (?, ?)
		ON CONFLICT (key) DO UPDATE SET value = excluded.value`, clean(key), clean(value))
	if err != nil {
		return fmt.Errorf("put setting %q: %w", key, err)
	}
	return nil
}
