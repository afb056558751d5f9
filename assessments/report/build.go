package report

import (
	"math/big"
	"strconv"
	"strings"
	"time"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/content"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
	"nivel/assessments/texts"
)

// Input is what a report is made from.
type Input struct {
	Library   *content.Library
	Pack      *content.Pack // whole; the report says what is asked of this firm on this path
	Path      string        // empty: the longest
	Words     *texts.Words
	Company   assessments.Company
	Answers   assessments.Answers
	Targets   map[string]int
	Decisions map[string]assessments.Decision
	Variant   bool // the areas weigh otherwise than in the questionnaire; Pack has those weights
	Day       time.Time
	Grey      bool
	Sections  Sections

	Plan     []assessments.PlanItem // empty: there is none
	Now      time.Time              // when the plan is judged; zero: on Day
	Ratings  []assessments.Rating   // all that everybody said, in its order; Answers are what of it counts
	Rounds   []Round                // of the firm, in their order; the last is this one
	Finished []assessments.Finished // of all the firm's plans
	Next     string                 // the day of the next round, YYYY-MM-DD; empty: in a year
	Evidence []assessments.Evidence // of this assessment, with its pictures; those count that are InReport
}

// Sections are the parts of a report; the zero value means all. A part about which there is nothing
// to say (no plan, no earlier round, no difference, nothing to clarify, no picture) is left out.
type Sections uint16

// The parts.
const (
	WithCover Sections = 1 << iota
	WithProfile
	WithSheet
	WithAreas
	WithPractices
	WithAnnex
	WithMethod
	WithPlan
	WithRounds
	WithDifferences
	WithClarify
	WithEvidence
	AllSections = WithEvidence<<1 - 1
)

// builder carries what all pages need.
type builder struct {
	Input
	w      *texts.Words
	sector string
	mw     assessments.ModelWords
	result *scoring.Result
	advice *advice.Advice
	actors map[string]assessments.ActionWords
	shown  []*assessments.Practice    // on the page of practices
	was    map[string]*scoring.Figure // a round ago, by dimension; the overall figure's is ""
}

// newBuilder reckons what all parts say.
func newBuilder(in Input) *builder {
	if in.Now.IsZero() {
		in.Now = in.Day
	}
	lang := in.Words.Language
	b := &builder{Input: in, w: in.Words, mw: in.Pack.Words[lang], actors: in.Library.ActionWords[lang], sector: in.Library.Sector(in.Company.NACE)}
	m := in.Pack.Model.Asking(assessments.Scope{Path: in.Path, Size: in.Company.Size(), Sector: b.sector}, in.Answers)
	b.Pack = &content.Pack{Model: *m, Words: in.Pack.Words}
	b.result = scoring.Score(m, in.Answers, in.Targets)
	b.advice = advice.For(b.adviceInput())
	b.was = b.before()
	if !b.result.Overall.Shown() {
		b.advice.Next = nil // too little is known to say what comes first
	}
	return b
}

// Build writes down everything the report says.
func Build(in Input) *Report {
	if in.Sections == 0 {
		in.Sections = AllSections
	}
	b := newBuilder(in)
	r := b.head()
	for _, part := range []struct {
		Sections
		build func()
	}{
		{WithCover, func() { r.Cover = b.cover() }}, {WithProfile, func() { r.Profile = b.profile() }}, {WithRounds, func() { r.Comparison = b.comparison() }},
		{WithSheet, func() { r.Sheet = b.sheet() }}, {WithPlan, func() { r.Plan = b.plan() }}, {WithAreas, func() { r.Areas = b.areas() }},
		{WithDifferences, func() { r.Differences = b.differences() }}, {WithClarify, func() { r.Clarify = b.clarify() }},
		{WithEvidence, func() { r.Evidence = b.evidence() }},
		{WithPractices, func() { r.Practices = b.practices() }}, {WithAnnex, func() { r.Annex = b.annex() }}, {WithMethod, func() { r.Method = b.method() }},
	} {
		if in.Sections&part.Sections != 0 {
			part.build()
		}
	}
	return r
}

// adviceInput is what advice and the plan are judged by.
func (b *builder) adviceInput() advice.Input {
	return advice.Input{Model: &b.Pack.Model, Answers: b.Answers, Targets: b.Targets, Actions: b.Library.Actions,
		Size: b.Company.Size(), Sector: b.sector, Decisions: b.Decisions}
}

func (b *builder) head() *Report {
	w := b.w
	firm := b.firm()
	r := &Report{
		Language: w.Language, Title: w.T("report.title", "firm", firm), Author: w.T("report.author"), Subject: b.mw.Name,
		Date: b.Day.Format("2006-01-02"), Grey: b.Grey, Brand: "Nivel",
		Line:    w.T("report.line", "firm", firm, "date", w.Date(b.Day)),
		Version: w.T("report.version", "version", b.Pack.Model.Version),
		Page:    w.T("report.page"),
	}
	if b.Variant {
		r.Line += " · " + w.T("weights.report")
	}
	if b.Company.Sample {
		r.Sample = w.T("sample.chip")
		r.Version = w.T("report.version.sample", "version", b.Pack.Model.Version)
	}
	return r
}

// firm is the company's name, or words for one that gave none.
func (b *builder) firm() string {
	if b.Company.Name == "" {
		return b.w.T("report.noname")
	}
	return b.Company.Name
}

// ago is the vial of a dimension, or of the whole firm where it is empty, with the place it had in
// the round before where that may be compared.
func (b *builder) ago(dimension string, f scoring.Figure, target int) Vial {
	v := b.vial(f, target)
	if was := b.was[dimension]; was != nil && v.Value >= 0 {
		v.Earlier = scoring.Float(was.Value)
	}
	return v
}

// vial prints a figure; whisker and target are left out where they say nothing.
func (b *builder) vial(f scoring.Figure, target int) Vial {
	v := Vial{Value: -1, Target: -1, Low: -1, High: -1, Earlier: -1, Text: "–"}
	if !f.Ranged() {
		v.Alt = b.w.T("figure.nothing")
		return v
	}
	if f.Open() {
		v.Low, v.High = scoring.Float(f.Low), scoring.Float(f.High)
		v.RangeText = b.w.T("format.range", "low", b.w.Score(f.Low), "high", b.w.Score(f.High))
	}
	if f.Shown() {
		v.Value, v.Text = scoring.Float(f.Value), b.w.Score(f.Value)
		if target > 0 {
			v.Target, v.TargetText = float64(target), "→ "+strconv.Itoa(target)
		}
	}
	v.Alt = b.alt(f, v)
	return v
}

// alt is a vial in words: its value, and target and range where they are drawn.
func (b *builder) alt(f scoring.Figure, v Vial) string {
	if v.Value < 0 {
		return b.w.T("figure.alt.none")
	}
	parts := []string{b.w.T("figure.alt", "value", v.Text)}
	if v.Target >= 0 {
		parts = append(parts, b.w.T("figure.alt.target", "n", int(v.Target)))
	}
	if v.RangeText != "" {
		parts = append(parts, b.w.T("figure.alt.range", "low", b.w.Score(f.Low), "high", b.w.Score(f.High)))
	}
	return strings.Join(parts, ", ") + "."
}

func (b *builder) lines() []Line {
	var out []Line
	for i, d := range b.result.Dimensions {
		words := b.mw.Dimensions[d.ID]
		out = append(out, Line{Icon: b.Pack.Model.Dimensions[i].Icon, Name: words.Name, Short: words.Short, Vial: b.ago(d.ID, d.Figure, d.Target),
			Coverage: b.w.T("report.of", "n", d.Answered, "total", d.Applicable), Weakest: i == b.result.Weakest})
	}
	return out
}

func (b *builder) legend() Legend {
	l := Legend{Today: b.w.T("legend.today"), Target: b.w.T("legend.target.long"), Range: b.w.T("legend.range.long")}
	if len(b.was) > 0 {
		l.Earlier = b.w.T("legend.earlier", "name", b.earlierName())
	}
	return l
}

// axes are the radar's, from the same lines as the vials.
func axes(lines []Line) []figure.Axis {
	var out []figure.Axis
	for _, l := range lines {
		out = append(out, figure.Axis{Label: l.Short, Text: l.Vial.Text, Value: l.Vial.Value, Target: l.Vial.Target})
	}
	return out
}

func (b *builder) question(id string) (*assessments.Question, assessments.QuestionWords) {
	return b.Pack.Model.Question(id), b.mw.Questions[id]
}

// size is the class that effort and cost are read for.
func (b *builder) size() assessments.SizeClass { return b.Company.Size().Costed() }

// days prints an effort: "3 días de trabajo".
func (b *builder) days(r *big.Rat) string { return Days(b.w, r) }

// Days prints an effort in person-days.
func Days(w *texts.Words, r *big.Rat) string {
	if r.IsInt() {
		return w.N("effort.days", int(r.Num().Int64()))
	}
	return w.T("effort.fraction", "n", w.Short(r))
}
