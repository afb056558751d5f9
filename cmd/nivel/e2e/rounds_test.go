//go:build e2e

package e2e

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"nivel/assessments"
	"nivel/assessments/rounds"
	"nivel/assessments/views"
)

// TestThreeRounds goes by keyboard from two people's answers to an agreement, a plan, what was done of
// it, and two more rounds, and compares the database and the report with what was pressed.
func TestThreeRounds(t *testing.T) {
	b := contents()
	w := b.words["es"]
	d := startX(t)
	p := d.start(spanish, filepath.Join(t.TempDir(), "datos"))
	d.still("home")
	ladders := everyLadder(b.model)

	// The owner answers the short path, each ladder at level 1.
	p.press("ctrl+2")
	p.at(b.model.Questions[0].ID)
	p.press(pathKeys(b.model)...)
	p.at("index")
	p.saved("all answers of the owner", func(k *kept) (bool, string) {
		n := 0
		for _, id := range ladders {
			if k.answers[id].Value.Equal(assessments.AtLevel(1)) {
				n++
			}
		}
		return n == len(ladders), fmt.Sprintf("%d of %d", n, len(ladders))
	})

	// A colleague sees two of them otherwise.
	differ := ladders[:2]
	p.respondent(w.T("respondent.owner"), w.T("respondent.colleague"))
	for i, id := range differ {
		p.goTo(b.model, id)
		p.press(strconv.Itoa(3 + i))
		p.rated(id, assessments.Colleague, assessments.AtLevel(3+i))
	}
	p.press("ctrl+1")
	p.choose(w.N("differences.home", len(differ)))
	d.still("differences")
	for i, id := range []string{differ[1], differ[0]} { // the largest difference comes first
		p.choose(w.T("differences.take")) // what the owner said
		p.rated(id, assessments.Agreed, assessments.AtLevel(1))
		p.focused(w.T("differences.taken"))
		if i == 0 { // past what the colleague said to the same question
			p.tabTo(w.T("differences.other"))
		}
	}
	d.keep("agreed", d.still("agreed"))
	p.press("ctrl+2")
	p.respondent(w.T("respondent.colleague"), w.T("respondent.owner"))

	// Three steps go into the plan; one of them is done, one gets a person and a day.
	p.press("ctrl+4")
	for n := range 3 {
		p.choose(w.T("plan.steps.add"))
		p.focused(w.T("plan.steps.in"))
		p.saved("the plan", func(k *kept) (bool, string) { return len(k.plan) == n+1, fmt.Sprint(len(k.plan)) })
	}
	d.keep("steps-planned", d.still("steps-planned"))
	p.press("ctrl+5")
	d.still("plan")
	plan := p.kept().plan
	title := func(i int) string { return b.library.ActionWords["es"][plan[i].Action].Title }
	for _, status := range []assessments.Status{assessments.StatusDoing, assessments.StatusDone} {
		p.choose(w.T("plan.status.next", "action", title(0)))
		p.saved("the status", func(k *kept) (bool, string) { return k.plan[0].Status == status, string(k.plan[0].Status) })
		p.focused(w.T("plan.open", "action", title(0)))
	}
	p.choose(w.T("plan.open", "action", title(1)))
	d.still("plan-item")
	p.write("Begoña")
	due := time.Now().AddDate(0, 1, 0).Format(time.DateOnly)
	p.press("Tab", "Tab")
	p.write(due)
	p.press("Return")
	p.saved("who and by when", func(k *kept) (bool, string) {
		return k.plan[1].Owner == "Begoña" && k.plan[1].Due == due, fmt.Sprintf("%+v", k.plan[1])
	})
	d.keep("plan-kept", d.still("plan-kept"))

	// Two more rounds, each from the last answers, with one question better.
	better := ladders[2:4]
	for round := 1; round <= 2; round++ {
		p.press("ctrl+3")
		p.choose(w.T("rounds.link"))
		d.still("rounds")
		p.choose(w.T("rounds.start", "name", "T"+strconv.Itoa(round)))
		p.saved("the next round", func(k *kept) (bool, string) {
			return len(k.rounds) == round+1 && k.assessment.Round == round, fmt.Sprintf("%+v", k.rounds)
		})
		id := better[round-1]
		p.goTo(b.model, id)
		p.press("5")
		p.rated(id, assessments.Owner, assessments.AtLevel(5))
		p.press("ctrl+1")
		d.still("home-round")
	}
	p.press("ctrl+3")
	p.choose(w.T("rounds.link"))
	d.look(t, "comparison", p)

	path := filepath.Join(t.TempDir(), "informe.pdf")
	last := d.take()
	p.press("ctrl+7")
	d.after(last, "report")
	p.save(path)
	text := plain(t, path)
	for _, want := range []string{title(0), title(1), b.library.Models[0].Words["es"].Questions[better[1]].Text} {
		if !strings.Contains(text, strings.Join(strings.Fields(want), " ")) {
			t.Errorf("the report lacks %q", want)
		}
	}
	p.quit()
	k, err := read(t, p.data, true)
	if err != nil {
		t.Fatal(err)
	}
	k.threeRounds(t, b, differ, better, plan)
}

// threeRounds wants the database to hold what TestThreeRounds has pressed.
func (k *kept) threeRounds(t *testing.T, b *built, differ, better []string, plan []assessments.PlanItem) {
	t.Helper()
	if len(k.rounds) != 3 || k.rounds[2].Round != 0 || k.rounds[0].Round != 2 {
		t.Fatalf("the rounds are %+v", k.rounds)
	}
	for _, id := range differ {
		if a := views.Agreed(k.ratings)[id]; !a.Value.Equal(assessments.AtLevel(1)) {
			t.Errorf("agreed on %s was level 1, and the last round counts %+v", id, a)
		}
	}
	carried := 0
	for _, r := range k.ratings {
		if r.Carried {
			carried++
		}
	}
	if carried == 0 {
		t.Error("no answer of the last round is marked as carried over")
	}
	for i, id := range better {
		if a := views.Agreed(k.ratings)[id]; !a.Value.Equal(assessments.AtLevel(5)) {
			t.Errorf("%d: %s counts %+v", i, id, a)
		}
	}
	if len(k.finished) != 1 || k.finished[0].Item.Action != plan[0].Action {
		t.Errorf("finished are %+v", k.finished)
	}
	pending := slices.DeleteFunc(slices.Clone(k.plan), func(p assessments.PlanItem) bool { return !p.Pending() })
	if len(pending) != 2 || !slices.ContainsFunc(pending, func(p assessments.PlanItem) bool { return p.Action == plan[1].Action && p.Owner == "Begoña" }) {
		t.Errorf("what remains of the plan is %+v", k.plan)
	}
	m := &b.library.Pack("industry40").Model
	before, after := rounds.Round{Assessment: k.rounds[1], Model: m}, rounds.Round{Assessment: k.rounds[0], Model: m, Answers: views.Agreed(k.ratings)}
	if c := rounds.Compare(before, after, k.finished); c.Far == "" {
		t.Error("the rounds cannot be compared")
	}
}

// everyLadder lists the ladders of a model.
func everyLadder(m *assessments.Model) []string {
	var out []string
	for i := range m.Questions {
		if m.Questions[i].Kind == assessments.Ladder {
			out = append(out, m.Questions[i].ID)
		}
	}
	return out
}

// pathKeys answer everything on the path from its first question on, each ladder at level 1.
func pathKeys(m *assessments.Model) (keys []string) {
	for i := range m.Questions {
		pressed, _ := blind(&m.Questions[i], 1)
		keys = append(append(keys, pressed...), "Right")
	}
	return keys
}

// respondent changes on the page of a question who answers.
func (p *program) respondent(from, to string) {
	p.t.Helper()
	w := contents().words["es"]
	p.press("ctrl+2")
	p.choose(w.T("respondent.as", "who", from))
	p.focused(w.T("help.hide"))
	p.choose(to)
	p.tabTo(w.T("respondent.as", "who", to))
}

// goTo turns the pages to a question.
func (p *program) goTo(m *assessments.Model, id string) {
	p.t.Helper()
	p.press("ctrl+2", "Home")
	at := "" // a new round has no place yet until its first page is open
	p.saved("a place", func(k *kept) (bool, string) { at = k.assessment.Position; return at != "", at })
	from, to := m.Number(at), m.Number(id)
	if from == 0 {
		from = len(m.Questions) + 1 // the page of the index
	}
	for range max(0, to-from) {
		p.press("Right")
	}
	for range max(0, from-to) {
		p.press("Left")
	}
	p.at(id)
}

// kept reads the data folder once nothing is being written.
func (p *program) kept() (k *kept) {
	p.t.Helper()
	p.saved("anything", func(now *kept) (bool, string) { k = now; return true, "" })
	return k
}

// rated waits until a respondent's latest answer to a question is kept.
func (p *program) rated(id string, who assessments.Respondent, want assessments.Value) {
	p.t.Helper()
	p.saved("what "+string(who)+" says to "+id, func(k *kept) (bool, string) {
		r, ok := views.Latest(k.ratings)[who][id]
		return ok && r.Answer.Value.Equal(want), show(r.Answer)
	})
}

// look keeps pictures of a page from top to bottom.
func (d *display) look(t *testing.T, name string, p *program) {
	t.Helper()
	for top, last := d.still(name), (picture{}); !top.equal(last); {
		last = top
		p.press("Next")
		time.Sleep(300 * time.Millisecond)
		top = d.still(name + "-down")
	}
}
