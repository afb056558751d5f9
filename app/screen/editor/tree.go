package editor

import (
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/draft"
	"nivel/assessments/figure"
)

// tree lists the things of the model: itself, its levels, its dimensions with their parts and
// questions.
type tree struct {
	p      *page
	rows   *widget.Rows
	places []draft.Place
}

func newTree(p *page) *tree {
	t := &tree{p: p, rows: widget.NewRows(widget.RowsLines)}
	t.rows.OnChoose = t.choose
	t.rows.OnTurn = t.turn
	if x := p.work.at; x.Thing == draft.Dimension || x.Thing == draft.Part {
		p.work.open[x.ID] = true
	}
	t.fill()
	return t
}

func (t *tree) content() fyne.CanvasObject {
	add := widget.NewButton(widget.Quiet, "plus", t.p.t("add.area"), "", func() {
		t.p.step("name", func(d *draft.Draft) {
			id := d.AddDimension()
			t.p.work.at = draft.Place{Thing: draft.Dimension, ID: id}
			t.p.work.open[id] = true
		})
	})
	return widget.Column(8, t.rows, widget.Wrap(0, 0, add))
}

// choose goes to a thing; a dimension opens or closes as well.
func (t *tree) choose(i int) {
	at := t.places[i]
	if at.Thing == draft.Dimension {
		open := t.p.work.open
		open[at.ID] = !open[at.ID] || !t.p.work.at.Same(at)
	}
	t.p.goTo(at, false)
}

// turn opens or closes a dimension; → on another thing goes to its form.
func (t *tree) turn(i int, open bool) {
	if i >= len(t.places) {
		return
	}
	at := t.places[i]
	if at.Thing == draft.Dimension && t.p.work.open[at.ID] != open {
		t.p.work.open[at.ID] = open
		t.fill()
		t.rows.At = i
		t.p.treePage.Relayout()
		t.rows.Refresh()
		return
	}
	if open {
		t.p.goTo(at, true)
	}
}

// fill lists the model as it is.
func (t *tree) fill() {
	w, m := t.p.work, &t.p.work.d.Pack.Model
	words := w.d.Pack.Words[w.language]
	bad := map[draft.Place]bool{}
	for _, r := range w.remarks {
		if !r.Warning {
			bad[draft.Place{Thing: r.Place.Thing, ID: r.Place.ID, Part: r.Place.Part}] = true
		}
	}
	var all []fyne.CanvasObject
	t.places = nil
	chosen := -1
	add := func(at draft.Place, depth float32, icon, text, otherwise string, style widget.Style) {
		if w.at.Same(at) {
			chosen = len(all)
		}
		t.places = append(t.places, at)
		all = append(all, t.row(depth, icon, text, otherwise, style, bad[at]))
	}
	add(draft.Place{Thing: draft.Whole}, 0, "doc", t.p.t("tree.model"), "", widget.TightBold)
	add(draft.Place{Thing: draft.Levels}, 0, "level", t.p.w.N("editor.tree.levels", m.Levels()), "", widget.TightBold)
	for _, x := range m.Dimensions {
		icon := "chevron-right"
		if w.open[x.ID] {
			icon = "chevron-down"
		}
		add(draft.Place{Thing: draft.Dimension, ID: x.ID}, 0, icon, words.Dimensions[x.ID].Name, x.ID, widget.TightBold)
		if !w.open[x.ID] {
			if inside(bad, m, x.ID) {
				all[len(all)-1] = t.row(0, icon, words.Dimensions[x.ID].Name, x.ID, widget.TightBold, true)
			}
			continue
		}
		questions := func(part string) {
			for _, q := range m.Of(x.ID) {
				if q.Subdimension == part {
					depth := float32(18)
					if part != "" {
						depth = 30
					}
					text := words.Questions[q.ID].Text
					if !q.Asked() {
						text = words.Questions[q.SameAs].Text
					}
					add(draft.Place{Thing: draft.Question, ID: q.ID}, depth, "", strconv.Itoa(m.Number(q.ID))+". "+text, q.ID, widget.Small)
				}
			}
		}
		questions("")
		for _, s := range x.Subdimensions {
			add(draft.Place{Thing: draft.Part, ID: x.ID, Part: s.ID}, 18, "", words.Dimensions[x.ID].Subdimensions[s.ID].Name, s.ID, widget.SmallBold)
			questions(s.ID)
		}
	}
	t.rows.Chosen = chosen
	t.rows.Set(all, chosen)
	t.rows.Refresh()
}

// inside says whether something within a dimension is wrong.
func inside(bad map[draft.Place]bool, m *assessments.Model, dimension string) bool {
	for at := range bad {
		if at.Thing == draft.Part && at.ID == dimension {
			return true
		}
		if q := m.Question(at.ID); at.Thing == draft.Question && q != nil && q.Dimension == dimension {
			return true
		}
	}
	return false
}

// row is a line of the tree; what has no name yet shows its id.
func (t *tree) row(depth float32, icon, text, otherwise string, style widget.Style, bad bool) fyne.CanvasObject {
	if text == "" {
		text = otherwise
	}
	label := widget.NewText(style, figure.Ink, widget.Plain(short(text)))
	objects, shares := []fyne.CanvasObject{label}, []float32{-1}
	if icon != "" {
		objects, shares = append([]fyne.CanvasObject{widget.Icon(icon, figure.Ink2, 16)}, objects...), append([]float32{theme.Dp(16)}, shares...)
	}
	if bad {
		objects, shares = append(objects, widget.Icon("alert", figure.Err, 16)), append(shares, theme.Dp(16))
	}
	return widget.Pad(5, 8, 5, 8+theme.Dp(depth), widget.Centred(8, shares, objects...))
}
