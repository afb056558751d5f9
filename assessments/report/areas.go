package report

import (
	"strconv"

	"nivel/assessments"
	"nivel/assessments/scoring"
)

func (b *builder) areas() []Area {
	w := b.w
	var out []Area
	for i, d := range b.result.Dimensions {
		words := b.mw.Dimensions[d.ID]
		a := Area{Section: w.T("report.area.section"), Icon: b.Pack.Model.Dimensions[i].Icon,
			Name: words.Name, About: words.About, Framework: b.framework(words),
			Vial: b.ago(d.ID, d.Figure, d.Target), Honest: w.Honest(b.mw, d.Figure),
			HeadAnswer: w.T("report.head.answer"), HeadLevel: w.T("report.head.level"), HeadNext: w.T("report.head.next")}
		a.Today = w.T("figure.alt.none")
		if d.Shown() {
			a.Today = w.T("report.today", "value", w.Score(d.Value), "target", d.Target)
			if was := b.was[d.ID]; was != nil {
				a.Today += " " + w.T("report.before", "name", b.earlierName(), "value", w.Score(was.Value))
			}
			a.Life = words.Levels[d.Level()]
		}
		for _, q := range d.Questions {
			a.Questions = append(a.Questions, b.detail(q, d.Target))
		}
		out = append(out, a)
	}
	return out
}

// framework names the dimension of the EU's assessment that the area stands for, where the model does.
func (b *builder) framework(words assessments.DimensionWords) string {
	if words.Framework == "" {
		return ""
	}
	return b.w.T("report.framework", "name", words.Framework)
}

func (b *builder) detail(r scoring.Question, target int) QuestionDetail {
	q, words := b.question(r.ID)
	answer := b.Answers[r.ID]
	d := QuestionDetail{Number: strconv.Itoa(b.Pack.Model.Number(r.ID)), Question: words.Text, Answer: b.w.Answer(q, words, answer.Value),
		Lines: b.w.AnswerLines(q, words, answer.Value), Note: answer.Note,
		Relevance: b.w.T("report.relevance", "relevance", b.w.Relevance(answer.Relevance)),
		Vial:      Vial{Value: -1, Target: -1, Low: -1, High: -1, Earlier: -1, Text: "–"}}
	if answer.Flag {
		d.Flag = b.w.T("question.flagged")
	}
	switch {
	case r.Worth != nil:
		level := r.Level()
		d.Vial.Value = scoring.Float(r.Worth) * assessments.Top
		d.Vial.Text = b.w.Short(scaled(r))
		d.Level = b.w.Level(b.mw, level)
		if q.Kind != assessments.Ladder || q.Steps() != assessments.Top+1 || len(b.mw.Levels) != assessments.Top+1 || q.Ceiled() {
			d.Level = b.w.T("report.worth", "value", b.w.Short(scaled(r)))
		}
		d.NextIcon, d.NextTitle, d.Next = b.next(q, words, answer.Value, level)
	case r.Standing == assessments.NotApplicable:
		d.Level, d.Relevance = "– "+b.w.T("answer.na"), ""
	default:
		d.Level = "? " + d.Answer
		d.NextIcon, d.NextTitle, d.Next = "search", b.w.T("report.findout"), words.How.Text
	}
	return d
}

// next says what the next level of a ladder looks like, or what is still missing of a list.
func (b *builder) next(q *assessments.Question, words assessments.QuestionWords, v assessments.Value, level int) (icon, title, text string) {
	switch q.Kind {
	case assessments.Ladder, assessments.Number:
		if n, ok := q.Better(level); ok && n < len(words.Levels) {
			return "up", b.w.T("report.next", "level", n), words.Levels[n].Title + ". " + words.Levels[n].Text
		}
		if q.Ceiled() {
			return "check-circle", b.w.T("report.ceiling"), ""
		}
	case assessments.Partly, assessments.YesNo:
		if level < q.Steps()-1 || q.Kind == assessments.YesNo && !v.Yes {
			return "up", b.w.T("report.next.yes"), ""
		}
	case assessments.Checklist:
		for _, o := range q.Options {
			if !o.Exclusive && !v.Has(o.ID) {
				return "up", b.w.T("report.next.option"), words.Options[o.ID].Title + "."
			}
		}
	case assessments.Plans:
		if id := rowAt(q, v, 1); id != "" {
			return "up", b.w.T("report.next.planned"), words.Rows[id].Title + "."
		}
		if id := rowAt(q, v, 0); id != "" {
			return "up", b.w.T("report.next.option"), words.Rows[id].Title + "."
		}
	case assessments.Grid:
		if id := nearest(q, v); id != "" {
			return "up", b.w.T("report.next.row"), words.Rows[id].Title + ": " + words.Stages[v.Rows[id].Level+1] + "."
		}
	}
	return "check-circle", b.w.T("report.top"), ""
}

// rowAt is the first row answered with that level, "" where none is.
func rowAt(q *assessments.Question, v assessments.Value, level int) string {
	for _, r := range q.Rows {
		if row := v.Rows[r.ID]; row.Standing == assessments.Given && row.Level == level {
			return r.ID
		}
	}
	return ""
}

// nearest is the row that is closest to being in use and is not yet; "" where none is.
func nearest(q *assessments.Question, v assessments.Value) string {
	id := ""
	for _, r := range q.Rows {
		row := v.Rows[r.ID]
		if row.Standing == assessments.Given && row.Level < min(4, q.Steps()-1) && (id == "" || row.Level > v.Rows[id].Level) {
			id = r.ID
		}
	}
	return id
}

func (b *builder) annex() *Annex {
	w := b.w
	a := &Annex{Section: w.T("report.annex.section"), Title: w.T("report.annex.title"), HeadNumber: w.T("report.head.number"),
		HeadQuestion: w.T("report.head.question"), HeadAnswer: w.T("report.head.said"), HeadLevel: w.T("report.head.level"),
		HeadRelevance: w.T("report.head.relevance"), Legend: w.T("report.annex.legend")}
	for i, d := range b.result.Dimensions {
		g := AnnexGroup{Icon: b.Pack.Model.Dimensions[i].Icon, Name: b.mw.Dimensions[d.ID].Name, Value: "–",
			Coverage: w.T("report.annex.coverage", "answered", d.Answered, "total", d.Applicable)}
		if d.Shown() {
			g.Value = w.Score(d.Value)
		}
		for _, q := range d.Questions {
			g.Rows = append(g.Rows, b.annexRow(q))
		}
		a.Groups = append(a.Groups, g)
	}
	if b.result.Index != nil {
		a.Groups = append(a.Groups, b.indexGroup())
	}
	return a
}

func (b *builder) annexRow(r scoring.Question) AnnexRow {
	q, words := b.question(r.ID)
	answer := b.Answers[r.ID]
	row := AnnexRow{Number: strconv.Itoa(b.Pack.Model.Number(r.ID)), Question: words.Text, Answer: b.w.Answer(q, words, answer.Value),
		Level: -1, LevelText: "?", Relevance: b.w.Relevance(answer.Relevance), Strong: answer.Relevance == assessments.RelevanceHigh,
		Note: answer.Note != "", Flag: answer.Flag}
	switch {
	case r.Worth != nil:
		row.Level, row.LevelText = scoring.Float(r.Worth)*assessments.Top, b.w.Short(scaled(r))
	case r.Standing == assessments.NotApplicable:
		row.LevelText, row.Relevance, row.Strong = "–", "", false
	}
	return row
}

func (b *builder) indexGroup() AnnexGroup {
	x := b.result.Index
	g := AnnexGroup{Icon: "map", Name: b.mw.Index.Name, Value: strconv.Itoa(x.Count),
		Coverage: b.w.T("report.annex.coverage", "answered", x.Known, "total", x.Total)}
	for _, c := range x.Conditions {
		row := AnnexRow{Question: b.mw.Index.Conditions[c.ID].Text, Answer: b.w.T("answer.none"), Level: -1}
		switch {
		case c.Known && c.Holds:
			row.Answer, row.LevelText = b.w.T("answer.yes"), "1"
			if c.Followed {
				row.Answer = b.w.T("index.followed")
			}
		case c.Known:
			row.Answer, row.LevelText = b.w.T("answer.no"), "0"
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}
