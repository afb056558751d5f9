package cohort

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/rounds"
	"nivel/assessments/sqlite"
	"nivel/assessments/views"
)

// reckoning is the version of what this file does: raised with every change of what a summary holds
// or of how anything in it is worked out (scoring and views included).
const reckoning = 1

// summary is what an assessment's ratings come to.
type summary struct {
	Overall                     Figure
	Weakest                     string
	Said, Asked                 int
	Answered, ByFirm, ByAdvisor time.Time
}

// reckoner works out summaries with the content of a library.
type reckoner struct {
	library *content.Library
	prints  map[string]string // of each version of a model, by id and version
}

// version is the model of an assessment, nil where it is not there any more.
func (r *reckoner) version(a *assessments.Assessment) *assessments.Model {
	if p := r.library.Version(a.ModelID, a.ModelVersion); p != nil {
		return &p.Model
	}
	return nil
}

// print is the model's own mark: a questionnaire may be changed without another version, in the
// editor or by a pack.
func (r *reckoner) print(a *assessments.Assessment) string {
	key := a.ModelID + "\n" + a.ModelVersion
	mark, ok := r.prints[key]
	if !ok {
		if m := r.version(a); m != nil {
			data, _ := json.Marshal(m) // plain data: nothing in a model can fail to be written
			mark = fmt.Sprintf("%x", sha256.Sum256(data))
		}
		r.prints[key] = mark
	}
	return mark
}

// madeFrom names everything that a summary is reckoned from, the last rating included.
func (r *reckoner) madeFrom(row *sqlite.PortfolioRow, last int64) string {
	a := row.Assessment
	firm := a.Then(row.Company)
	var weights strings.Builder
	for _, id := range slices.Sorted(maps.Keys(a.WeightOverrides)) {
		fmt.Fprintf(&weights, "%q=%s ", id, a.WeightOverrides[id].RatString())
	}
	return fmt.Sprintf("%d %d %q %q %s %q %q %d %q %q %d", reckoning, last, a.ModelID, a.ModelVersion, r.print(a), a.Path, weights.String(),
		firm.People, firm.NACE, r.library.Sector(firm.NACE), a.ChangedAt.UnixNano())
}

// summary works out what ratings come to.
func (r *reckoner) summary(row *sqlite.PortfolioRow, ratings []assessments.Rating) summary {
	var s summary
	for i := range ratings {
		x := &ratings[i]
		if x.Carried {
			continue
		}
		into := &s.ByAdvisor
		if x.Respondent == assessments.Owner || x.Respondent == assessments.Colleague {
			into = &s.ByFirm
		}
		*into = later(*into, x.At)
		s.Answered = later(s.Answered, x.At)
	}
	m := r.version(row.Assessment)
	said := saidIn(ratings)
	if m == nil {
		s.Said = len(said)
		return s
	}
	firm := row.Assessment.Then(row.Company)
	round := rounds.Round{Assessment: *row.Assessment, Model: m, Answers: views.Agreed(ratings), Size: firm.Size(), Sector: r.library.Sector(firm.NACE)}
	for _, q := range round.Asking().Asked() {
		s.Asked++
		if said[q.ID] {
			s.Said++
		}
	}
	result := round.Result()
	s.Overall = figureOf(&result.Overall)
	if result.Weakest >= 0 {
		s.Weakest = result.Dimensions[result.Weakest].ID
	}
	return s
}

// saidIn are the questions that somebody has answered, not only carried along.
func saidIn(ratings []assessments.Rating) map[string]bool {
	out := map[string]bool{}
	for _, all := range views.Latest(ratings) {
		for q, x := range all {
			if !x.Carried && x.Answer.Value.Standing != assessments.Unanswered {
				out[q] = true
			}
		}
	}
	return out
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
