package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math/big"

	"nivel/assessments"
)

// Consent adds what a company allowed or took back; what was said before stays in the file. Where
// the company does not exist the error is ErrNotFound.
func (s *Store) Consent(ctx context.Context, companyID string, c assessments.Consent) error {
	err := assessments.CheckBy(c.By)
	if err == nil {
		err = s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error { return addConsent(ctx, tx, companyID, c) })
	}
	if err != nil {
		return fmt.Errorf("consent of company %q: %w", companyID, err)
	}
	return nil
}

func addConsent(ctx context.Context, tx *sql.Tx, companyID string, c assessments.Consent) error {
	at, err := stamp(c.At)
	if err == nil {
		_, err = tx.ExecContext(ctx, `INSERT INTO consent (company_id, kind, given, by_whom, at) VALUES (?, ?, ?, ?, ?)`,
			clean(companyID), clean(string(c.Kind)), c.Given, clean(c.By), at)
	}
	return err
}

// Consents returns everything that a company allowed or took back, in the order in which it did.
func (s *Store) Consents(ctx context.Context, companyID string) ([]assessments.Consent, error) {
	all, err := list(ctx, s, scanConsent, `SELECT kind, given, by_whom, at FROM consent WHERE company_id = ? ORDER BY seq`, clean(companyID))
	if err != nil {
		return nil, fmt.Errorf("read consents of company %q: %w", companyID, err)
	}
	return all, nil
}

func scanConsent(row scanner) (assessments.Consent, error) {
	var c assessments.Consent
	err := row.Scan(&c.Kind, &c.Given, &c.By, readStamp{&c.At})
	return c, err
}

// PutEarlier adds a result from before, or replaces the one with its id. Where the company does not
// exist the error is ErrNotFound.
func (s *Store) PutEarlier(ctx context.Context, companyID string, e assessments.Earlier) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error { return putEarlier(ctx, tx, companyID, e) })
	if err != nil {
		return fmt.Errorf("put earlier result %q: %w", e.ID, err)
	}
	return nil
}

func putEarlier(ctx context.Context, tx *sql.Tx, companyID string, e assessments.Earlier) error {
	scores := map[string]string{}
	for d, v := range e.Scores {
		if v != nil {
			scores[clean(d)] = v.RatString()
		}
	}
	data, err := json.Marshal(scores)
	if err != nil {
		return err
	}
	overall := ""
	if e.Overall != nil {
		overall = e.Overall.RatString()
	}
	_, err = tx.ExecContext(ctx, `INSERT OR REPLACE INTO earlier (id, company_id, day, source, overall, scores) VALUES (?, ?, ?, ?, ?, ?)`,
		clean(e.ID), clean(companyID), clean(e.Day), clean(e.Source), overall, string(data))
	return err
}

// Earlier returns a company's results from before, the oldest in front.
func (s *Store) Earlier(ctx context.Context, companyID string) ([]assessments.Earlier, error) {
	all, err := list(ctx, s, scanEarlier, `SELECT id, day, source, overall, scores FROM earlier WHERE company_id = ? ORDER BY day, id`, clean(companyID))
	if err != nil {
		return nil, fmt.Errorf("read earlier results of company %q: %w", companyID, err)
	}
	return all, nil
}

func scanEarlier(row scanner) (assessments.Earlier, error) {
	var e assessments.Earlier
	var overall, scores string
	if err := row.Scan(&e.ID, &e.Day, &e.Source, &overall, &scores); err != nil {
		return e, err
	}
	var texts map[string]string
	if err := json.Unmarshal([]byte(scores), &texts); err != nil {
		return e, fmt.Errorf("%w: earlier result %s: %w", ErrDamaged, e.ID, err)
	}
	read := func(text string) (*big.Rat, error) {
		v, ok := new(big.Rat).SetString(text)
		if !ok {
			return nil, fmt.Errorf("%w: earlier result %s says %q", ErrDamaged, e.ID, text)
		}
		return v, nil
	}
	var err error
	if overall != "" {
		if e.Overall, err = read(overall); err != nil {
			return e, err
		}
	}
	for d, text := range texts {
		if e.Scores == nil {
			e.Scores = map[string]*big.Rat{}
		}
		if e.Scores[d], err = read(text); err != nil {
			return e, err
		}
	}
	return e, nil
}
