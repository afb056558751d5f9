package screen

import (
	"fyne.io/fyne/v2"

	"nivel/app/session"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/report"
	"nivel/assessments/texts"
	"nivel/assessments/views"
)

// RespondentName is what a respondent is called.
func RespondentName(w *texts.Words, who assessments.Respondent) string {
	return report.Respondent(w, who)
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

// Asked is a question as lists name it, with where it is asked.
type Asked struct {
	report.Asked
	To Route
}

// AskedAs finds a question of the model or a condition of its index.
func AskedAs(se *session.Session, id string) Asked {
	a := Asked{Asked: report.AskedAs(&se.Pack.Model, se.Pack.Words[se.Words.Language], id), To: Route{Page: Interview, ID: id}}
	if a.Index {
		a.To.ID = IndexPage
	}
	return a
}
