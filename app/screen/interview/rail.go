package interview

import (
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments/figure"
	"nivel/assessments/report"
	"nivel/assessments/scoring"
)

// rail shows the six areas with their progress and leads to each of them.
type rail struct {
	h      screen.Host
	id     string
	page   *widget.Page
	update []func(*scoring.Result)
}

func newRail(h screen.Host, id string) *rail { return &rail{h: h, id: id} }

func (r *rail) content() fyne.CanvasObject {
	w := r.h.Session().Words
	single := r.h.Class() == screen.Single
	leave := widget.NewButton(widget.Quiet, "left", w.T("interview.leave"), "", func() { r.h.Go(screen.Route{Page: screen.Home}) })
	if single {
		return r.strip(leave)
	}
	column := []fyne.CanvasObject{widget.Wrap(0, 0, leave), widget.Pad(0, 8, 6, 6, widget.NewText(widget.Small, figure.Ink2, w.T("interview.autosave")))}
	result := r.h.Session().Result()
	for i := range result.Dimensions {
		column = append(column, r.area(i, &result.Dimensions[i]))
	}
	if x := r.h.Session().Pack.Model.Index; x != nil {
		kind := widget.Nav
		if r.id == screen.IndexPage {
			kind = widget.NavHere
		}
		b := widget.NewButton(kind, "map", w.T("interview.index.short"), "", func() { r.h.Go(screen.Route{Page: screen.Interview, ID: screen.IndexPage}) })
		column = append(column, b)
	}
	column = append(column, widget.Filler())
	if name := r.h.Session().Company.Contact; name != "" {
		column = append(column, widget.Pad(0, 0, 0, 8, widget.Label("person", figure.Ink2, 18, 8, widget.NewText(widget.Tight, figure.Ink, w.T("interview.who", "name", widget.Plain(name))))))
	}
	column = append(column, widget.Wrap(0, 0, screen.RespondentButton(r.h)))
	if r.h.Session().Company.Sample {
		column = append(column, widget.Pad(0, 0, 0, 8, widget.Wrap(0, 0, widget.Chip(widget.ToneWarn, "info", w.T("sample.chip")))))
	}
	side := float32(12)
	if r.h.Class() == screen.Compact {
		side = 8
	}
	r.page = widget.NewPage(widget.Pad(18, side, 12, side, widget.Column(6, column...)))
	return r.page
}

// strip is the rail where there is no room for one: area and progress in a line.
func (r *rail) strip(leave fyne.CanvasObject) fyne.CanvasObject {
	se := r.h.Session()
	w := se.Words
	name := w.T("interview.index.short")
	if q := se.Pack.Model.Question(r.id); q != nil && q.Dimension != "" {
		name = se.Pack.Words[w.Language].Dimensions[q.Dimension].Name
	}
	answered, total := progress(r.h)
	count := func(answered, total int) string {
		return report.Join(" · ", strconv.Itoa(answered)+"/"+strconv.Itoa(total), toConfirm(r.h, ""))
	}
	progressText := widget.NewText(widget.Strong, figure.Ink, count(answered, total))
	r.update = append(r.update, func(*scoring.Result) { progressText.SetText(count(progress(r.h))) })
	objects, shares := []fyne.CanvasObject{leave, widget.NewText(widget.Strong, figure.Ink, name)}, []float32{0, -1}
	if se.Company.Sample {
		objects, shares = append(objects, widget.Chip(widget.ToneWarn, "info", w.T("sample.chip"))), append(shares, 0)
	}
	return widget.Pad(4, 16, 4, 8, widget.Centred(10, append(shares, 0), append(objects, progressText)...))
}

func progress(h screen.Host) (answered, total int) {
	result := h.Session().Result()
	for i := range result.Dimensions {
		answered += done(h.Session(), &result.Dimensions[i])
		total += len(result.Dimensions[i].Questions)
	}
	return answered, total
}

func (r *rail) area(i int, d *scoring.Dimension) fyne.CanvasObject {
	se := r.h.Session()
	words := se.Pack.Words[se.Words.Language].Dimensions[d.ID]
	name, first := words.Name, d.Questions[0].ID
	if r.h.Class() != screen.Wide {
		name = words.Short
	}
	q := se.Pack.Model.Question(r.id)
	here := q != nil && q.Dimension == d.ID
	row := newArea(se.Pack.Model.Dimensions[i].Icon, name, here, func() { r.h.Go(screen.Route{Page: screen.Interview, ID: first}) })
	show := func(d *scoring.Dimension) {
		current := -1
		for k, x := range d.Questions {
			if x.ID == r.id {
				current = k
			}
		}
		if row.show(done(se, d), len(d.Questions), current, toConfirm(r.h, d.ID)) && r.page != nil {
			r.page.Relayout()
		}
	}
	show(d)
	id := d.ID
	r.update = append(r.update, func(result *scoring.Result) { show(result.Dimension(id)) })
	return row.Container
}

func (r *rail) refresh() {
	result := r.h.Session().Result()
	for _, update := range r.update {
		update(result)
	}
}

// areaRow is one area: a button and its ruler.
type areaRow struct {
	*fyne.Container
	button *widget.Button
	ruler  *widget.Drawing
	text   *widget.Text // what is to be confirmed, below the ruler
	below  *fyne.Container
	o      figure.RulerOptions
}

func newArea(icon, name string, here bool, tapped func()) *areaRow {
	kind := widget.Nav
	if here {
		kind = widget.NavHere
	}
	a := &areaRow{button: widget.NewButton(kind, icon, name, "", tapped)}
	a.button.Height = 40
	a.ruler = widget.NewDrawing(0, theme.Dp(11), name, func(w, h float64) figure.Drawing {
		a.o.W, a.o.H = w, h
		return figure.Ruler(a.o)
	})
	a.text = widget.NewText(widget.Axis, figure.Ink2, "")
	a.below = widget.Column(0, widget.Label("clock", figure.Warn, 14, 5, a.text))
	a.Container = widget.Column(2, a.button, widget.Pad(0, 6, 6, 12+theme.Dp(20)+10, widget.Column(3, a.ruler, a.below)))
	return a
}

// show says how far the area is; true where its height has changed.
func (a *areaRow) show(done, total, current int, confirm string) bool {
	changed := a.below.Hidden != (confirm == "")
	a.below.Hidden = confirm == ""
	a.text.SetText(confirm)
	a.o.Done, a.o.Total, a.o.Current = done, total, current
	a.button.Note = strconv.Itoa(done) + "/" + strconv.Itoa(total)
	a.button.Refresh()
	a.ruler.Refresh()
	return changed
}
