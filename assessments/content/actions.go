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
	Sizes            []assessments.SizeClass
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

// actions reads the actions of a folder, for one sector or, where that is empty, for all.
func (r *reader) actions(lib *Library, dir, sector string) {
	r.taken = map[string]bool{}
	for _, file := range r.structures(dir) {
		var raw actionsFile
		d, ok := r.read(file, &raw)
		if !ok {
			continue
		}
		own := r.takeActions(lib, d, raw.Actions, sector, r.taken)
		for _, lang := range r.languages {
			r.actionWords(languageOf(file, lang), lang, raw.Actions, own, lib.ActionWords[lang])
		}
		for id := range own {
			spread(r, lib.ActionWords, id)
		}
	}
}

func (r *reader) takeActions(lib *Library, d *document, raw []actionFile, sector string, seen map[string]bool) map[string]bool {
	own := map[string]bool{}
	for i, a := range raw {
		at := []any{"actions", i}
		r.record(lib, d, at, "action", a.ID, seen, own)
		action := r.action(d, at, a)
		if sector != "" {
			action.Sectors = []string{sector}
		}
		lib.Actions = put(lib.Actions, action, func(a *assessments.Action) string { return a.ID })
	}
	return own
}

func languageOf(file, lang string) string {
	return strings.TrimSuffix(file, ".yaml") + "." + lang + ".yaml"
}

// record takes note of a record of a list: its id, which only it may have, its place and its pack.
func (r *reader) record(lib *Library, d *document, at []any, kind, id string, seen, own map[string]bool) {
	r.wantID(d, with(at, "id"), id)
	r.unique(d, with(at, "id"), id, seen)
	own[id] = true
	r.place(kind+":"+id, d, at)
	r.came(lib, kind, id)
}

func (r *reader) place(id string, d *document, at []any) {
	if r.places == nil {
		r.places = map[string]place{}
	}
	r.places[id] = place{d, at}
}

func (r *reader) action(d *document, at []any, raw actionFile) assessments.Action {
	r.actor(d, with(at, "who"), raw.Who)
	a := assessments.Action{ID: raw.ID, Who: raw.Who, Needs: raw.Needs, Sizes: raw.Sizes, Practices: raw.Practices, Words: raw.Words,
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
	for k, size := range raw.Sizes {
		if !slices.Contains(sizeClasses, size) {
			r.at(d, with(at, "sizes", k), "word-unknown", "value", size, "allowed", join(sizeClasses))
		}
	}
	a.Gaps = r.gaps(d, at, raw)
	if b := raw.Benefit; b != nil {
		a.Benefit = r.benefit(d, with(at, "benefit"), b)
	}
	return a
}

// gaps are those that an action closes; one without levels has -1 for them.
func (r *reader) gaps(d *document, at []any, raw actionFile) []assessments.ActionGap {
	var out []assessments.ActionGap
	if len(raw.Gaps) == 0 {
		r.at(d, at, "list-empty", "field", "gaps")
	}
	for k, g := range raw.Gaps {
		gap := assessments.ActionGap{Question: g.Question, Row: g.Row, Option: g.Option, To: g.To}
		gap.From = [2]int{-1, -1}
		if g.Option == "" && g.From != nil {
			if len(g.From) != 2 || g.From[0] < 0 || g.From[0] > g.From[1] || g.From[0] <= g.To && g.To <= g.From[1] || g.To < 0 || g.To >= mostLevels {
				r.at(d, with(at, "gaps", k), "gap-range")
				continue
			}
			gap.From = [2]int{g.From[0], g.From[1]}
		}
		out = append(out, gap)
	}
	return out
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

func (r *reader) actionWords(file, lang string, actions []actionFile, own map[string]bool, into map[string]assessments.ActionWords) {
	var raw struct {
		Actions map[string]assessments.ActionWords
	}
	d, ok := r.read(file, &raw)
	if !ok {
		return
	}
	checker{r, d}.actions(lang, raw.Actions, actions, own, into)
}

func (c checker) actions(lang string, words map[string]assessments.ActionWords, actions []actionFile, own map[string]bool, into map[string]assessments.ActionWords) {
	known(c, words, func(id string) bool { return own[id] }, "actions")
	for _, a := range actions {
		w := words[a.ID]
		at := []any{"actions", a.ID}
		c.place("action-words:"+a.ID+":"+lang, c.d, at)
		for _, f := range []struct{ name, text string }{{"title", w.Title}, {"why", w.Why}, {"first", w.First}, {"need", w.Need}, {"success", w.Success}} {
			c.text(f.text, with(at, f.name)...)
		}
		if len(w.Steps) == 0 {
			c.at(c.d, at, "list-empty", "field", "steps")
		}
		if a.Benefit != nil {
			c.text(w.Basis, with(at, "basis")...)
		}
		into[a.ID] = w
	}
}
