package sqlite

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"testing"
	"time"

	"nivel/assessments"
)

// oldFile is a store that version 1 of the schema left behind: a furniture maker with an assessment
// of two respondents, targets, decisions and settings.
const oldFile = "testdata/schema-1.db"

// lay puts the old store into a new folder.
func lay(t testing.TB) (dir string, content []byte) {
	t.Helper()
	content, err := os.ReadFile(oldFile)
	check(t, err)
	dir = t.TempDir()
	check(t, os.WriteFile(filepath.Join(dir, fileName), content, 0o600))
	return dir, content
}

// Everything of a store of version 1 is there afterwards, and a copy of it beside.
func TestSchemaOneIsTakenOver(t *testing.T) {
	dir, content := lay(t)
	s := mustOpen(t, dir)
	at := time.Date(2026, 3, 9, 8, 15, 0, 0, time.UTC)
	companies, err := s.Companies(t.Context())
	check(t, err)
	want := []assessments.Company{{ID: "c-1", Name: "Sillas Ñora", Place: "Yecla", NACE: "31", People: 24, Contact: "Ana",
		Figures:   assessments.Figures{HourlyCost: 22, Orders: 60, Quotes: 90, Material: 45000, Energy: 1800, Machines: 9, Computers: 8},
		CreatedAt: at}}
	if !reflect.DeepEqual(companies, want) {
		t.Errorf("companies are %+v, want %+v", companies, want)
	}
	list, err := s.Assessments(t.Context(), "c-1")
	check(t, err)
	if wanted := []assessments.Assessment{{ID: "a-1", CompanyID: "c-1", ModelID: "industry40", ModelVersion: "1.0", Path: "quick", Weights: assessments.Standard,
		Round: 1, StartedAt: at, Position: "data.backup", Targets: map[string]int{"data": 3, "energy": 2}}}; !reflect.DeepEqual(list, wanted) {
		t.Errorf("assessments are %+v, want %+v", list, wanted)
	}
	grid := assessments.Value{}.WithRow("cad", assessments.AtLevel(4)).WithRow("cnc", assessments.NotApplicableValue)
	for who, answers := range map[assessments.Respondent]assessments.Answers{
		assessments.Owner: {"data.backup": {Value: assessments.AtLevel(3), Relevance: assessments.RelevanceHigh, Note: "¿y la copia?", Flag: true},
			"machines.tools": {Value: grid}, "dii.cloud": {Value: assessments.Saying(true)}, "direction.customers": {Value: assessments.Choosing("website", "social")},
			"energy.use": {Value: assessments.DontKnowValue}},
		assessments.Advisor: {"data.backup": {Value: assessments.AtLevel(2)}},
	} {
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
	if d := decisions["backup-test"]; len(decisions) != 1 || d.Kind != assessments.NotNow || d.Reason != "después del verano" {
		t.Errorf("decisions are %+v", decisions)
	}
	if language, ok, err := s.Setting(t.Context(), "language"); language != "es" || !ok || err != nil {
		t.Errorf("the language is %q, %v, %v", language, ok, err)
	}

	names := backups(t, dir)
	if len(names) != 1 || !regexp.MustCompile(`^nivel-before-[0-9]+-.*\.db$`).MatchString(names[0]) {
		t.Fatalf("backups are %v", names)
	}
	steps, err := migrations()
	check(t, err)
	restored := t.TempDir()
	kept, err := os.ReadFile(filepath.Join(dir, backupsName, names[0]))
	check(t, err)
	check(t, os.WriteFile(filepath.Join(restored, fileName), kept, 0o600))
	if version, err := inspect(filepath.Join(restored, fileName), len(steps)); err != nil || version != 1 {
		t.Errorf("the copy has version %d (%v)", version, err)
	}
	var sector string
	check(t, bare(t, filepath.Join(restored, fileName)).QueryRow("SELECT sector FROM company").Scan(&sector))
	if sector != "furniture" {
		t.Errorf("the copy says %q", sector)
	}
	if now, err := os.ReadFile(oldFile); err != nil || string(now) != string(content) {
		t.Error("the test changed its own file")
	}
}

// The words that version 1 had for trades become divisions of the official list.
func TestTradesBecomeCodes(t *testing.T) {
	for word, code := range map[string]string{"furniture": "31", "wood": "16", "metal": "25", "food": "10", "industry": "", "": ""} {
		dir, _ := lay(t)
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
func TestSchemaOneSurvivesAFailure(t *testing.T) {
	dir, content := lay(t)
	steps, err := migrations()
	check(t, err)
	if _, err := open(dir, []string{steps[0], steps[1] + failing}); err == nil {
		t.Fatal("the failing script went through")
	}
	if now, err := os.ReadFile(filepath.Join(dir, fileName)); err != nil || string(now) != string(content) {
		t.Errorf("the store was changed (%v)", err)
	}
}
