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

// PortfolioRow is one company as a list of many shows it. What its answers come to stands in the
// summary, which is true only as long as MadeFrom still names what it was reckoned from.
type PortfolioRow struct {
	Company    assessments.Company
	Assessment *assessments.Assessment // the one started last, without targets; nil where there is none
	Rounds     int                     // assessments of the company
	LastRating int64                   // sequence of the last rating of that assessment; 0 where there is none
	MadeFrom   string                  // of the summary; empty where there is none
	Content    []byte
	LastVisit  string               // day of the last visit until today; empty where there was none
	ClosedAt   time.Time            // when a visit was closed last; zero where none was
	Earlier    *assessments.Earlier // the latest result from before, nil where there is none
	Plan       PlanCounts
	Wall       bool // consent to be shown beside others, as said last
}

// PlanCounts are numbers of planned actions; dropped ones are not among them.
type PlanCounts struct{ All, Pending, Overdue, Done int }

const selectPortfolio = `SELECT
	c.id, c.name, c.place, c.nace, c.people, c.contact, c.hourly_cost, c.orders, c.quotes, c.material, c.energy, c.machines, c.computers,
	c.sample, c.created_at, c.tags, c.changed_at,
	a.id, a.model_id, a.model_version, a.path, a.weights, a.benchmarks, a.round, a.started_at, a.position, a.next_at, a.people, a.nace, a.changed_at,
	CASE WHEN a.id IS NULL THEN NULL ELSE (SELECT json_group_object(dimension, weight) FROM weight WHERE assessment_id = a.id) END,
	(SELECT count(*) FROM assessment WHERE company_id = c.id),
	coalesce((SELECT max(seq) FROM rating WHERE assessment_id = a.id), 0),
	coalesce(s.made_from, ''), s.content,
	coalesce((SELECT day FROM visit WHERE company_id = c.id AND day <= ?1 ORDER BY day DESC LIMIT 1), ''),
	coalesce((SELECT max(closed_at) FROM visit WHERE company_id = c.id), ''),
	e.id, e.day, e.source, e.overall, e.scores,
	coalesce(p.live, 0), coalesce(p.pending, 0), coalesce(p.overdue, 0), coalesce(p.finished, 0),
	coalesce((SELECT given FROM consent WHERE company_id = c.id AND kind = ?2 ORDER BY seq DESC LIMIT 1), 0)
	FROM company c
	LEFT JOIN assessment a ON a.id = (SELECT id FROM assessment WHERE company_id = c.id ORDER BY started_at DESC, rowid DESC LIMIT 1)
	LEFT JOIN summary s ON s.assessment_id = a.id
	LEFT JOIN earlier e ON e.id = (SELECT id FROM earlier WHERE company_id = c.id ORDER BY day DESC, id DESC LIMIT 1)
	LEFT JOIN (SELECT assessment_id, count(*) FILTER (WHERE status <> 'dropped') AS live,
		count(*) FILTER (WHERE status IN ('todo', 'doing', 'stuck')) AS pending,
		count(*) FILTER (WHERE status IN ('todo', 'doing', 'stuck') AND due <> '' AND due < ?1) AS overdue,
		count(*) FILTER (WHERE status = 'done') AS finished
		FROM plan_item GROUP BY assessment_id) p ON p.assessment_id = a.id
	ORDER BY c.created_at, c.rowid`

// Portfolio returns every company, samples too, the one made first in front, by one query. Today is
// YYYY-MM-DD.
func (s *Store) Portfolio(ctx context.Context, today string) ([]PortfolioRow, error) {
	all, err := list(ctx, s, scanPortfolio, selectPortfolio, today, string(assessments.ConsentWall))
	if err != nil {
		return nil, fmt.Errorf("read portfolio: %w", err)
	}
	return all, nil
}

func scanPortfolio(row scanner) (PortfolioRow, error) {
	var (
		p                                                                     PortfolioRow
		c                                                                     = &p.Company
		f                                                                     = &c.Figures
		id, model, version, path, weights, benchmarks, started, position, nxt sql.NullString
		nace, changed                                                         sql.NullString
		round, people                                                         sql.NullInt64
		overrides                                                             []byte
		earlier                                                               [5]sql.NullString
	)
	err := row.Scan(&c.ID, &c.Name, &c.Place, &c.NACE, &c.People, &c.Contact,
		&f.HourlyCost, &f.Orders, &f.Quotes, &f.Material, &f.Energy, &f.Machines, &f.Computers,
		&c.Sample, readStamp{&c.CreatedAt}, readTexts{&c.Tags}, readStampOr{&c.ChangedAt},
		&id, &model, &version, &path, &weights, &benchmarks, &round, &started, &position, &nxt, &people, &nace, &changed, &overrides,
		&p.Rounds, &p.LastRating, &p.MadeFrom, &p.Content, &p.LastVisit, readStampOr{&p.ClosedAt},
		&earlier[0], &earlier[1], &earlier[2], &earlier[3], &earlier[4],
		&p.Plan.All, &p.Plan.Pending, &p.Plan.Overdue, &p.Plan.Done, &p.Wall)
	if err != nil {
		return p, err
	}
	if earlier[0].Valid {
		e, err := scanEarlier(texts(earlier[:]))
		if err != nil {
			return p, err
		}
		p.Earlier = &e
	}
	if !id.Valid {
		return p, nil
	}
	a := &assessments.Assessment{ID: id.String, CompanyID: c.ID, ModelID: model.String, ModelVersion: version.String, Path: path.String,
		Weights: weights.String, Benchmarks: benchmarks.String, Round: int(round.Int64), Position: position.String, NextAt: nxt.String}
	if people.Valid {
		a.Firm = &assessments.Snapshot{People: int(people.Int64), NACE: nace.String}
	}
	if err := (readStamp{&a.StartedAt}).Scan(started.String); err != nil {
		return p, err
	}
	if err := (readStampOr{&a.ChangedAt}).Scan(changed.String); err != nil {
		return p, err
	}
	if a.WeightOverrides, err = weightsOf(overrides); err != nil {
		return p, err
	}
	p.Assessment = a
	return p, nil
}

// weightsOf is readWeights without its work where there are none, as with nearly all.
func weightsOf(data []byte) (map[string]*big.Rat, error) {
	if string(data) == "{}" {
		return nil, nil
	}
	return readWeights(data)
}

// texts are columns that were read already, as a row of their own.
type texts []sql.NullString

// Scan implements scanner.
func (t texts) Scan(into ...any) error {
	for i := range into {
		*(into[i].(*string)) = t[i].String
	}
	return nil
}

// Rated are all ratings of one assessment, in the order in which they were given, and the sequence
// of the last.
type Rated struct {
	Ratings []assessments.Rating
	Last    int64
}

// RatingsOf returns the ratings of several assessments by their ids; those without any are not in it.
func (s *Store) RatingsOf(ctx context.Context, assessmentIDs []string) (map[string]Rated, error) {
	ids, err := writeTexts(assessmentIDs)
	if err != nil {
		return nil, err
	}
	out := map[string]Rated{}
	_, err = list(ctx, s, func(row scanner) (struct{}, error) {
		var seq int64
		r, err := scanRating(behind{row, &seq})
		if err == nil {
			one := out[r.AssessmentID]
			out[r.AssessmentID] = Rated{append(one.Ratings, r), seq}
		}
		return struct{}{}, err
	}, `SELECT seq, `+ratingColumns+` FROM rating WHERE assessment_id IN (SELECT value FROM json_each(?)) ORDER BY assessment_id, seq`, ids)
	if err != nil {
		return nil, fmt.Errorf("read ratings of %d assessments: %w", len(assessmentIDs), err)
	}
	return out, nil
}

// behind is a row with one more column in front.
type behind struct {
	row   scanner
	first any
}

// Scan implements scanner.
func (b behind) Scan(into ...any) error { return b.row.Scan(append([]any{b.first}, into...)...) }

// Summary is what an assessment comes to, and what that was reckoned from.
type Summary struct {
	Assessment string
	MadeFrom   string
	Content    json.RawMessage
}

// PutSummaries keeps summaries, in one transaction. Those of assessments that are no longer there
// are left out.
func (s *Store) PutSummaries(ctx context.Context, all []Summary) error {
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error {
		put, err := tx.PrepareContext(ctx, `INSERT OR REPLACE INTO summary (assessment_id, made_from, content)
			SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM assessment WHERE id = ?1)`)
		if err != nil {
			return err
		}
		defer put.Close()
		for _, x := range all {
			if _, err := put.ExecContext(ctx, clean(x.Assessment), x.MadeFrom, string(x.Content)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("put %d summaries: %w", len(all), err)
	}
	return nil
}

// Intake is a company with results it had before, as a list brings them.
type Intake struct {
	Company assessments.Company
	Earlier []assessments.Earlier
}

// PutIntake adds or replaces companies, and adds or replaces their earlier results, in one
// transaction, with a line in the log. Nothing else that is kept about them changes. Ids of results
// that belong to another company are refused as ErrNotFound.
func (s *Store) PutIntake(ctx context.Context, all []Intake, now time.Time) error {
	if len(all) == 0 {
		return nil
	}
	err := s.inTransaction(ctx, func(ctx context.Context, tx *sql.Tx) error {
		for _, x := range all {
			if err := putCompany(ctx, tx, x.Company); err != nil {
				return fmt.Errorf("company %q: %w", x.Company.ID, err)
			}
			for _, e := range x.Earlier {
				if err := owns(ctx, tx, "earlier", "company_id", e.ID, x.Company.ID); err != nil {
					return err
				}
				if err := putEarlier(ctx, tx, x.Company.ID, e); err != nil {
					return err
				}
			}
		}
		return addLog(ctx, tx, assessments.LogEntry{At: now, Kind: assessments.LogImport, Count: len(all)})
	})
	if err != nil {
		return fmt.Errorf("take in %d companies: %w", len(all), err)
	}
	return nil
}
