package screen

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/figure"
	"nivel/assessments/report"
	"nivel/assessments/texts"
)

// Fault says what could not be done.
func Fault(w *texts.Words, err error) fyne.CanvasObject {
	return widget.Banner(widget.ToneErr, "alert", w.T("trouble.title"), w.Fault(err))
}

// Trouble says it over the side.
func Trouble(h Host, err error) {
	w := h.Session().Words
	Side(h, w.T("trouble.title"), Fault(w, err))
}

// mostFindings bounds how many are told at once.
const mostFindings = 4

// Findings are the first of what keeps content from being used, as sentences with file and line.
func Findings(w *texts.Words, all []content.Finding) string {
	var lines []string
	n := 0
	for _, f := range all {
		if f.Warning {
			continue
		}
		if n++; n <= mostFindings {
			lines = append(lines, widget.Plain(w.T("packs.finding", "file", f.File, "line", f.Line, "what", w.Fault(f.Fault))))
		}
	}
	if n > mostFindings {
		lines = append(lines, w.N("packs.more", n-mostFindings))
	}
	return strings.Join(lines, "\n")
}

// Beside sets objects of one width side by side, or one below the other where there is no room.
func Beside(c Class, below, gap float32, objects ...fyne.CanvasObject) fyne.CanvasObject {
	if c == Single {
		return widget.Column(below, objects...)
	}
	return widget.Even(gap, objects...)
}

// Source is the name of a source with its date, or what is said where it has none. Where it prints
// the address of a page, open leads there; only the address itself is handed on.
func Source(w *texts.Words, s assessments.Source, undated string) (o fyne.CanvasObject, open *widget.Button) {
	date := w.DateOf(s.Date)
	if date == "" {
		date = undated
	}
	label := widget.Plain(report.Join(", ", s.Name, date))
	u := pageOf(s.Address)
	if u == nil {
		return widget.Label("link", figure.Ink2, 18, 8, widget.NewText(widget.Tight, figure.Ink, report.Join(" · ", label, widget.Plain(s.Address)))), nil
	}
	open = widget.NewButton(widget.Quiet, "link", label, "", func() {
		if err := fyne.CurrentApp().OpenURL(u); err != nil {
			fyne.LogError("open source", err)
		}
	})
	return widget.Column(0, widget.Wrap(0, 0, open), widget.Pad(0, 0, 0, 14+theme.Dp(20), widget.NewText(widget.Axis, figure.Ink2, widget.Plain(s.Address)))), open
}

// pageOf is the page of the web that an address names; nil where it names none.
func pageOf(address string) *url.URL {
	if address == "" || strings.ContainsAny(address, " …") {
		return nil
	}
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" {
		return nil
	}
	return u
}

// Answers is a part of screens on which the last answer of who answers now can be taken back,
// whichever question it was given to.
type Answers struct{ h Host }

// AnswersOf makes it.
func AnswersOf(h Host) Answers { return Answers{h} }

// Undo implements Undoer.
func (a Answers) Undo() {
	if se := a.h.Session(); se.Undo(se.Respondent()) {
		a.h.Reload()
	}
}

// Redo implements Undoer.
func (a Answers) Redo() {
	if se := a.h.Session(); se.Redo(se.Respondent()) {
		a.h.Reload()
	}
}

// Capital is a text that begins with a capital letter, as what stands alone does.
func Capital(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + text[n:]
}
