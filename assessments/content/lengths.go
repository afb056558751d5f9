package content

import (
	"slices"
	"strings"
	"unicode"

	"nivel/assessments"
)

// box is how many characters fit into the place that a text has on screens and pages.
var box = struct{ question, hint, why, title, text, stage, row, short, name, action, first, step int }{
	question: 150, hint: 120, why: 340, title: 64, text: 150, stage: 30, row: 56, short: 16, name: 44, action: 80, first: 200, step: 190}

// tight warns of a text longer than its box.
func (c checker) tight(s string, limit int, at ...any) {
	if n := len([]rune(s)); n > limit {
		c.warn(c.d, at, "text-long", "field", pathName(at), "limit", limit, "have", n)
	}
}

func (r *reader) textsOf(m *assessments.Model, lang string) (checker, bool) {
	for key, p := range r.places {
		if strings.HasPrefix(key, "texts:"+m.ID+"@"+m.Version+":") && strings.HasSuffix(key, "."+lang+".yaml") {
			return checker{r, p.doc}, true
		}
	}
	return checker{}, false
}

func (r *reader) lengths(p *Pack, lang string) {
	c, ok := r.textsOf(&p.Model, lang)
	if !ok {
		return
	}
	w := p.Words[lang]
	for id, d := range w.Dimensions {
		c.tight(d.Name, box.name, "dimensions", id, "name")
		c.tight(d.Short, box.short, "dimensions", id, "short")
	}
	for id, q := range w.Questions {
		at := []any{"questions", id}
		c.tight(q.Text, box.question, with(at, "text")...)
		c.tight(q.Hint, box.hint, with(at, "hint")...)
		c.tight(q.Why, box.why, with(at, "why")...)
		for i, l := range q.Levels {
			c.tight(l.Title, box.title, with(at, "levels", i, "title")...)
			c.tight(l.Text, box.text, with(at, "levels", i, "text")...)
		}
		for i, s := range q.Stages {
			c.tight(s, box.stage, with(at, "stages", i)...)
		}
		for option, o := range q.Options {
			c.tight(o.Title, box.title, with(at, "options", option, "title")...)
			c.tight(o.Text, box.text, with(at, "options", option, "text")...)
		}
		for row, t := range q.Rows {
			c.tight(t.Title, box.row, with(at, "rows", row, "title")...)
			c.tight(t.Text, box.text, with(at, "rows", row, "text")...)
		}
	}
}

// actionLengths looks at the titles and steps of actions.
func (r *reader) actionLengths(lib *Library, lang string) {
	for i := range lib.Actions {
		id := lib.Actions[i].ID
		p, ok := r.places["action-words:"+id+":"+lang]
		if !ok {
			continue
		}
		c, w := checker{r, p.doc}, lib.ActionWords[lang][id]
		c.tight(w.Title, box.action, with(p.path, "title")...)
		c.tight(w.First, box.first, with(p.path, "first")...)
		for k, s := range w.Steps {
			c.tight(s, box.step, with(p.path, "steps", k)...)
		}
	}
}

// helpMissing warns of questions without hint, reason or help where others of the model have them.
func (r *reader) helpMissing(p *Pack, lang string) {
	c, ok := r.textsOf(&p.Model, lang)
	if !ok {
		return
	}
	for _, f := range []struct {
		field string
		of    func(assessments.QuestionWords) string
	}{{"hint", func(w assessments.QuestionWords) string { return w.Hint }}, {"why", func(w assessments.QuestionWords) string { return w.Why }},
		{"how", func(w assessments.QuestionWords) string { return w.How.Text }}} {
		some := false
		for _, q := range p.Words[lang].Questions {
			some = some || f.of(q) != ""
		}
		for _, q := range p.Model.Questions {
			if some && q.Asked() && f.of(p.Words[lang].Questions[q.ID]) == "" {
				c.warn(c.d, []any{"questions", q.ID}, "help-missing", "field", "questions."+q.ID+"."+f.field)
			}
		}
	}
}

// unlinked warns of glossary terms that a question speaks of and does not link.
func (r *reader) unlinked(lib *Library, p *Pack, lang string) {
	for _, q := range p.Model.Questions {
		at := r.questionPlace(&p.Model, q.ID)
		if at.doc == nil || !q.Asked() {
			continue
		}
		raw := " " + strings.Join(wordsOf(strings.Join(p.Words[lang].Questions[q.ID].Visible(), " . ")), " ") + " "
		text := strings.ToLower(raw)
		for _, t := range lib.Terms {
			term := strings.Join(wordsOf(lib.TermWords[lang][t.ID].Word), " ")
			if t.Own || term == "" || slices.Contains(q.Words, t.ID) {
				continue
			}
			in, small := raw, term
			if term != strings.ToUpper(term) { // not an abbreviation, so small letters mean the same
				in, small = text, strings.ToLower(term)
			}
			if strings.Contains(in, " "+small+" ") || strings.Contains(in, " "+small+"s ") {
				r.warn(at.doc, with(at.path, "words"), "word-unlinked", "id", t.ID, "word", lib.TermWords[lang][t.ID].Word, "question", q.ID)
			}
		}
	}
}

// wordsOf are the words of a text without what stands between them.
func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
