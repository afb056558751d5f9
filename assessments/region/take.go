package region

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/sqlite"
)

// TakeParams are what files are taken in with.
type TakeParams struct {
	Library  *content.Library
	Now      time.Time
	Progress func(done, total int) // of the files that were read; may be nil
}

// Outcome is what became of a file.
type Outcome struct {
	File         string
	Contribution *Contribution // nil where the file could not be read
	Taken        bool          // it counts
	// Why is why it does not, or what is to be said beside: that it takes the place of another, or is of
	// another version than the present one.
	Why *assessments.Fault
}

// Intake is where contributions are taken in.
type Intake interface {
	Contributed(ctx context.Context) ([]sqlite.Contribution, error)
	PutContributions(ctx context.Context, all []sqlite.Contribution, progress func(done, total int)) error
}

type slot struct {
	firm  string
	round int
}

type standing struct {
	made string
	mark []byte
	at   int // which outcome it is; -1: it was there before
}

// TakeIn takes contribution files in, all that are good in one transaction: a context that ends leaves
// everything as it was. A file that is no good, was sent twice, or is older than what is there is said
// so and left out, and the rest goes on.
func TakeIn(ctx context.Context, store Intake, paths []string, p TakeParams) ([]Outcome, error) {
	there, err := store.Contributed(ctx)
	if err != nil {
		return nil, err
	}
	have := map[slot]standing{}
	for _, c := range there {
		have[slot{c.Firm, c.Round}] = standing{c.Made, c.Mark, -1}
	}
	out, err := read(ctx, paths, p, have)
	if err != nil {
		return nil, err
	}
	frames := frames{p.Library, map[string]*frame{}}
	var put []sqlite.Contribution
	for _, o := range out {
		if !o.Taken {
			continue
		}
		c := o.Contribution
		mark := c.content()
		put = append(put, sqlite.Contribution{Firm: c.Firm, Round: c.Round, Sample: c.Sample, Made: c.Made, Received: p.Now, Mark: mark[:],
			Content: frames.of(c.Model, c.Version).compact(c)})
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return out, store.PutContributions(ctx, put, nil)
}

// Files reads contribution files that are rolled up alone, with what becomes of each as TakeIn says.
func Files(ctx context.Context, paths []string, p TakeParams) ([]Outcome, error) {
	return read(ctx, paths, p, map[slot]standing{})
}

func read(ctx context.Context, paths []string, p TakeParams, have map[slot]standing) ([]Outcome, error) {
	out := make([]Outcome, len(paths))
	for i, path := range paths {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		o := &out[i]
		o.File = path
		c, err := ReadFile(path, p.Library)
		switch {
		case errors.As(err, &o.Why):
		case err != nil:
			o.Why = assessments.NewFault("contribution-unreadable", "reason", reason(err))
		default:
			o.Contribution = c
			o.judge(out, i, have, p.Library)
		}
		if p.Progress != nil {
			p.Progress(i+1, len(paths))
		}
	}
	return out, nil
}

func reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return brief(err.Error())
}

// judge says whether a file counts beside those before it: of one round of a firm the one that was made
// later does, and of one month the one that comes later.
func (o *Outcome) judge(all []Outcome, i int, have map[slot]standing, lib *content.Library) {
	c := o.Contribution
	mark := c.content()
	key := slot{c.Firm, c.Round}
	before, there := have[key]
	switch {
	case there && bytes.Equal(before.mark, mark[:]):
		o.Why = assessments.NewFault("contribution-again")
		return
	case there && before.made > c.Made:
		o.Why = assessments.NewFault("contribution-older", "made", before.made)
		return
	case there:
		o.Why = assessments.NewFault("contribution-replaces")
		if before.at >= 0 {
			all[before.at].Taken, all[before.at].Why = false, assessments.NewFault("contribution-older", "made", c.Made)
		}
	}
	if now := lib.Pack(c.Model); now == nil || now.Model.Version != c.Version {
		o.Why = assessments.NewFault("contribution-version", "version", c.Version)
	}
	o.Taken = true
	have[key] = standing{c.Made, mark[:], i}
}
