package save

import (
	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/widget"
	"nivel/assessments/figure"
	"nivel/assessments/report"
)

// alone is a document that is saved by itself, not as a part of the report. Its sentences are those
// below save.<key>.
type alone struct {
	key  string
	make func(se *session.Session, lang string, grey bool) (*report.Report, error)
}

var documents = map[string]*alone{
	screen.ClarifyList: {"list", func(se *session.Session, lang string, grey bool) (*report.Report, error) {
		return se.Report(lang, report.WithClarify, grey)
	}},
	screen.BlankPaper: {"paper", func(se *session.Session, lang string, grey bool) (*report.Report, error) {
		return report.BlankOf(se.ReportInput(lang, 0, grey)), nil
	}},
	screen.FirmLetter: {"letter", (*session.Session).Letter},
}

// others lead to what else can be saved as PDF.
func (s *Screen) others() fyne.CanvasObject {
	link := func(icon, id string) fyne.CanvasObject {
		return widget.NewButton(widget.Quiet, icon, s.w.T("save."+documents[id].key+".title"), "chevron-right", func() {
			s.h.Go(screen.Route{Page: screen.Report, ID: id})
			s.h.Reload() // from the report to another of its kind
		})
	}
	rows := []fyne.CanvasObject{link("print", screen.BlankPaper)}
	if s.h.Session().Advising() {
		rows = append(rows, link("note", screen.FirmLetter))
	}
	column := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, s.w.T("save.others")), widget.Wrap(16, 6, rows...)}
	if !s.h.Session().Company.Sample {
		giving := "handover.own"
		if s.h.Session().Advising() {
			giving = "handover.this"
		}
		give := widget.NewButton(widget.Quiet, "export", s.w.T(giving), "", func() { s.h.Go(screen.Route{Page: screen.HandOver}) })
		share := widget.NewButton(widget.Quiet, "map", s.w.T("region.give"), "", func() { s.h.Go(screen.Route{Page: screen.Region, ID: screen.Contribute}) })
		column = append(column, widget.Divider(), widget.Wrap(16, 6, give, share))
	}
	return widget.Card(20, widget.Column(6, column...))
}
