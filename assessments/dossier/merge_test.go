package dossier

import (
	"bytes"
	"fmt"
	"math/big"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/views"
)

// drawn is a copy of one firm: of a small world of records each copy has some, changed at some moments,
// so that copies meet in everything.
func drawn(t *rapid.T, name string) assessments.Dossier {
	n := func(most int, what string) int { return rapid.IntRange(0, most).Draw(t, name+what) }
	has := func(what string) bool { return rapid.Bool().Draw(t, name+what) }
	at := func(what string) time.Time { return start.Add(time.Duration(n(3, what)) * time.Minute) }
	word := func(what string) string { return []string{"", "a", "b"}[n(2, what)] }
	d := assessments.Dossier{Company: assessments.Company{ID: uid(1), Name: word("name"), People: n(2, "people"), CreatedAt: start}}
	if has("touched") {
		d.Company.ChangedAt = at("company")
	}
	for i := range n(3, "consents") {
		d.Consents = append(d.Consents, assessments.Consent{Kind: assessments.ConsentWall, Given: has("given"), By: word("by"), At: at(fmt.Sprint("consent", i))})
	}
	for i := range 2 {
		if has("earlier") {
			d.Earlier = append(d.Earlier, assessments.Earlier{ID: uid(10 + i), Source: word("source"), Overall: big.NewRat(int64(n(5, "overall")), 1)})
		}
		if has("visit") {
			d.Visits = append(d.Visits, assessments.Visit{ID: uid(20 + i), Day: "2026-11-23", Note: word("note"), ChangedAt: at("visit")})
		}
		if has("round") {
			d.Rounds = append(d.Rounds, drawnRound(t, name, 30+i))
		}
	}
	return Canonical(d)
}

func drawnRound(t *rapid.T, name string, id int) assessments.DossierRound {
	n := func(most int, what string) int { return rapid.IntRange(0, most).Draw(t, name+what) }
	has := func(what string) bool { return rapid.Bool().Draw(t, name+what) }
	at := func(what string) time.Time { return start.Add(time.Duration(n(3, what)) * time.Minute) }
	word := func(what string) string { return []string{"", "a", "b"}[n(2, what)] }
	r := assessments.DossierRound{Assessment: assessments.Assessment{ID: uid(id), ModelID: "m", ModelVersion: "1", StartedAt: start, Position: word("position"),
		Targets: map[string]int{"data": n(5, "target")}, ChangedAt: at("settings")}}
	if has("firm") {
		r.Assessment.Firm = &assessments.Snapshot{People: n(1, "firm people")}
	}
	// A rating is what it is wherever it stands: its id says all of it.
	for i := range 12 {
		if !has("rating") {
			continue
		}
		x := assessments.Rating{ID: uid(1000*id + i), Question: []string{"q1", "q2"}[i%2], At: start.Add(time.Duration(i%5) * time.Minute), Answer: assessments.Answer{Value: assessments.AtLevel(i % 4)},
			Respondent: []assessments.Respondent{assessments.Owner, assessments.Advisor, assessments.Agreed}[i%3]}
		if i%4 == 3 {
			x.Undoes = uid(1000*id + i - 1)
		}
		r.Ratings = append(r.Ratings, x)
	}
	for range n(3, "decisions") {
		r.Decisions = append(r.Decisions, assessments.Decision{Action: "x" + word("action"), Kind: []assessments.DecisionKind{assessments.Chosen, assessments.Undone}[n(1, "kind")], At: at("decision")})
	}
	for i := range 2 {
		if has("item") {
			r.Plan = append(r.Plan, assessments.PlanItem{ID: uid(100*id + i), Action: "x", Phase: assessments.PhaseFirst, Status: assessments.Statuses[n(4, "status")], At: start, Note: word("note"), ChangedAt: at("item")})
		}
		if has("evidence") {
			r.Evidence = append(r.Evidence, assessments.Evidence{ID: uid(200*id + i), Question: "q1", Caption: word("caption"), Width: 1, Height: 1, Picture: []byte{1}, Thumb: []byte{1}, At: start, ChangedAt: at("evidence")})
		}
	}
	return r
}

func same(t *rapid.T, law string, a, b assessments.Dossier) {
	t.Helper()
	x := appendObject(nil, (&document{version: Format, dossier: a}).fields())
	y := appendObject(nil, (&document{version: Format, dossier: b}).fields())
	if !bytes.Equal(x, y) || !reflect.DeepEqual(a, b) {
		t.Fatalf("%s:\n%s\nis not\n%s", law, x, y)
	}
}

// Where nothing is chosen by hand: the same again changes nothing, it makes no difference who comes
// first, nor in which order three come together.
func TestMergeLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := drawn(t, "a "), drawn(t, "b "), drawn(t, "c ")
		none := Choices{}
		ab := Merge(a, b, none)
		same(t, "a with itself", Merge(a, a, none), a)
		same(t, "a with nothing", Merge(a, assessments.Dossier{}, none), a)
		same(t, "nothing with a", Merge(assessments.Dossier{}, a, none), a)
		same(t, "again", Merge(ab, b, none), ab)
		same(t, "the other way", Merge(b, a, none), ab)
		same(t, "three", Merge(ab, c, none), Merge(a, Merge(b, c, none), none))
		if got := Compare(a, a); len(got.changes()) != 0 {
			t.Fatalf("a differs from itself in %+v", got.changes())
		}
	})
}

// Whatever is chosen: nothing of what is never dropped is missing, both sides stay as they were, doing it
// again changes nothing, and what was chosen counts.
func TestMergeDropsNothingWhateverIsChosen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawn(t, "a "), drawn(t, "b ")
		a2, b2 := Merge(a, assessments.Dossier{}, Choices{}), Merge(b, assessments.Dossier{}, Choices{})
		c := Choices{Rule: rapid.SampledFrom(Rules).Draw(t, "rule"), At: start.Add(time.Duration(rapid.IntRange(-5, 90).Draw(t, "at")) * time.Minute), Items: map[Key]Side{}}
		before := Compare(a, b)
		for _, x := range before {
			if x.State == Different {
				c.Items[x.Key] = rapid.SampledFrom([]Side{Unchosen, Mine, Theirs}).Draw(t, "side")
			}
		}
		got := Merge(a, b, c)
		same(t, "a stays", a, a2)
		same(t, "b stays", b, b2)
		same(t, "again", Merge(got, b, c), got)
		if before.Count(PartEarlier, Different) == 0 { // which do not say when they were changed
			same(t, "without choosing again", Merge(got, b, Choices{}), got)
		}
		nothingDropped(t, got, a)
		nothingDropped(t, got, b)
		after := map[Key]Item{}
		for _, x := range Compare(assessments.Dossier{}, got) {
			after[x.Key] = x
		}
		for _, x := range before {
			want := x.Mine
			if s := c.side(x.Key); x.State != Different || s == Unchosen {
				continue
			} else if s == Theirs {
				want = x.Theirs
			}
			if have := after[x.Key].Theirs; !alike(want, have) {
				t.Fatalf("%+v: chosen was %+v, what counts is %+v", x.Key, want, have)
			}
		}
	})
}

// alike compares what two items say.
func alike(a, b any) bool {
	switch a := a.(type) {
	case assessments.Rating:
		return a.Answer.Equal(b.(assessments.Rating).Answer)
	case assessments.Company:
		return companies.said(a) == companies.said(b.(assessments.Company))
	case assessments.Assessment:
		return settings.said(a) == settings.said(b.(assessments.Assessment))
	case assessments.PlanItem:
		return items.said(a) == items.said(b.(assessments.PlanItem))
	case assessments.Earlier:
		return earlier.said(a) == earlier.said(b.(assessments.Earlier))
	case assessments.Visit:
		return visits.said(a) == visits.said(b.(assessments.Visit))
	case assessments.Evidence:
		return evidence.said(a) == evidence.said(b.(assessments.Evidence))
	}
	return false
}

func nothingDropped(t *rapid.T, all, part assessments.Dossier) {
	t.Helper()
	for _, x := range Compare(all, part) {
		if x.State == Ahead {
			t.Fatalf("%+v is missing: %+v", x.Key, x.Theirs)
		}
	}
	there := map[string]bool{}
	for _, r := range all.Rounds {
		for _, x := range r.Ratings {
			there[record(ratingFields(&x))] = true
		}
	}
	for _, r := range part.Rounds {
		for _, x := range r.Ratings {
			if !there[record(ratingFields(&x))] {
				t.Fatalf("rating %+v is missing", x)
			}
		}
	}
}

// pair is one firm on two machines: both answered data.backup after they had parted, and more besides.
func pair(t *testing.T) (mine, theirs assessments.Dossier) {
	mine, theirs = small(t), small(t)
	rate := func(d *assessments.Dossier, n int, who assessments.Respondent, q string, level, minutes int) {
		d.Rounds[0].Ratings = append(d.Rounds[0].Ratings, assessments.Rating{ID: uid(n), AssessmentID: uid(4), Question: q, Respondent: who,
			At: start.Add(time.Duration(minutes) * time.Minute), Answer: assessments.Answer{Value: assessments.AtLevel(level)}})
	}
	rate(&mine, 201, assessments.Owner, "data.backup", 3, 60)
	rate(&theirs, 301, assessments.Owner, "data.backup", 4, 70)
	rate(&theirs, 302, assessments.Owner, "direction.plan", 2, 71)
	rate(&mine, 202, assessments.Owner, "people.skills", 1, 61)
	mine.Company.Place, mine.Company.ChangedAt = "Jumilla", start.Add(2*time.Hour)
	theirs.Company.People, theirs.Company.ChangedAt = 30, start.Add(3*time.Hour)
	return mine, theirs
}

func TestCompareSaysWhatDiffers(t *testing.T) {
	mine, theirs := pair(t)
	states := map[string]State{}
	for _, x := range Compare(mine, theirs) {
		if x.Part == PartRating && x.Respondent == assessments.Owner {
			states[x.Question] = x.State
		}
		if x.Part == PartCompany && (x.State != Different || x.Newer != Theirs || x.Mine.(assessments.Company).Place != "Jumilla" || !x.TheirsAt.Equal(theirs.Company.ChangedAt)) {
			t.Errorf("the profile is %+v", x)
		}
		if x.Question == "data.backup" && x.Respondent == assessments.Owner {
			m, o := x.Mine.(assessments.Rating), x.Theirs.(assessments.Rating)
			if m.Answer.Value.Level != 3 || o.Answer.Value.Level != 4 || x.Newer != Theirs || !x.MineAt.Equal(m.At) {
				t.Errorf("the conflict is %+v", x)
			}
		}
	}
	want := map[string]State{"data.backup": Different, "direction.plan": Ahead, "people.skills": Behind, "direction.customers": Same, "dii.cloud": Same}
	if !reflect.DeepEqual(states, want) {
		t.Errorf("the answers are %v, want %v", states, want)
	}
	c := Compare(mine, theirs)
	if c.Count(PartRating, Different) != 1 || c.Count(PartVisit, Same) != 1 || !c.Any(Behind) || c.Any("other") {
		t.Errorf("counted wrongly: %+v", c)
	}
}

// What counts under each rule, and that saying it again has an id of its own that is always the same.
func TestRules(t *testing.T) {
	mine, theirs := pair(t)
	conflict := Key{Part: PartRating, Round: uid(4), Question: "data.backup", Respondent: assessments.Owner}
	for _, c := range []struct {
		choices          Choices
		owner, agreed, n int // -1: nothing
		place            string
	}{
		{Choices{}, 4, -1, 0, "Yecla"},
		{Choices{Rule: RuleNewer}, 4, -1, 0, "Yecla"},
		{Choices{Rule: RuleMine}, 3, -1, 1, "Jumilla"},
		{Choices{Rule: RuleAdvisor}, 4, 2, 1, "Yecla"},
		{Choices{Rule: RuleMine, Items: map[Key]Side{conflict: Theirs}}, 4, -1, 0, "Jumilla"},
		{Choices{Rule: RuleAdvisor, Items: map[Key]Side{conflict: Mine}}, 3, -1, 1, "Yecla"},
	} {
		c.choices.At = start.Add(24 * time.Hour)
		got := Merge(mine, theirs, c.choices)
		ratings := got.Rounds[0].Ratings
		now := views.Latest(ratings)
		level := func(who assessments.Respondent) int {
			if r, ok := now[who]["data.backup"]; ok {
				return r.Answer.Value.Level
			}
			return -1
		}
		if level(assessments.Owner) != c.owner || level(assessments.Agreed) != c.agreed || got.Company.Place != c.place {
			t.Errorf("%+v: owner %d, agreed %d, place %s", c.choices, level(assessments.Owner), level(assessments.Agreed), got.Company.Place)
		}
		if n := len(ratings) - 11; n != c.n {
			t.Errorf("%+v: %d ratings were added, want %d", c.choices, n, c.n)
		}
		if c.n > 0 && !ratings[len(ratings)-1].At.Equal(c.choices.At) {
			t.Errorf("%+v: said again at %v", c.choices, ratings[len(ratings)-1].At)
		}
		c.choices.At = c.choices.At.Add(time.Hour)
		if again := Merge(got, theirs, c.choices); !reflect.DeepEqual(again, got) {
			t.Errorf("%+v: a second time changes it", c.choices)
		}
		if swapped := Merge(Merge(mine, theirs, c.choices), Merge(mine, theirs, c.choices), Choices{}); len(swapped.Rounds[0].Ratings) != len(ratings) {
			t.Errorf("%+v: the same conflict decided twice adds two ratings", c.choices)
		}
	}
}

// Going on to another question is no change that anybody is told of, and still both come to the same.
func TestPositionIsNoDifference(t *testing.T) {
	mine, theirs := small(t), small(t)
	theirs.Rounds[0].Assessment.Position = "people.skills"
	if got := Compare(mine, theirs).changes(); len(got) > 0 {
		t.Errorf("they differ in %+v", got)
	}
	if a, b := Merge(mine, theirs, Choices{}), Merge(theirs, mine, Choices{}); !reflect.DeepEqual(a, b) {
		t.Errorf("brought together it is %+v or %+v", a.Rounds[0].Assessment, b.Rounds[0].Assessment)
	}
}

func TestAlteredRatingsAreSeen(t *testing.T) {
	mine, theirs := pair(t)
	ok(t, Altered(mine, theirs))
	theirs.Rounds[0].Ratings[0].Answer.Value = assessments.AtLevel(5)
	if err := Altered(mine, theirs); faultOf(err) != "dossier-altered" {
		t.Errorf("got %v", err)
	}
}
