//go:build e2e

package e2e

import (
	"path/filepath"
	"testing"

	"nivel/assessments"
)

// TestFullPath goes over to the full path by keyboard and answers all of it, in each language,
// without waiting for anything.
func TestFullPath(t *testing.T) {
	b := contents()
	for _, lang := range []string{spanish, british} {
		t.Run(lang[:2], func(t *testing.T) {
			d, want := startX(t), assessments.Answers{}
			p := d.start(lang, filepath.Join(t.TempDir(), "data"))
			d.still("home")
			p.press("Tab", "Tab", "Tab", "Right")
			p.saved("the full path", func(k *kept) (bool, string) { return k.assessment.Path == "full", k.assessment.Path })
			d.keep("home-full-"+lang[:2], d.take())

			m := b.library.Pack("industry40").Model.For(assessments.Scope{Path: "full"})
			keys := []string{"ctrl+2"}
			for i := range m.Questions {
				pressed, value := blind(&m.Questions[i], i)
				if q := &m.Questions[i]; q.ID == "machines.tools" {
					pressed, value = allTools(q)
				}
				keys = append(append(keys, pressed...), "Right")
				want[m.Questions[i].ID] = assessments.Answer{Value: value}
			}
			p.press(keys...)
			p.at("index")
			for id, a := range want {
				p.answered(id, a)
			}
			p.press("ctrl+3")
			d.keep("results-full-"+lang[:2], d.still("results"))
			p.quit()
		})
	}
}

// allTools answers all rows as in use, so that the questions about what is in use are asked.
func allTools(q *assessments.Question) (keys []string, value assessments.Value) {
	for _, row := range q.Rows {
		keys = append(keys, "4", "Down")
		value = value.WithRow(row.ID, assessments.AtLevel(4))
	}
	return keys, value
}
