// Package actionplan is the action plan of a region in the form of Interreg Europe: general
// information, policy context, actions, monitoring.
//
// The rule: what is filled in from elsewhere only ever fills what is empty; nothing that somebody has
// written is changed.
package actionplan

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"nivel/assessments"
)

// Plan is one plan. All texts are as somebody typed them.
type Plan struct {
	ID string `json:"-"` // of its undertaking; empty until it is kept

	Project  string `json:"project"`
	Partners string `json:"partners"`
	Country  string `json:"country"`
	Region   string `json:"region"` // NUTS2
	Contact  string `json:"contact"`
	Email    string `json:"email"`
	Phone    string `json:"phone"`

	Programme  Programme `json:"programme"`
	Instrument string    `json:"instrument"` // that the plan wants to improve
	Helps      string    `json:"helps"`      // how the plan contributes

	Actions []Action `json:"actions"`

	Start      Share  `json:"start"` // of the founding aim
	Target     Share  `json:"target"`
	Until      string `json:"until"` // when the target is to be reached, as typed
	Monitoring string `json:"monitoring"`
	Summary    string `json:"summary"` // in English, where the plan is in another language
	Day        string `json:"day"`     // YYYY-MM-DD, of the signature; empty while it is open
}

// Action is one action of the plan.
type Action struct {
	Practice   string `json:"practice"` // that it came from; empty where from none
	Title      string `json:"title"`
	Background string `json:"background"` // the lesson learnt
	What       string `json:"what"`       // will be done
	Players    string `json:"players"`    // and their roles
	Timeframe  string `json:"timeframe"`
	Costs      string `json:"costs"`
	Funding    string `json:"funding"`
}

// Programme is the kind of programme that a plan wants to improve.
type Programme string

// The kinds of the form.
const (
	Growth      Programme = "growth"      // Investment for Growth and Jobs
	Cooperation Programme = "cooperation" // European Territorial Cooperation
	Other       Programme = "other"       // another regional or national instrument
)

// Programmes are all kinds.
var Programmes = []Programme{Growth, Cooperation, Other}

// Share is a percentage from 0 to 100 as typed; empty where it is not known.
type Share string

// Read is the number; ok is false where there is none.
func (s Share) Read() (percent int, ok bool) {
	n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(string(s)), "%")))
	return n, err == nil && n >= 0 && n <= 100
}

// Limits of what is kept.
const (
	MostActions = 30
	LineLimit   = 200  // characters of a line
	TextLimit   = 5000 // characters of a text
)

// texts are all long texts of an action.
func (a *Action) texts() []*string {
	return []*string{&a.Background, &a.What, &a.Players, &a.Timeframe, &a.Costs, &a.Funding}
}

// Check reports the first thing wrong as a *Fault, or nil.
func (p *Plan) Check() error {
	if n := len(p.Actions); n > MostActions {
		return assessments.NewFault("actionplan-many", "have", n, "limit", MostActions)
	}
	lines := []string{p.Project, p.Country, p.Region, p.Contact, p.Email, p.Phone, p.Until}
	long := []string{p.Partners, p.Instrument, p.Helps, p.Monitoring, p.Summary}
	for i := range p.Actions {
		lines = append(lines, p.Actions[i].Title)
		for _, t := range p.Actions[i].texts() {
			long = append(long, *t)
		}
	}
	for limit, texts := range map[int][]string{LineLimit: lines, TextLimit: long} {
		for _, text := range texts {
			if n := utf8.RuneCountInString(text); n > limit {
				return assessments.NewFault("plan-text-long", "have", n, "limit", limit)
			}
		}
	}
	start, okStart := p.Start.Read()
	target, okTarget := p.Target.Read()
	switch {
	case p.Start != "" && !okStart || p.Target != "" && !okTarget:
		return assessments.NewFault("actionplan-share")
	case okStart && okTarget && target < start:
		return assessments.NewFault("actionplan-target", "start", start, "target", target)
	}
	if p.Programme != "" && !slices.Contains(Programmes, p.Programme) {
		return assessments.NewFault("actionplan-damaged")
	}
	if p.Day != "" {
		if _, err := time.Parse(time.DateOnly, p.Day); err != nil {
			return assessments.NewFault("date-form", "value", p.Day[:min(len(p.Day), 20)])
		}
	}
	return nil
}

// Missing are the parts that are still empty before the plan can be signed: names of parts, and for an
// action its number behind a slash, "what/2".
func (p *Plan) Missing() []string {
	var out []string
	want := func(name, text string) {
		if strings.TrimSpace(text) == "" {
			out = append(out, name)
		}
	}
	want("project", p.Project)
	want("partners", p.Partners)
	want("country", p.Country)
	want("region", p.Region)
	want("contact", p.Contact)
	want("programme", string(p.Programme))
	want("instrument", p.Instrument)
	want("helps", p.Helps)
	if len(p.Actions) == 0 {
		out = append(out, "actions")
	}
	for i := range p.Actions {
		a, n := &p.Actions[i], "/"+strconv.Itoa(i+1)
		want("title"+n, a.Title)
		want("background"+n, a.Background)
		want("what"+n, a.What)
		want("players"+n, a.Players)
		want("timeframe"+n, a.Timeframe)
		want("costs"+n, a.Costs)
		want("funding"+n, a.Funding)
	}
	want("target", string(p.Target))
	want("monitoring", p.Monitoring)
	want("day", p.Day)
	return out
}

// Fill takes over what other work has brought: actions for practices that the plan does not have yet,
// and texts where its own are empty. It returns the plan with them, and how many actions and texts came.
func (p *Plan) Fill(from []Action) (out Plan, actions, texts int) {
	out = *p
	out.Actions = slices.Clone(p.Actions)
	for _, a := range from {
		at := slices.IndexFunc(out.Actions, func(b Action) bool { return a.Practice != "" && b.Practice == a.Practice })
		if at < 0 {
			if len(out.Actions) < MostActions {
				out.Actions = append(out.Actions, a)
				actions++
			}
			continue
		}
		mine := &out.Actions[at]
		own, theirs := append([]*string{&mine.Title}, mine.texts()...), append([]*string{&a.Title}, a.texts()...)
		for i := range own {
			if strings.TrimSpace(*own[i]) == "" && *theirs[i] != "" {
				*own[i] = *theirs[i]
				texts++
			}
		}
	}
	return out, actions, texts
}

// Read reads a plan that Written wrote.
func Read(u *assessments.Undertaking) (*Plan, error) {
	p := &Plan{}
	d := json.NewDecoder(bytes.NewReader(u.Content))
	d.DisallowUnknownFields()
	if err := d.Decode(p); err != nil {
		return nil, err
	}
	p.ID = u.ID
	return p, p.Check()
}

// Written puts a plan into an undertaking.
func Written(p *Plan, sample bool) (assessments.Undertaking, error) {
	data, err := json.Marshal(p)
	return assessments.Undertaking{ID: p.ID, Kind: assessments.ActionPlanKind, Sample: sample, Content: data}, err
}
