package report

import (
	"strconv"
	"strings"

	"nivel/assessments"
)

// Blank is a questionnaire on paper, to be filled in by hand.
type Blank struct {
	Section, Title, Lead string
	Fields               []Paragraph // a label, and what is known; else a line to write on
	How                  Paragraph   // how to fill it in, a line each
	Areas                []BlankArea
}

// BlankArea is a dimension with its questions.
type BlankArea struct {
	Icon, Name, About string
	Questions         []BlankQuestion
}

// BlankQuestion is one question with everything to tick. It has Options, or Columns and Rows, or a Unit
// or Range with a line to write on.
type BlankQuestion struct {
	Number, Question, Hint string
	When                   string // the condition under which it is asked, empty for none
	Example                string
	Pick                   string // "Marque una."
	Options                []BlankOption
	Columns                []string
	Rows                   []Paragraph
	Unit, Range            string
	Line                   bool     // a line for a number
	None                   []string // "No aplica", "No lo sé"
	Matters                string   // "¿Cuánto importa?", empty where it is not asked
	Degrees                []string
	Note                   string
}

// BlankOption is something to tick; Key is the number of a level, empty for none.
type BlankOption struct{ Key, Title, Text string }

// BlankOf describes the questionnaire that is put to a firm of that path, size and trade, as a document
// of its own. Answers do not count: what is asked only after certain answers is there and says so.
func BlankOf(in Input) *Report {
	in.Answers, in.Targets = nil, nil
	b := newBuilder(in)
	w, m := b.w, &b.Pack.Model
	r := b.head()
	r.Title = w.T("blank.title")
	r.Line = w.T("blank.line", "model", b.mw.Name)
	asked := len(m.Asked())
	d := &Blank{Section: w.T("blank.section"), Title: w.T("blank.title"), Lead: w.N("blank.lead", asked, "model", b.mw.Name, "version", m.Version),
		How: Paragraph{w.T("blank.how"), w.T("blank.how.text")}}
	for _, key := range []string{"firm", "date", "who", "job"} {
		d.Fields = append(d.Fields, Paragraph{Title: w.T("blank.field." + key)})
	}
	d.Fields[0].Text = b.Company.Name
	for i := range m.Dimensions {
		dim := &m.Dimensions[i]
		a := BlankArea{Icon: dim.Icon, Name: b.mw.Dimensions[dim.ID].Name, About: b.mw.Dimensions[dim.ID].About}
		for _, q := range m.Of(dim.ID) {
			if q.Asked() {
				a.Questions = append(a.Questions, b.blankQuestion(q))
			}
		}
		if len(a.Questions) > 0 {
			d.Areas = append(d.Areas, a)
		}
	}
	if x := b.blankIndex(); x != nil {
		d.Areas = append(d.Areas, *x)
	}
	r.Blank = d
	return r
}

func (b *builder) blankQuestion(q *assessments.Question) BlankQuestion {
	w, words := b.w, b.mw.Questions[q.ID]
	out := BlankQuestion{Number: strconv.Itoa(b.Pack.Model.Number(q.ID)), Question: words.Text, Hint: words.Hint, When: b.condition(q),
		Example: b.Library.Example(b.sector, q.ID, w.Language, words), Pick: w.T("blank.pick." + string(q.Kind)), Note: w.T("blank.note"),
		None:    []string{w.T("answer.na"), w.T("answer.unknown")},
		Matters: w.T("relevance.ask.short"), Degrees: []string{w.T("relevance.none"), w.T("relevance.some"), w.T("relevance.high")}}
	switch q.Kind {
	case assessments.Ladder:
		for i, l := range words.Levels {
			out.Options = append(out.Options, BlankOption{strconv.Itoa(i), l.Title, l.Text})
		}
	case assessments.Checklist:
		for _, o := range q.Options {
			t := words.Options[o.ID]
			if o.Exclusive {
				t.Text = strings.TrimSpace(t.Text + " " + w.T("blank.alone"))
			}
			out.Options = append(out.Options, BlankOption{"", t.Title, t.Text})
		}
	case assessments.Partly:
		for i := range 3 {
			out.Options = append(out.Options, BlankOption{Title: w.T("answer.partly." + strconv.Itoa(i))})
		}
	case assessments.YesNo:
		out.Options = []BlankOption{{Title: w.T("answer.yes")}, {Title: w.T("answer.no")}}
	case assessments.Number:
		out.Line, out.Unit = true, words.Unit
		out.Range = w.T("blank.range", "least", assessments.Plain(q.Range.Least), "most", assessments.Plain(q.Range.Most))
	case assessments.Grid, assessments.Plans:
		out.Columns = words.Stages
		if q.Kind == assessments.Plans {
			out.Columns = []string{w.T("answer.plan.2"), w.T("answer.plan.1"), w.T("answer.plan.0")}
		}
		out.Columns = append(out.Columns[:len(out.Columns):len(out.Columns)], out.None...)
		for _, r := range q.Rows {
			out.Rows = append(out.Rows, Paragraph(words.Rows[r.ID]))
		}
	}
	return out
}

// condition says which answers bring a question up, as far as they are known from paper.
func (b *builder) condition(q *assessments.Question) string {
	if q.When == nil || len(q.When.Answers) == 0 {
		return ""
	}
	var parts []string
	for _, t := range q.When.Answers {
		parts = append(parts, b.tested(t))
	}
	return b.w.T("blank.when", "conditions", strings.Join(parts, "; "))
}

func (b *builder) tested(t assessments.Test) string {
	w := b.w
	q, words := b.question(t.Question)
	at := w.T("blank.when.at", "number", b.Pack.Model.Number(q.Source()))
	if t.Row != "" {
		at = w.T("blank.when.row", "number", b.Pack.Model.Number(q.Source()), "row", words.Rows[t.Row].Title)
	}
	least, below := t.Level, t.Below
	if t.Not && least > 0 != (below > 0) { // not from 3 up is below 3, and the other way round
		t.Not, least, below = false, below, least
	}
	switch {
	case t.Option != "" && t.Not:
		return w.T("blank.when.option.not", "at", at, "option", words.Options[t.Option].Title)
	case t.Option != "":
		return w.T("blank.when.option", "at", at, "option", words.Options[t.Option].Title)
	case q.Kind == assessments.YesNo && t.Not:
		return w.T("blank.when.no", "at", at)
	case q.Kind == assessments.YesNo:
		return w.T("blank.when.yes", "at", at)
	case t.Not:
		return w.T("blank.when.outside", "at", at, "least", b.stage(q, words, least), "below", b.stage(q, words, below))
	case below == 0:
		return w.T("blank.when.least", "at", at, "least", b.stage(q, words, least))
	case least == 0:
		return w.T("blank.when.below", "at", at, "below", b.stage(q, words, below))
	}
	return w.T("blank.when.between", "at", at, "least", b.stage(q, words, least), "below", b.stage(q, words, below))
}

// stage is a level the way it stands above the column or before the line to tick.
func (b *builder) stage(q *assessments.Question, words assessments.QuestionWords, level int) string {
	switch {
	case q.Kind == assessments.Grid && level < len(words.Stages):
		return b.w.T("blank.quoted", "text", words.Stages[level])
	case q.Kind == assessments.Partly:
		return b.w.T("blank.quoted", "text", b.w.T("answer.partly."+strconv.Itoa(level)))
	}
	return strconv.Itoa(level)
}

// blankIndex are the conditions of the index that no other question answers, as one table; nil where
// there is none.
func (b *builder) blankIndex() *BlankArea {
	w, m := b.w, &b.Pack.Model
	if m.Index == nil {
		return nil
	}
	q := BlankQuestion{Question: w.T("blank.index"), Pick: w.T("blank.pick.grid"), Note: w.T("blank.note"),
		Columns: []string{w.T("answer.yes"), w.T("answer.no"), w.T("answer.unknown")}}
	for _, c := range m.Index.Conditions {
		if c.From == nil || m.Question(c.From.Question) == nil {
			q.Rows = append(q.Rows, Paragraph{Title: b.mw.Index.Conditions[c.ID].Text})
		}
	}
	if len(q.Rows) == 0 {
		return nil
	}
	return &BlankArea{Icon: "map", Name: b.mw.Index.Name, About: w.T("blank.index.about"), Questions: []BlankQuestion{q}}
}
