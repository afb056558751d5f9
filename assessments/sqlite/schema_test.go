package sqlite

import (
	"fmt"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"testing"
	"time"

	"nivel/assessments"
)

// left is a store that a version of the schema left behind: a furniture maker with an assessment of
// several respondents, targets, decisions and settings.
type left struct {
	version    int
	at         time.Time
	nace       string // the trade as it is read now
	assessment assessments.Assessment
	answers    map[assessments.Respondent]assessments.Answers
	column     string // that has the trade in the file
	trade      string
	tags       []string
	changed    time.Time
	more       func(t *testing.T, s *Store, l left)
}

var lefts = []left{
	{version: 1, at: time.Date(2026, 3, 9, 8, 15, 0, 0, time.UTC), nace: "31", column: "sector", trade: "furniture",
		assessment: assessments.Assessment{ModelVersion: "1.0", Path: "quick"},
		answers: map[assessments.Respondent]assessments.Answers{
			assessments.Owner: {"data.backup": backupAnswer, "machines.tools": {Value: toolsValue}, "dii.cloud": {Value: assessments.Saying(true)},
				"direction.customers": {Value: assessments.Choosing("website", "social")}, "energy.use": {Value: assessments.DontKnowValue}},
			assessments.Advisor: {"data.backup": {Value: assessments.AtLevel(2)}},
		}},
	{version: 2, at: time.Date(2026, 6, 1, 7, 45, 0, 0, time.UTC), nace: "31.02", column: "nace", trade: "31.02",
		assessment: assessments.Assessment{ModelVersion: "2.0", Path: "full", Benchmarks: "2026-1"},
		answers: map[assessments.Respondent]assessments.Answers{
			assessments.Owner: {"data.backup": backupAnswer, "machines.tools": {Value: toolsValue}, "people.hours": {Value: half},
				"direction.customers": {Value: assessments.Choosing("website", "social")}},
			assessments.Advisor:   {"data.backup": {Value: assessments.AtLevel(2)}},
			assessments.Colleague: {"energy.use": {Value: assessments.DontKnowValue}},
		},
		more: threeAfterTwo},
	{version: 3, at: time.Date(2026, 6, 1, 7, 45, 0, 0, time.UTC), nace: "31.02", column: "nace", trade: "31.02",
		assessment: assessments.Assessment{ModelVersion: "2.0", Path: "full", Benchmarks: "2026-1", NextAt: "2027-06-01"},
		answers: map[assessments.Respondent]assessments.Answers{
			assessments.Owner: {"data.backup": backupAnswer, "machines.tools": {Value: toolsValue}, "people.hours": {Value: half},
				"direction.customers": {Value: assessments.Choosing("website", "social")}},
			assessments.Advisor:   {"data.backup": {Value: assessments.AtLevel(2)}},
			assessments.Colleague: {"energy.use": {Value: assessments.DontKnowValue}},
		},
		more: fourAfterThree},
	{version: 4, at: time.Date(2026, 6, 1, 7, 45, 0, 0, time.UTC), nace: "31.02", column: "nace", trade: "31.02", tags: []string{"2026", "pilot"}, changed: start,
		assessment: assessments.Assessment{ModelVersion: "2.0", Path: "full", Benchmarks: "2026-1", NextAt: "2027-06-01", Firm: &assessments.Snapshot{People: 9, NACE: "31"}, ChangedAt: start},
		answers: map[assessments.Respondent]assessments.Answers{
			assessments.Owner: {"data.backup": backupAnswer, "machines.tools": {Value: toolsValue}, "people.hours": {Value: half},
				"direction.customers": {Value: assessments.Choosing("website", "social")}},
			assessments.Advisor:   {"data.backup": {Value: assessments.AtLevel(2)}},
			assessments.Colleague: {"energy.use": {Value: assessments.DontKnowValue}},
		},
		more: fiveAfterFour},
}

var (
	backupAnswer = assessments.Answer{Value: assessments.AtLevel(3), Relevance: assessments.RelevanceHigh, Note: "¿y la copia?", Flag: true}
	toolsValue   = assessments.Value{}.WithRow("cad", assessments.AtLevel(4)).WithRow("cnc", assessments.NotApplicableValue)
	half, _      = assessments.Counting("6.5")
)

func (l left) file() string { return fmt.Sprintf("testdata/schema-%d.db", l.version) }

// lay puts the old store into a new folder.
func (l left) lay(t testing.TB) (dir string, content []byte) {
	t.Helper()
	content, err := os.ReadFile(l.file())
	check(t, err)
	dir = t.TempDir()
	check(t, os.WriteFile(filepath.Join(dir, fileName), content, 0o600))
	return dir, content
}

// eachLeft runs a test on every version of the schema that is behind.
func eachLeft(t *testing.T, test func(t *testing.T, l left)) {
	for _, l := range lefts {
		t.Run(fmt.Sprint(l.version), func(t *testing.T) { test(t, l) })
	}
}

// Everything of a store of an earlier version is there afterwards, and a copy of it beside.
func TestSchemaIsTakenOver(t *testing.T) {
	eachLeft(t, func(t *testing.T, l left) {
		dir, content := l.lay(t)
		s := mustOpen(t, dir)
		companies, err := s.Companies(t.Context())
		check(t, err)
		want := []assessments.Company{{ID: "c-1", Name: "Sillas Ñora", Place: "Yecla", NACE: l.nace, People: 24, Contact: "Ana",
			Figures:   assessments.Figures{HourlyCost: 22, Orders: 60, Quotes: 90, Material: 45000, Energy: 1800, Machines: 9, Computers: 8},
			CreatedAt: l.at, Tags: l.tags, ChangedAt: l.changed}}
		if !reflect.DeepEqual(companies, want) {
			t.Errorf("companies are %+v, want %+v", companies, want)
		}
		list, err := s.Assessments(t.Context(), "c-1")
		check(t, err)
		wanted := l.assessment
		wanted.ID, wanted.CompanyID, wanted.ModelID, wanted.Weights, wanted.Round = "a-1", "c-1", "industry40", assessments.Standard, 1
		wanted.StartedAt, wanted.Position, wanted.Targets = l.at, "data.backup", map[string]int{"data": 3, "energy": 2}
		if !reflect.DeepEqual(list, []assessments.Assessment{wanted}) {
			t.Errorf("assessments are %+v, want %+v", list, wanted)
		}
		for who, answers := range l.answers {
			got, err := s.Answers(t.Context(), "a-1", who)
			check(t, err)
			sameAnswers(t, got, answers)
		}
		var ratings int
		check(t, s.db.QueryRow("SELECT count(*) FROM rating").Scan(&ratings))
		if ratings != 7 {
			t.Errorf("%d ratings of 7: earlier ones are kept too", ratings)
		}
		decisions, err := s.Decisions(t.Context(), "a-1")
		check(t, err)
		maps.DeleteFunc(decisions, func(_ string, d assessments.Decision) bool { return d.Kind == assessments.Undone })
		if d := decisions["backup-test"]; len(decisions) != 1 || d.Kind != assessments.NotNow || d.Reason != "después del verano" {
			t.Errorf("decisions are %+v", decisions)
		}
		if language, ok, err := s.Setting(t.Context(), "language"); language != "es" || !ok || err != nil {
			t.Errorf("the language is %q, %v, %v", language, ok, err)
		}
		if l.more != nil {
			l.more(t, s, l)
		}
		l.copied(t, dir)
		if now, err := os.ReadFile(l.file()); err != nil || string(now) != string(content) {
			t.Error("the test changed its own file")
		}
	})
}

// copied looks at the copy that lies beside a store since it was taken over.
func (l left) copied(t *testing.T, dir string) {
	t.Helper()
	names := backups(t, dir)
	if len(names) != 1 || !regexp.MustCompile(`^nivel-before-[0-9]+-.*\.db$`).MatchString(names[0]) {
		t.Fatalf("backups are %v", names)
	}
	restored := filepath.Join(t.TempDir(), fileName)
	kept, err := os.ReadFile(filepath.Join(dir, backupsName, names[0]))
	check(t, err)
	check(t, os.WriteFile(restored, kept, 0o600))
	if version, err := inspect(restored, known); err != nil || version != l.version {
		t.Errorf("the copy has version %d (%v)", version, err)
	}
	var trade string
	check(t, bare(t, restored).QueryRow("SELECT "+l.column+" FROM company").Scan(&trade))
	if trade != l.trade {
		t.Errorf("the copy says %q", trade)
	}
}

// threeAfterTwo looks at what version 3 brought: in a store of version 2 it is unsaid, and can be said.
func threeAfterTwo(t *testing.T, s *Store, l left) {
	t.Helper()
	ratings, err := s.Ratings(t.Context(), "a-1")
	check(t, err)
	if len(ratings) != 7 {
		t.Fatalf("%d ratings", len(ratings))
	}
	for i, r := range ratings {
		if !r.At.Equal(l.at.Add(time.Duration(i+1)*time.Minute)) || r.By != "" || r.Carried || r.Undoes != "" || r.Answer.Confidence != assessments.ConfidenceUnset {
			t.Errorf("rating %d is %+v", i, r)
		}
	}
	if items := plan(t, s, "a-1"); items != nil {
		t.Errorf("the plan is %+v", items)
	}
	r := ratingOf("a-1", "data.backup", 3)
	r.Respondent, r.By, r.Carried, r.Undoes, r.Answer.Confidence = assessments.Agreed, "Ana y Luis", true, "r-2", assessments.Guess
	check(t, s.Rate(t.Context(), r))
	check(t, s.SetTarget(t.Context(), "a-1", "data.backup", 4, start))
	check(t, s.SetNext(t.Context(), "a-1", "2027-06-01", start))
	check(t, s.SetWeights(t.Context(), "a-1", assessments.Variant, map[string]*big.Rat{"data": big.NewRat(3, 2)}, start))
	putItem(t, s, "a-1", full("p"))
	a, err := s.Assessment(t.Context(), "a-1")
	check(t, err)
	if !reflect.DeepEqual(a.Targets, map[string]int{"data": 3, "energy": 2, "data.backup": 4}) || a.NextAt != "2027-06-01" || a.Weights != assessments.Variant || a.WeightOverrides["data"].Cmp(big.NewRat(3, 2)) != 0 {
		t.Errorf("the assessment is %+v", a)
	}
	if ratings, err = s.Ratings(t.Context(), "a-1"); err != nil || !reflect.DeepEqual(ratings[7], r) {
		t.Errorf("the rating is %+v (%v), want %+v", ratings[7], err, r)
	}
}

// fourAfterThree looks at what version 4 brought: the plan of version 3 is whole, what was done keeps
// its day and can be undone, and everything new can be said.
func fourAfterThree(t *testing.T, s *Store, l left) {
	t.Helper()
	items := plan(t, s, "a-1")
	if len(items) != 2 || items[0].ID != "p" || items[0].Owner != "Ana Ñíguez" || items[1].Note != "changed" || !items[1].DoneAt.Equal(start.Add(time.Hour)) || items[0].Hurdle != "" {
		t.Fatalf("the plan is %+v", items)
	}
	if item, ok, err := s.UndoPlan(t.Context(), "a-1", start.Add(3*time.Hour)); item != "q" || !ok || err != nil {
		t.Fatalf("undone is %q, %v, %v", item, ok, err)
	}
	if items = plan(t, s, "a-1"); items[1].Note == "changed" || items[1].Status != assessments.StatusDone || items[1].DoneAt.IsZero() {
		t.Errorf("after undoing the plan is %+v", items)
	}
	d, err := s.Dossier(t.Context(), "c-1")
	check(t, err)
	if len(d.Rounds) != 1 || len(d.Rounds[0].Ratings) != 7 || len(d.Rounds[0].Plan) != 2 || d.Visits != nil || d.Consents != nil || d.Earlier != nil || d.Company.Tags != nil {
		t.Errorf("the dossier is %+v", d)
	}
	d = dossier(t, d)
	check(t, s.PutDossier(t.Context(), d))
	got, err := s.Dossier(t.Context(), "c-1")
	check(t, err)
	if !reflect.DeepEqual(got, d) {
		t.Errorf("the dossier is\n%+v, want\n%+v", got, d)
	}
}

// fiveAfterFour looks at what version 5 brought: visits and evidence of version 4 are whole, and a firm
// can take part in an undertaking.
func fiveAfterFour(t *testing.T, s *Store, _ left) {
	t.Helper()
	d, err := s.Dossier(t.Context(), "c-1")
	check(t, err)
	if len(d.Visits) != 1 || len(d.Consents) != 2 || len(d.Earlier) != 1 || len(d.Rounds[0].Evidence) != 1 || string(d.Rounds[0].Evidence[0].Picture) != "picture" {
		t.Errorf("the dossier is %+v", d)
	}
	u := undertaking("c-1")
	check(t, s.PutUndertaking(t.Context(), u))
	if got, err := s.Undertaking(t.Context(), u.ID); err != nil || !reflect.DeepEqual(got, u) {
		t.Errorf("the undertaking is %+v (%v)", got, err)
	}
}

// The words that version 1 had for trades become divisions of the official list.
func TestTradesBecomeCodes(t *testing.T) {
	for word, code := range map[string]string{"furniture": "31", "wood": "16", "metal": "25", "food": "10", "industry": "", "": ""} {
		dir, _ := lefts[0].lay(t)
		db := bare(t, filepath.Join(dir, fileName))
		_, err := db.Exec("UPDATE company SET sector = ?", word)
		check(t, err)
		check(t, db.Close())
		s := mustOpen(t, dir)
		c, err := s.Company(t.Context(), "c-1")
		check(t, err)
		if c.NACE != code || c.Name != "Sillas Ñora" {
			t.Errorf("%q became %q in %+v", word, c.NACE, c)
		}
	}
}

// A migration that fails on the way leaves the old store as it was, and readable.
func TestSchemaSurvivesAFailure(t *testing.T) {
	eachLeft(t, func(t *testing.T, l left) {
		dir, content := l.lay(t)
		steps, err := migrations()
		check(t, err)
		steps[l.version] += failing
		if _, err := open(dir, steps[:l.version+1]); err == nil {
			t.Fatal("the failing script went through")
		}
		if now, err := os.ReadFile(filepath.Join(dir, fileName)); err != nil || string(now) != string(content) {
			t.Errorf("the store was changed (%v)", err)
		}
	})
}
