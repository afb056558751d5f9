package report

import (
	"math/big"
	"strconv"
	"strings"

	"nivel/assessments"
	"nivel/assessments/texts"
	"nivel/assessments/views"
)

// Differences is where the respondents' views differ, the farthest apart first.
type Differences struct {
	Section, Title, Lead               string
	State                              string // how many are open
	HeadQuestion, HeadSaid, HeadAgreed string
	Rows                               []DifferenceRow
}

// DifferenceRow is one question with what each said and what was agreed.
type DifferenceRow struct {
	Number, Question string
	Said             []Said
	Icon, State      string // agreed or open, in words
	Agreed           string // the answer, empty while it is open
	By               string // who agreed and when, in a sentence
}

// Said is what one respondent said. Who is a role, never a name.
type Said struct{ Who, Answer, Note string }

// Clarify is what is to be asked or looked at, to be carried through the workshop.
type Clarify struct {
	Section, Title, Lead             string
	Facts                            string // the firm and the day, for a list that stands alone
	HeadDone, HeadQuestion, HeadHand string
	Rows                             []ClarifyRow
	None                             string // said where there is nothing
}

// ClarifyRow is one question with room to write.
type ClarifyRow struct {
	Number, Question string
	Answer           string // as it stands, in a sentence
	Reasons          []IconText
	Note             string
}

// IconText is a text behind an icon.
type IconText struct{ Icon, Text string }

// Respondent is what a respondent is called: a role, never a name.
func Respondent(w *texts.Words, who assessments.Respondent) string {
	return w.T("respondent." + string(who))
}

// Asked is a question as lists name it: its number where it has one, and its text.
type Asked struct {
	Number, Text string
	Index        bool // a condition of the index
	Words        assessments.QuestionWords
	Question     *assessments.Question
}

// AskedAs finds a question of a model or a condition of its index.
func AskedAs(m *assessments.Model, words assessments.ModelWords, id string) Asked {
	a := Asked{Question: m.Question(id), Words: words.Questions[id]}
	if n := m.Number(id); n > 0 {
		a.Number = strconv.Itoa(n)
	}
	a.Text = a.Words.Text
	if m.Index != nil {
		for _, c := range m.Index.Conditions {
			if m.Index.QuestionID(c.ID) == id {
				a.Text, a.Index = words.Index.Conditions[c.ID].Text, true
			}
		}
	}
	return a
}

// Full is an answer to it with every line of it, so that two that differ can be told apart.
func (a Asked) Full(w *texts.Words, v assessments.Value) string {
	if a.Question == nil || v.Standing != assessments.Given || a.Question.Kind != assessments.Checklist && len(a.Question.Rows) == 0 {
		return a.Answer(w, v)
	}
	if lines := w.AnswerLines(a.Question, a.Words, v); len(lines) > 0 {
		return strings.Join(lines, " · ")
	}
	return a.Answer(w, v)
}

// Answer is an answer to it as a text.
func (a Asked) Answer(w *texts.Words, v assessments.Value) string {
	if a.Question == nil {
		return ""
	}
	return w.Answer(a.Question, a.Words, v)
}

// FarApart is the distance from which on a difference is marked: two levels of five.
var FarApart = big.NewRat(2, 5)

// Cause is the icon and the sentence of a reason to clarify a question; doubts are told by whom where
// several have answered. Contradictions have their sentences in the words of the model.
func Cause(w *texts.Words, words assessments.ModelWords, q Asked, r views.Reason, several bool) IconText {
	out := IconText{Icon: causeIcons[r.Cause]}
	switch r.Cause {
	case views.Contradicted:
		out.Text = words.Contradictions[r.Contradiction.ID]
		return out
	case views.Differing:
		var said []string
		for _, x := range r.Difference.Said {
			said = append(said, w.T("clarify.said", "who", Respondent(w, x.Respondent), "answer", strings.TrimSuffix(q.Full(w, x.Answer.Value), ".")))
		}
		out.Text = w.T("clarify.differing", "said", strings.Join(said, " "))
		return out
	case views.Unknown:
		out.Text = w.T("clarify.unknown")
		if len(r.Rows) > 0 {
			var rows []string
			for _, id := range r.Rows {
				rows = append(rows, q.Words.Rows[id].Title)
			}
			out.Text = w.T("clarify.unknown.rows", "rows", strings.Join(rows, ", "))
		}
	default:
		out.Text = w.T("clarify." + string(r.Cause))
	}
	if several && len(r.Who) > 0 {
		var who []string
		for _, x := range r.Who {
			who = append(who, Respondent(w, x))
		}
		out.Text = w.T("clarify.by", "reason", out.Text, "who", strings.Join(who, ", "))
	}
	return out
}

var causeIcons = map[views.Cause]string{views.Flagged: "flag", views.Unknown: "question", views.Guessed: "question", views.Unconfirmed: "clock",
	views.Contradicted: "alert", views.Differing: "compare"}

// differences is nil where fewer than two have answered, or nobody differently.
func (b *builder) differences() *Differences {
	w := b.w
	all := views.Differences(&b.Pack.Model, b.Ratings)
	if len(views.Voices(b.Ratings)) < 2 || len(all) == 0 {
		return nil
	}
	d := &Differences{Section: w.T("differences.title"), Title: w.T("differences.title"), Lead: w.T("report.differences.lead"),
		HeadQuestion: w.T("report.head.question"), HeadSaid: w.T("report.differences.said"), HeadAgreed: w.T("differences.state.agreed")}
	open := 0
	for i := range all {
		if all[i].Open() {
			open++
		}
		d.Rows = append(d.Rows, b.difference(&all[i]))
	}
	d.State = w.T("differences.settled") + " " + w.T("report.differences.settled")
	if open > 0 {
		d.State = w.N("differences.open", open) + " " + w.T("differences.open.text")
	}
	return d
}

func (b *builder) difference(d *views.Difference) DifferenceRow {
	w := b.w
	q := AskedAs(&b.Pack.Model, b.mw, d.Question)
	r := DifferenceRow{Number: q.Number, Question: q.Text, Icon: "check", State: w.T("differences.state.agreed")}
	for _, s := range d.Said {
		r.Said = append(r.Said, Said{Respondent(w, s.Respondent), q.Full(w, s.Answer.Value), s.Answer.Note})
	}
	switch a := d.Agreed; {
	case a == nil && d.Distance.Cmp(FarApart) >= 0:
		r.Icon, r.State, r.By = "alert", w.T("differences.state.far"), w.T("report.differences.open")
	case a == nil:
		r.Icon, r.State, r.By = "compare", w.T("differences.state.open"), w.T("report.differences.open")
	case a.By == "":
		r.Agreed, r.By = q.Full(w, a.Answer.Value), w.T("report.differences.when", "date", w.Date(a.At))
	default:
		r.Agreed, r.By = q.Full(w, a.Answer.Value), w.T("report.differences.by", "who", a.By, "date", w.Date(a.At))
	}
	return r
}

// clarify is nil where there is nothing to clarify, unless the list was asked for alone.
func (b *builder) clarify() *Clarify {
	w := b.w
	c := &Clarify{Section: w.T("clarify.title"), Title: w.T("clarify.title"), Lead: w.T("report.clarify.lead"), Facts: b.firm() + " · " + w.Date(b.Now),
		HeadDone: w.T("report.clarify.done"), HeadQuestion: w.T("report.head.question"), HeadHand: w.T("report.clarify.hand")}
	several := len(views.Voices(b.Ratings)) > 1
	for _, item := range views.Clarify(&b.Pack.Model, b.Ratings) {
		q := AskedAs(&b.Pack.Model, b.mw, item.Question)
		row := ClarifyRow{Number: q.Number, Question: q.Text, Note: item.Answer.Note}
		if item.Answer.Value.Standing != assessments.Unanswered {
			row.Answer = w.T("report.clarify.now", "answer", q.Full(w, item.Answer.Value))
		}
		for _, r := range item.Reasons {
			row.Reasons = append(row.Reasons, Cause(w, b.mw, q, r, several))
		}
		c.Rows = append(c.Rows, row)
	}
	if len(c.Rows) > 0 {
		return c
	}
	if b.Sections != WithClarify {
		return nil
	}
	c.None = w.T("clarify.none.text")
	return c
}
