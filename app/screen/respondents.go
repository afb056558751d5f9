package screen

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/session"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/texts"
	"nivel/assessments/views"
)

// RespondentName is what a respondent is called.
func RespondentName(w *texts.Words, who assessments.Respondent) string {
	return w.T("respondent." + string(who))
}

// ConfidenceName is how sure somebody was, in words.
func ConfidenceName(w *texts.Words, c assessments.Confidence) string {
	if c == assessments.ConfidenceUnset {
		return w.T("confidence.unset")
	}
	return w.T("confidence." + c.String())
}

// RespondentButton says quietly who answers now, and changes it.
func RespondentButton(h Host) *widget.Button {
	w := h.Session().Words
	return widget.NewButton(widget.Quiet, "people", w.T("respondent.as", "who", RespondentName(w, h.Session().Respondent())), "", func() { chooseRespondent(h) })
}

// chooseRespondent asks over the side who answers from now on.
func chooseRespondent(h Host) {
	se := h.Session()
	w := se.Words
	var panel *Panel
	rows := []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink, w.T("respondent.text"))}
	for _, who := range views.Respondents {
		kind, icon := widget.Secondary, ""
		if who == se.Respondent() {
			kind, icon = widget.Chosen, "check"
		}
		rows = append(rows, widget.NewButton(kind, icon, RespondentName(w, who), "", func() {
			panel.Close()
			se.SetRespondent(who)
			h.Reload()
		}))
	}
	panel = Side(h, w.T("respondent.title"), rows...)
}

// Asked is a question as lists name it: its number where it has one, its text, where it is asked.
type Asked struct {
	Number   string
	Text     string
	To       Route
	Words    assessments.QuestionWords
	Question *assessments.Question
}

// AskedAs finds a question of the model or a condition of its index.
func AskedAs(se *session.Session, id string) Asked {
	m, words := &se.Pack.Model, se.Pack.Words[se.Words.Language]
	a := Asked{Question: m.Question(id), Words: words.Questions[id], To: Route{Page: Interview, ID: id}}
	if n := m.Number(id); n > 0 {
		a.Number = strconv.Itoa(n)
	}
	a.Text = a.Words.Text
	if m.Index != nil {
		for _, c := range m.Index.Conditions {
			if m.Index.QuestionID(c.ID) == id {
				a.Text, a.To.ID = words.Index.Conditions[c.ID].Text, IndexPage
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
