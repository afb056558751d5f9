//go:build e2e

package e2e

import (
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/scoring"
)

// plain reads a PDF's text, with one space for all that is white.
func plain(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command("pdftotext", "-raw", "-enc", "UTF-8", path, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext %s: %v", path, err)
	}
	return strings.Join(strings.Fields(string(out)), " ")
}

// pdf wants the report to say what follows from what was pressed.
func (j *journey) pdf(path, lang string, c assessments.Company) {
	t, w := j.t, j.words[lang]
	t.Helper()
	text := plain(t, path)
	words := j.library.Models[0].Words[lang]
	result := scoring.Score(j.model, j.pressed, nil)
	wants := map[string]string{
		"firm": c.Name, "place": c.Place, "contact": c.Contact,
		"overall score": w.Score(result.Overall.Value) + " " + w.T("figure.of"),
		"standing":      w.Standing(words, result.Overall),
	}
	for level, l := range words.Levels {
		wants["level "+strconv.Itoa(level)] = l.Name
	}
	for _, d := range result.Dimensions {
		wants["area "+d.ID] = words.Dimensions[d.ID].Name
	}
	for id, a := range j.pressed {
		if a.Note != "" {
			wants["note on "+id] = a.Note
		}
	}
	next := advice.For(advice.Input{Model: j.model, Answers: j.pressed, Actions: j.library.Actions, Size: c.Size(), Sector: j.library.Sector(c.NACE)}).Next
	if len(next) != advice.Steps {
		t.Errorf("these answers lead to %d steps", len(next))
	}
	for i, o := range next {
		wants["step "+strconv.Itoa(i+1)] = j.library.ActionWords[lang][o.Action.ID].Title
	}
	for what, want := range wants {
		if !strings.Contains(text, strings.Join(strings.Fields(want), " ")) {
			t.Errorf("the report does not say its %s: %q", what, want)
		}
	}
	if t.Failed() {
		t.Logf("the report says: %s", text)
	}
}
