package cohort

import (
	"context"
	"encoding/json"
	"errors"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"nivel/assessments/content"
	"nivel/assessments/search"
	"nivel/assessments/sqlite"
)

// Store is what the list needs of the store.
type Store interface {
	Portfolio(ctx context.Context, today string) ([]sqlite.PortfolioRow, error)
	RatingsOf(ctx context.Context, assessmentIDs []string) (map[string]sqlite.Rated, error)
	PutSummaries(ctx context.Context, all []sqlite.Summary) error
}

// Params are what a list is made from.
type Params struct {
	Store    Store
	Library  *content.Library
	Now      time.Time
	Progress func(done, total int) // of the firms that are reckoned anew; may be nil; never called twice at once
}

// chunk is how many firms are reckoned at a time: enough for one query, few enough to stop soon.
const chunk = 64

// List returns all companies, samples too, the one made first in front. Firms whose results are no
// longer true are reckoned anew, which takes a while where there are many: a context that ends stops
// it, and what was reckoned until then is kept for the next time. A list is whole or an error.
func List(ctx context.Context, p Params) ([]*Firm, error) {
	rows, err := p.Store.Portfolio(ctx, p.Now.Format(time.DateOnly))
	if err != nil {
		return nil, err
	}
	r := &reckoner{library: p.Library, prints: map[string]string{}}
	sums := make([]summary, len(rows))
	var stale []int
	for i := range rows {
		if rows[i].Assessment != nil && !r.kept(&rows[i], &sums[i]) {
			stale = append(stale, i)
		}
	}
	if err := r.renew(ctx, p, rows, sums, stale); err != nil {
		return nil, err
	}
	firms, all := make([]*Firm, len(rows)), make([]Firm, len(rows))
	for i := range rows {
		firms[i] = &all[i]
		r.firm(firms[i], &rows[i], &sums[i], p.Now)
	}
	return firms, nil
}

// kept takes the summary that is in the store, if it still holds.
func (r *reckoner) kept(row *sqlite.PortfolioRow, into *summary) bool {
	if row.MadeFrom != r.madeFrom(row, row.LastRating) {
		return false
	}
	if json.Unmarshal(row.Content, into) == nil {
		return true
	}
	*into = summary{}
	return false
}

// renew reckons what is stale and writes it back in one transaction.
func (r *reckoner) renew(ctx context.Context, p Params, rows []sqlite.PortfolioRow, sums []summary, stale []int) error {
	var fresh []sqlite.Summary
	var failed error
	done := 0
	for part := range slices.Chunk(stale, chunk) {
		if failed = ctx.Err(); failed != nil {
			break
		}
		var put []sqlite.Summary
		if put, failed = r.part(ctx, p.Store, rows, sums, part); failed != nil {
			break
		}
		fresh = append(fresh, put...)
		done += len(part)
		if p.Progress != nil {
			p.Progress(done, len(stale))
		}
	}
	if len(fresh) == 0 {
		return failed
	}
	// Also of a list that was stopped: the next one then has that much less to do.
	return errors.Join(failed, p.Store.PutSummaries(context.WithoutCancel(ctx), fresh))
}

// part reckons some firms, on all processors. What it says it was made from are the ratings that
// were read, which may be more than there were when the rows were.
func (r *reckoner) part(ctx context.Context, store Store, rows []sqlite.PortfolioRow, sums []summary, part []int) ([]sqlite.Summary, error) {
	ids := make([]string, len(part))
	for k, i := range part {
		ids[k] = rows[i].Assessment.ID
	}
	rated, err := store.RatingsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make([]sqlite.Summary, len(part))
	for k, i := range part {
		out[k] = sqlite.Summary{Assessment: ids[k], MadeFrom: r.madeFrom(&rows[i], rated[ids[k]].Last)}
	}
	var wait sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), len(part))
	for w := range workers {
		wait.Go(func() {
			for k := w; k < len(part); k += workers {
				i := part[k]
				sums[i] = r.summary(&rows[i], rated[ids[k]].Ratings)
				out[k].Content, _ = json.Marshal(&sums[i]) // plain data
			}
		})
	}
	wait.Wait()
	return out, nil
}

// firm makes a line of the list.
func (r *reckoner) firm(f *Firm, row *sqlite.PortfolioRow, s *summary, now time.Time) {
	*f = Firm{Company: row.Company, Sector: r.library.Sector(row.Company.NACE), Last: row.Assessment, Rounds: row.Rounds,
		Overall: s.Overall, Weakest: s.Weakest, Said: s.Said, Asked: s.Asked, AnsweredOn: day(s.Answered, now), VisitedOn: row.LastVisit,
		Earlier: row.Earlier, Plan: row.Plan, Wall: row.Wall}
	facts := Facts{Said: s.Said, Asked: s.Asked, Answered: s.Answered, ByFirm: s.ByFirm, ByAdvisor: s.ByAdvisor, Closed: row.ClosedAt, Pending: row.Plan.Pending}
	if a := row.Assessment; a != nil {
		f.Gone, facts.NextAt = r.version(a) == nil, a.NextAt
	}
	f.State = StateOf(facts, now)
	f.words = search.Words(strings.Join(append([]string{row.Company.Name, row.Company.Place}, row.Company.Tags...), " "))
}
