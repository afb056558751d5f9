package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
)

// timeForm is RFC 3339 with all nine digits, so that texts sort as their times do.
const timeForm = "2006-01-02T15:04:05.000000000Z07:00"

// stamp writes a time in UTC. Years that four digits cannot show are refused: they could not be
// read again.
func stamp(t time.Time) (string, error) {
	t = t.UTC()
	if y := t.Year(); y < 0 || y > 9999 {
		return "", fmt.Errorf("year %d is out of range", y)
	}
	return t.Format(timeForm), nil
}

// readStamp reads what stamp wrote into its target; it is a sql.Scanner.
type readStamp struct{ into *time.Time }

// Scan implements sql.Scanner.
func (r readStamp) Scan(from any) error {
	text, ok := from.(string)
	if !ok {
		return fmt.Errorf("%w: %T where a time belongs", ErrDamaged, from)
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	*r.into = t.UTC()
	return nil
}

// stampOr is stamp, with an empty text for the zero time.
func stampOr(t time.Time) (string, error) {
	if t.IsZero() {
		return "", nil
	}
	return stamp(t)
}

// readStampOr reads what stampOr wrote.
type readStampOr struct{ into *time.Time }

// Scan implements sql.Scanner.
func (r readStampOr) Scan(from any) error {
	if from == "" {
		*r.into = time.Time{}
		return nil
	}
	return readStamp(r).Scan(from)
}

// writeTexts writes a list of texts as JSON.
func writeTexts(texts []string) (string, error) {
	all := make([]string, 0, len(texts))
	for _, t := range texts {
		all = append(all, clean(t))
	}
	data, err := json.Marshal(all)
	return string(data), err
}

// readTexts reads what writeTexts wrote; nil where there is none.
type readTexts struct{ into *[]string }

// Scan implements sql.Scanner.
func (r readTexts) Scan(from any) error {
	text, ok := from.(string)
	if !ok {
		return fmt.Errorf("%w: %T where a list belongs", ErrDamaged, from)
	}
	*r.into = nil
	if err := json.Unmarshal([]byte(text), r.into); err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if len(*r.into) == 0 {
		*r.into = nil
	}
	return nil
}

// clean makes text valid UTF-8: what is not could not be exported, printed or searched.
func clean(text string) string { return strings.ToValidUTF8(text, "\uFFFD") }

// scanner is a row of a result.
type scanner interface{ Scan(into ...any) error }

// list returns all rows of a query. It ends its query before it returns, because a second one
// inside open rows would wait for the only connection for ever.
func list[T any](ctx context.Context, s *Store, scan func(scanner) (T, error), query string, args ...any) (all []T, err error) {
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, classify(err)
	}
	defer func() { err = errors.Join(err, classify(rows.Close())) }()
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, classify(err)
		}
		all = append(all, one)
	}
	return all, classify(rows.Err())
}

// write runs one statement as a transaction of its own. A context that ends before the start
// prevents it; one that ends later does not interrupt it, because the driver would then report an
// error for a statement that may have been committed.
func (s *Store) write(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	result, err := s.db.ExecContext(context.WithoutCancel(ctx), query, args...)
	return result, classify(err)
}

// inTransaction runs work and commits, or changes nothing where it fails.
func (s *Store) inTransaction(ctx context.Context, work func(context.Context, *sql.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	ctx = context.WithoutCancel(ctx) // as in write
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return classify(err)
	}
	defer tx.Rollback() // does nothing after the commit
	if err := work(ctx, tx); err != nil {
		return classify(err)
	}
	return classify(tx.Commit())
}
