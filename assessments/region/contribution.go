package region

import (
	"crypto/rand"
	"encoding/hex"
	"math/big"
	"regexp"
	"slices"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/rounds"
	"nivel/assessments/scoring"
	"nivel/assessments/views"
)

// Contribution is one round of one firm as it counts in a roll-up: no name, no free text, and nothing
// that is not from a closed list (docs/contribution-format.md).
type Contribution struct {
	Firm           string // 128 bits by chance, in hexadecimal digits: the same for all rounds of a firm; nothing leads from it to the firm
	Round          int    // T0 is 0
	Model, Version string
	Path           string                // of the model
	Sector         string                // a sector pack; empty where the trade is not known
	Size           assessments.SizeClass // as it was at the round
	Region, Place  string                // a region pack and a municipality in it; both empty where it is not known
	Month          string                // of the round, YYYY-MM
	Made           string                // month in which this was made, YYYY-MM
	Sample         bool                  // of a made-up firm; never counts beside real ones
	Answers        map[string]assessments.Value
	Index          map[string]Known // by condition of the model's index; nil where it has none
}

// Known is what is known of a condition.
type Known string

// What may be known.
const (
	Yes     Known = "yes"
	No      Known = "no"
	Unknown Known = "unknown"
)

// NewFirm is a name for a firm, by chance.
func NewFirm() string {
	var b [16]byte
	rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

var firmPattern = regexp.MustCompile(`^[0-9a-f]{32}$`)

const month = "2006-01"

// Of is a round of a firm under its name in roll-ups. It returns a *Fault where the round's
// questionnaire is not in the library, or its number is none that a file may have.
func Of(d *assessments.Dossier, r *assessments.DossierRound, firm string, lib *content.Library, now time.Time) (*Contribution, error) {
	a := r.Assessment
	pack := lib.Version(a.ModelID, a.ModelVersion)
	if pack == nil {
		return nil, assessments.NewFault("model-gone", "model", a.ModelID, "version", a.ModelVersion)
	}
	if a.Round < 0 || a.Round > RoundLimit {
		return nil, assessments.NewFault("contribution-round", "most", RoundLimit)
	}
	then := a.Then(d.Company)
	a.WeightOverrides, a.Targets = nil, nil
	round := rounds.Round{Assessment: a, Model: &pack.Model, Answers: views.Agreed(r.Ratings), Size: then.Size(), Sector: lib.Sector(then.NACE)}
	c := &Contribution{Firm: firm, Round: a.Round, Model: a.ModelID, Version: a.ModelVersion, Path: round.Scope().Path, Sector: round.Sector, Size: round.Size,
		Month: a.StartedAt.Format(month), Made: now.Format(month), Sample: d.Company.Sample, Answers: map[string]assessments.Value{}}
	if region, p := lib.FindPlace(then.Place); p != nil {
		c.Region, c.Place = region, p.ID
	}
	asked := round.Asking()
	for _, q := range asked.Asked() {
		if v := coarse(&q, round.Answers[q.ID].Value); v.Standing != assessments.Unanswered {
			c.Answers[q.ID] = v
		}
	}
	if x := scoring.Score(asked, round.Answers, nil).Index; x != nil {
		c.Index = map[string]Known{}
		for _, one := range x.Conditions {
			c.Index[one.ID] = Unknown
			if one.Known {
				c.Index[one.ID] = map[bool]Known{true: Yes, false: No}[one.Holds]
			}
		}
	}
	return c, nil
}

// coarse is an answer as far as it is worth something: of a number the beginning of its band, without
// options and rows that are not asked; unanswered where it does not fit the question.
func coarse(q *assessments.Question, v assessments.Value) assessments.Value {
	if v.Standing != assessments.Given {
		return v
	}
	if v.Fits(q) != nil {
		return assessments.Value{}
	}
	switch q.Kind {
	case assessments.Number:
		return banded(q, v)
	case assessments.Checklist:
		return assessments.Choosing(slices.DeleteFunc(slices.Clone(v.Chosen), func(id string) bool { return q.Option(id) == nil })...)
	case assessments.Grid, assessments.Plans:
		out := assessments.Value{}
		for id, row := range v.Rows {
			if q.HasRow(id) {
				out = out.WithRow(id, row)
			}
		}
		return out
	}
	return v
}

// banded is the least number that a question takes in the band of another.
func banded(q *assessments.Question, v assessments.Value) assessments.Value {
	return bandAt(q, scoring.BandAt(q, v.Rat()))
}

func bandAt(q *assessments.Question, band int) assessments.Value {
	from := q.Bands[band]
	if from.Cmp(q.Range.Least) < 0 {
		from = q.Range.Least
	}
	unit := int64(1)
	for range q.Range.Decimals {
		unit *= 10
	}
	n := new(big.Rat).Mul(from, big.NewRat(unit, 1))
	up := new(big.Int).Add(n.Num(), new(big.Int).Sub(n.Denom(), big.NewInt(1)))
	up.Div(up, n.Denom())
	out, err := assessments.Counting(assessments.Plain(new(big.Rat).SetFrac(up, big.NewInt(unit))))
	if err != nil || out.Fits(q) != nil {
		return assessments.DontKnowValue // no number of the band can be written
	}
	return out
}
