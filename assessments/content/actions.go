package content

import (
	"math/big"
	"slices"
	"strings"

	"nivel/assessments"
)

type actionsFile struct{ Actions []actionFile }

type actionFile struct {
	ID   string
	Who  assessments.Actor
	Gaps []struct {
		Question, Row, Option string
		From                  []int
		To                    int
	}
	Needs            []string
	Effort           map[assessments.SizeClass]ratio
	Cost             map[assessments.SizeClass]int
	Benefit          *benefitFile
	Practices, Words []string
}

type benefitFile struct {
	Unit, Figure string
	Low, High    ratio
}

// sizes are the classes that effort and cost are given for.
var sizes = []assessments.SizeClass{assessments.Micro, assessments.Small, assessments.Medium}

// figures are the numbers of the firm that a benefit can be worked out from.
var figures = []string{"people", "orders", "quotes", "material", "energy", "machines", "computers"}

func (r *reader) actions(lib *Library) {
	lib.ActionWords = map[string]map[string]assessments.ActionWords{}
	for _, lang := range Languages {
		lib.ActionWords[lang] = map[string]assessments.ActionWords{}
	}
	seen := map[string]bool{}
	for _, file := range r.structures(actionsDir) {
		var raw actionsFile
		d, ok := r.read(file, &raw)
		if !ok {
			continue
		}
		own := map[string]bool{}
		for i, a := range raw.Actions {
			at := []any{"actions", i}
			r.unique(d, with(at, "id"), a.ID, seen)
			own[a.ID] = true
			r.place(a.ID, d, at)
			lib.Actions = append(lib.Actions, r.action(d, at, a))
		}
		for _, lang := range Languages {
			r.actionWords(languageOf(file, lang), raw.Actions, own, lib.ActionWords[lang])
		}
	}
}

func languageOf(file, lang string) string {
	return strings.TrimSuffix(file, ".yaml") + "." + lang + ".yaml"
}

func (r *reader) place(id string, d *document, at []any) {
	if r.places == nil {
		r.places = map[string]place{}
	}
	r.places[id] = place{d, at}
}

func (r *reader) action(d *document, at []any, raw actionFile) assessments.Action {
	r.wantID(d, with(at, "id"), raw.ID)
	r.actor(d, with(at, "who"), raw.Who)
	a := assessments.Action{ID: raw.ID, Who: raw.Who, Needs: raw.Needs, Practices: raw.Practices, Words: raw.Words,
		Cost: raw.Cost, Effort: map[assessments.SizeClass]*big.Rat{}}
	for _, s := range sizes {
		e, ok := raw.Effort[s]
		if !ok || e.Rat == nil || e.Sign() < 0 {
			r.at(d, with(at, "effort"), "effort-missing", "size", s)
		}
		a.Effort[s] = e.or(0)
		if band, ok := raw.Cost[s]; !ok || band < 0 || band > 4 {
			r.at(d, with(at, "cost"), "cost-band", "size", s)
		}
	}
	if len(raw.Gaps) == 0 {
		r.at(d, at, "list-empty", "field", "gaps")
	}
	for k, g := range raw.Gaps {
		gap := assessments.ActionGap{Question: g.Question, Row: g.Row, Option: g.Option, To: g.To}
		if g.Option == "" {
			if len(g.From) != 2 || g.From[0] < 0 || g.From[0] > g.From[1] || g.To <= g.From[1] || g.To > assessments.Top {
				r.at(d, with(at, "gaps", k), "gap-range")
				continue
			}
			gap.From = [2]int{g.From[0], g.From[1]}
		}
		a.Gaps = append(a.Gaps, gap)
	}
	if b := raw.Benefit; b != nil {
		a.Benefit = r.benefit(d, with(at, "benefit"), b)
	}
	return a
}

func (r *reader) benefit(d *document, at []any, b *benefitFile) *assessments.Benefit {
	if b.Unit != "hours" && b.Unit != "money" {
		r.at(d, with(at, "unit"), "word-unknown", "value", b.Unit, "allowed", "hours, money")
	}
	if !slices.Contains(figures, b.Figure) {
		r.at(d, with(at, "figure"), "word-unknown", "value", b.Figure, "allowed", strings.Join(figures, ", "))
	}
	if b.Low.Rat == nil || b.High.Rat == nil || b.Low.Sign() < 0 || b.Low.Cmp(b.High.Rat) > 0 {
		r.at(d, at, "benefit-range")
	}
	return &assessments.Benefit{Unit: b.Unit, Figure: b.Figure, Low: b.Low.or(0), High: b.High.or(0)}
}

func (r *reader) actor(d *document, at []any, who assessments.Actor) {
	if who != assessments.Firm && who != assessments.Cluster && who != assessments.Public {
		r.at(d, at, "word-unknown", "value", who, "allowed", "firm, cluster, public")
	}
}

func (r *reader) actionWords(file string, actions []actionFile, own map[string]bool, into map[string]assessments.ActionWords) {
	var raw struct {
		Actions map[string]assessments.ActionWords
	}
	d, ok := r.read(file, &raw)
	if !ok {
		return
	}
	c := checker{r, d}
	known(c, raw.Actions, func(id string) bool { return own[id] }, "actions")
	for _, a := range actions {
		w := raw.Actions[a.ID]
		at := []any{"actions", a.ID}
		for _, f := range []struct{ name, text string }{{"title", w.Title}, {"why", w.Why}, {"first", w.First}, {"need", w.Need}, {"success", w.Success}} {
			c.text(f.text, with(at, f.name)...)
		}
		if len(w.Steps) == 0 {
			c.at(d, at, "list-empty", "field", "steps")
		}
		if a.Benefit != nil {
			c.text(w.Basis, with(at, "basis")...)
		}
		into[a.ID] = w
	}
}
