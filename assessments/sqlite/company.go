package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"nivel/assessments"
)

const companyColumns = `id, name, place, nace, people, contact,
	hourly_cost, orders, quotes, material, energy, machines, computers, sample, created_at, tags, changed_at`

// PutCompany adds the company, or replaces the one with its id. Its assessments stay.
func (s *Store) PutCompany(ctx context.Context, c assessments.Company) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error { return putCompany(ctx, tx, c) })
	if err != nil {
		return fmt.Errorf("put company %q: %w", c.ID, err)
	}
	return nil
}

func putCompany(ctx context.Context, tx *sql.Tx, c assessments.Company) error {
	created, err := stamp(c.CreatedAt)
	if err != nil {
		return err
	}
	changed, err := stampOr(c.ChangedAt)
	if err != nil {
		return err
	}
	tags, err := writeTexts(c.Tags)
	if err != nil {
		return err
	}
	f := c.Figures
	_, err = tx.ExecContext(ctx, `INSERT INTO company (`+companyColumns+`)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET
				name = excluded.name, place = excluded.place, nace = excluded.nace,
				people = excluded.people, contact = excluded.contact,
				hourly_cost = excluded.hourly_cost, orders = excluded.orders,
				quotes = excluded.quotes, material = excluded.material,
				energy = excluded.energy, machines = excluded.machines,
				computers = excluded.computers, sample = excluded.sample,
				created_at = excluded.created_at, tags = excluded.tags, changed_at = excluded.changed_at`,
		clean(c.ID), clean(c.Name), clean(c.Place), clean(c.NACE), c.People, clean(c.Contact),
		f.HourlyCost, f.Orders, f.Quotes, f.Material, f.Energy, f.Machines, f.Computers,
		c.Sample, created, tags, changed)
	return err
}

// Company returns the company with that id, or ErrNotFound.
func (s *Store) Company(ctx context.Context, id string) (assessments.Company, error) {
	row := s.db.QueryRowContext(ctx, `SELECT `+companyColumns+` FROM company WHERE id = ?`, clean(id))
	c, err := scanCompany(row)
	if err != nil {
		return assessments.Company{}, fmt.Errorf("read company %q: %w", id, classify(err))
	}
	return c, nil
}

// Companies returns all companies, samples too, the one made first in front.
func (s *Store) Companies(ctx context.Context) ([]assessments.Company, error) {
	all, err := list(ctx, s, scanCompany,
		`SELECT `+companyColumns+` FROM company ORDER BY created_at, rowid`)
	if err != nil {
		return nil, fmt.Errorf("read companies: %w", err)
	}
	return all, nil
}

func scanCompany(row scanner) (assessments.Company, error) {
	var c assessments.Company
	f := &c.Figures
	err := row.Scan(&c.ID, &c.Name, &c.Place, &c.NACE, &c.People, &c.Contact,
		&f.HourlyCost, &f.Orders, &f.Quotes, &f.Material, &f.Energy, &f.Machines, &f.Computers,
		&c.Sample, readStamp{&c.CreatedAt}, readTexts{&c.Tags}, readStampOr{&c.ChangedAt})
	return c, err
}
