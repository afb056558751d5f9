package dossier

import (
	"time"

	"nivel/assessments"
)

// State is how a thing stands on both sides.
type State string

// The states. Ahead is what only the other side has or has gone on with; Behind what only mine has.
// Different is what each side has in another way, or a conflict of ratings.
const (
	Same      State = "same"
	Ahead     State = "new"
	Behind    State = "mine"
	Different State = "different"
)

// Item is one thing in two copies of a firm.
type Item struct {
	Key
	State State
	// Mine and Theirs are what each side has: an assessments.Company, Consent, Earlier, Visit,
	// Assessment, Decision, PlanItem, Evidence or, of a voice, the Rating that says what he says now;
	// nil where the side has nothing.
	Mine, Theirs     any
	MineAt, TheirsAt time.Time // when that was said or changed last; zero where not known
	Newer            Side      // the side that RuleNewer takes where they differ
}

// Comparison is two copies of one firm beside each other, part by part.
type Comparison []Item

// Count is how many things of a part are in a state.
func (c Comparison) Count(p Part, s State) int {
	n := 0
	for i := range c {
		if c[i].Part == p && c[i].State == s {
			n++
		}
	}
	return n
}

// Any says whether anything is in a state.
func (c Comparison) Any(s State) bool {
	for i := range c {
		if c[i].State == s {
			return true
		}
	}
	return false
}

// Compare puts two copies of one firm beside each other. Where mine is empty, everything is new.
func Compare(mine, theirs assessments.Dossier) Comparison {
	mine, theirs = Canonical(mine), Canonical(theirs)
	var out Comparison
	out.records(recordsOf(companies, "", company(mine), company(theirs)))
	out.records(setsOf(PartConsent, "", mine.Consents, theirs.Consents, consentFields, func(c *assessments.Consent) time.Time { return c.At }))
	out.records(recordsOf(earlier, "", mine.Earlier, theirs.Earlier))
	out.records(recordsOf(visits, "", mine.Visits, theirs.Visits))
	here, there := rounds(mine), rounds(theirs)
	for _, id := range roundIDs(mine, theirs) {
		m, t := here[id], there[id]
		out.records(recordsOf(settings, "", assessment(m), assessment(t)))
		out.ratings(id, m.Ratings, t.Ratings)
		out.records(setsOf(PartDecision, id, m.Decisions, t.Decisions, decisionFields, func(d *assessments.Decision) time.Time { return d.At }))
		out.records(recordsOf(items, id, m.Plan, t.Plan))
		out.records(recordsOf(evidence, id, m.Evidence, t.Evidence))
	}
	return out
}

func (c *Comparison) records(all []Item) { *c = append(*c, all...) }

func company(d assessments.Dossier) []assessments.Company {
	if d.Company.ID == "" {
		return nil
	}
	return []assessments.Company{d.Company}
}

func assessment(r assessments.DossierRound) []assessments.Assessment {
	if r.Assessment.ID == "" {
		return nil
	}
	return []assessments.Assessment{r.Assessment}
}

func rounds(d assessments.Dossier) map[string]assessments.DossierRound {
	out := map[string]assessments.DossierRound{}
	for _, r := range d.Rounds {
		out[r.Assessment.ID] = r
	}
	return out
}

// roundIDs are those of both, mine in front.
func roundIDs(mine, theirs assessments.Dossier) []string {
	var out []string
	seen := map[string]bool{}
	for _, d := range []assessments.Dossier{mine, theirs} {
		for _, r := range d.Rounds {
			if id := r.Assessment.ID; !seen[id] {
				seen[id] = true
				out = append(out, id)
			}
		}
	}
	return out
}

// recordsOf compares records that have an id and say when they were changed.
func recordsOf[T any](k kind[T], round string, mine, theirs []T) []Item {
	there := map[string]*T{}
	for i := range theirs {
		there[k.id(&theirs[i])] = &theirs[i]
	}
	var out []Item
	both := map[string]bool{}
	for i := range mine {
		m := &mine[i]
		item := Item{Key: k.key(round, m), State: Behind, Mine: *m, MineAt: *k.changed(m), Newer: Mine}
		if t := there[k.id(m)]; t != nil {
			both[k.id(m)] = true
			item.Theirs, item.TheirsAt, item.State = *t, *k.changed(t), Different
			if k.said(*m) == k.said(*t) {
				item.State = Same
			}
			if k.compare(*m, *t) < 0 {
				item.Newer = Theirs
			}
		}
		out = append(out, item)
	}
	for i := range theirs {
		if t := &theirs[i]; !both[k.id(t)] {
			out = append(out, Item{Key: k.key(round, t), State: Ahead, Theirs: *t, TheirsAt: *k.changed(t), Newer: Theirs})
		}
	}
	return out
}

// setsOf compares what is never changed and counts by what it says.
func setsOf[T any](p Part, round string, mine, theirs []T, fields func(*T) []field, at func(*T) time.Time) []Item {
	here, there := map[string]bool{}, map[string]bool{}
	for i := range theirs {
		there[record(fields(&theirs[i]))] = true
	}
	key := Key{Part: p, Round: round}
	var out []Item
	for i := range mine {
		m := &mine[i]
		text := record(fields(m))
		here[text] = true
		if there[text] {
			out = append(out, Item{Key: key, State: Same, Mine: *m, Theirs: *m, MineAt: at(m), TheirsAt: at(m)})
		} else {
			out = append(out, Item{Key: key, State: Behind, Mine: *m, MineAt: at(m), Newer: Mine})
		}
	}
	for i := range theirs {
		if t := &theirs[i]; !here[record(fields(t))] {
			out = append(out, Item{Key: key, State: Ahead, Theirs: *t, TheirsAt: at(t), Newer: Theirs})
		}
	}
	return out
}

// ratings compares what everybody says to each question.
func (c *Comparison) ratings(round string, mine, theirs []assessments.Rating) {
	for _, m := range meetings(mine, theirs) {
		item := Item{Key: Key{Part: PartRating, Round: round, Question: m.question, Respondent: m.respondent}, Newer: Mine}
		if m.mine.ID != "" {
			item.Mine, item.MineAt = m.mine, m.mine.At
		}
		if m.theirs.ID != "" {
			item.Theirs, item.TheirsAt = m.theirs, m.theirs.At
		}
		if byMoment(m.mine, m.theirs) < 0 {
			item.Newer = Theirs
		}
		switch {
		case m.conflict():
			item.State = Different
		case m.onlyTheirs > 0:
			item.State = Ahead
		case m.onlyMine > 0:
			item.State = Behind
		default:
			item.State = Same
		}
		*c = append(*c, item)
	}
}

// Altered gives a Fault where a rating stands on both sides and says something else: ratings are never
// changed, so somebody has been at the file.
func Altered(mine, theirs assessments.Dossier) error {
	said := map[string]string{}
	for _, r := range Canonical(mine).Rounds {
		for i := range r.Ratings {
			said[r.Ratings[i].ID] = r.Assessment.ID + record(ratingFields(&r.Ratings[i]))
		}
	}
	for _, r := range Canonical(theirs).Rounds {
		for i := range r.Ratings {
			x := &r.Ratings[i]
			if have, ok := said[x.ID]; ok && have != r.Assessment.ID+record(ratingFields(x)) {
				return assessments.NewFault("dossier-altered", "question", brief(x.Question))
			}
		}
	}
	return nil
}
