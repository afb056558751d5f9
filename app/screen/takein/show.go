package takein

import (
	"errors"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/dossier"
	"nivel/assessments/figure"
	"nivel/assessments/sqlite"
)

// show says what is inside and what would change, or what has changed.
func (s *Screen) show() {
	d := s.desk
	s.bring, s.first = nil, nil
	s.found.Objects = nil
	add := func(o ...fyne.CanvasObject) { s.found.Objects = append(s.found.Objects, o...) }
	switch {
	case d.done != nil:
		add(s.result(d.done)...)
		return
	case d.err != nil:
		add(widget.Banner(widget.ToneErr, "alert", s.t("failed"), s.w.Fault(d.err)))
		return
	case len(d.coming) == 0:
		return
	}
	if d.failed != nil {
		add(widget.Banner(widget.ToneErr, "alert", s.t("failed"), s.w.Fault(d.failed)))
	}
	var differing []firmItem
	news := false
	for i := range d.coming {
		c := &d.coming[i]
		news = news || d.news(c)
		add(s.firm(c))
		for _, x := range differ(c) {
			differing = append(differing, firmItem{c, x})
		}
	}
	if len(differing) > 0 {
		add(s.rules(len(differing)))
	}
	shown := min(len(differing), d.shown)
	for _, x := range differing[:shown] {
		add(s.difference(x))
	}
	if left := len(differing) - shown; left > 0 {
		more := widget.NewButton(widget.Secondary, "", s.w.N("takein.more", left), "chevron-down", func() {
			d.shown += drawn
			s.show()
			s.page.Relayout()
		})
		add(widget.Wrap(0, 0, more))
	}
	if !news && len(differing) == 0 {
		add(widget.Banner(widget.ToneBlue, "check-circle", s.t("nothing"), s.t("nothing.text")))
		return
	}
	s.bring = widget.NewButton(widget.Next, "import", s.t("bring"), "", s.take)
	s.bring.Height = 44
	add(widget.Card(24, widget.Column(12, widget.NewText(widget.Body, figure.Ink, s.t("bring.text")), widget.Wrap(0, 0, s.bring))))
}

// firmItem is a thing of a firm.
type firmItem struct {
	coming *dossier.Coming
	item   *dossier.Item
}

// firm is what comes of one firm, beside what is here.
func (s *Screen) firm(c *dossier.Coming) fyne.CanvasObject {
	inside := screen.ContentsOf(&c.Theirs)
	chip := widget.Chip(widget.ToneOutline, "check", s.t("known"))
	if c.New() {
		chip = widget.Chip(widget.ToneBlue, "plus", s.t("new"))
	}
	name := widget.NewText(widget.H3, figure.Ink, screen.FirmName(s.w, &c.Theirs.Company))
	head := fyne.CanvasObject(widget.Row(12, []float32{-1, 0}, name, chip))
	if s.h.Class() == screen.Single {
		head = widget.Column(6, name, widget.Wrap(0, 0, chip))
	}
	rows := []fyne.CanvasObject{head, widget.NewText(widget.Tight, figure.Ink2, inside.Text(s.w))}
	if c.New() {
		return widget.Card(20, widget.Column(10, append(rows, widget.NewText(widget.Body, figure.Ink, s.t("new.text")))...))
	}
	var lines [][]string
	states := []dossier.State{dossier.Ahead, dossier.Same, dossier.Different, dossier.Behind}
	for _, p := range dossier.Parts {
		line, any := []string{s.w.T("cli.bring.part." + string(p))}, false
		for _, state := range states {
			n := c.Comparison.Count(p, state)
			any = any || n > 0
			line = append(line, s.w.Int(n))
		}
		if any {
			lines = append(lines, line)
		}
	}
	head2 := []string{s.t("part")}
	for _, state := range states {
		head2 = append(head2, s.t("state."+string(state)))
	}
	if s.h.Class() == screen.Single {
		for _, line := range lines {
			var counts []string
			for i, state := range states {
				if line[i+1] != "0" {
					counts = append(counts, s.t("state."+string(state))+": "+line[i+1])
				}
			}
			rows = append(rows, widget.Column(2, widget.NewText(widget.TightBold, figure.Ink, line[0]), widget.NewText(widget.Tight, figure.Ink2, strings.Join(counts, " · "))))
		}
	} else {
		rows = append(rows, widget.Table(head2, lines, []bool{false, true, true, true, true}, []float32{-2, -1, -1, -1, -1}))
	}
	return widget.Card(20, widget.Column(10, rows...))
}

// rules decide all differences at once.
func (s *Screen) rules(n int) fyne.CanvasObject {
	var names []string
	at := 0
	text := widget.NewText(widget.Small, figure.Ink2, s.t("rule."+string(s.desk.rule)+".text"))
	for i, r := range dossier.Rules {
		names = append(names, s.t("rule."+string(r)))
		if r == s.desk.rule {
			at = i
		}
	}
	choice := widget.NewSegmented(names, at, nil)
	choice.OnChanged = func(i int) {
		s.desk.rule = dossier.Rules[i]
		s.desk.chosen = map[string]map[dossier.Key]dossier.Side{}
		s.show()
		s.page.Relayout()
		widget.Focus(s.first)
	}
	s.first = choice
	return widget.Card(20, widget.Column(8, screen.CardHead("compare", s.w.N("takein.differ", n)), widget.NewText(widget.Body, figure.Ink, s.t("rule")), widget.Wrap(0, 0, choice), text))
}

// difference is one thing with what each side has, and the choice between them.
func (s *Screen) difference(f firmItem) fyne.CanvasObject {
	x, id := f.item, f.coming.Theirs.Company.ID
	title, lines := s.compared(f)
	mine, theirs := s.side("here", x.MineAt), s.side("there", x.TheirsAt)
	rows := []fyne.CanvasObject{widget.NewText(widget.H3, figure.Ink, title)}
	if len(s.desk.coming) > 1 {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, screen.FirmName(s.w, &f.coming.Theirs.Company)))
	}
	if s.h.Class() == screen.Single {
		for _, side := range []int{0, 1} {
			rows = append(rows, widget.NewText(widget.SmallBold, figure.Ink, []string{mine, theirs}[side]))
			for _, l := range lines {
				rows = append(rows, widget.NewText(widget.Tight, figure.Ink, l.name+": "+[]string{l.mine, l.theirs}[side]))
			}
		}
	} else {
		var table [][]string
		for _, l := range lines {
			table = append(table, []string{l.name, l.mine, l.theirs})
		}
		rows = append(rows, widget.Table([]string{"", mine, theirs}, table, nil, []float32{-1, -2, -2}))
	}
	at := 0
	if s.desk.side(id, x) == dossier.Theirs {
		at = 1
	}
	choice := widget.NewSegmented([]string{s.t("choose.mine"), s.t("choose.theirs")}, at, func(i int) {
		s.desk.choose(id, x.Key, []dossier.Side{dossier.Mine, dossier.Theirs}[i])
	})
	rows = append(rows, widget.Wrap(0, 0, choice))
	return widget.Card(18, widget.Column(10, rows...))
}

// take brings in what was chosen.
func (s *Screen) take() {
	d := s.desk
	if d.busy || s.bring == nil {
		return
	}
	all := d.dossiers()
	take, err := s.h.Session().TakeIn(all, d.choices)
	if err != nil {
		d.failed = err
		s.settle()
		return
	}
	d.busy, d.failed = true, nil
	s.bring.SetDisabled(true)
	s.wait(s.t("bringing"), s.t("bringing.text"))
	var taken session.Taken
	s.h.Background(func() { taken, err = take() }, func() {
		d.busy = false
		if err == nil {
			d.done, d.files, d.coming = &taken, nil, nil
			err = s.h.Session().Refresh()
		}
		if isOthers(err) {
			err = assessments.NewFault("dossier-others")
		}
		d.failed = err
		if d.now.left || d.done != nil {
			s.h.Reload() // what the page beside it and the sidebar say may have changed
			return
		}
		d.now.settle()
	})
}

// result says what has changed and where the copy of what was before is.
func (s *Screen) result(t *session.Taken) []fyne.CanvasObject {
	if t.Changed == 0 {
		return []fyne.CanvasObject{widget.Banner(widget.ToneBlue, "check-circle", s.t("nothing"), s.t("nothing.text"))}
	}
	out := []fyne.CanvasObject{widget.Banner(widget.ToneBlue, "check-circle", s.w.N("takein.done", t.Changed), s.t("done.copy", "path", t.Backup))}
	for i := range t.Firms {
		f := &t.Firms[i]
		var parts []string
		for _, p := range dossier.Parts {
			if n := f.Changes.Count(p, dossier.Ahead) + f.Changes.Count(p, dossier.Different); n > 0 {
				parts = append(parts, s.w.T("cli.bring.part", "part", s.w.T("cli.bring.part."+string(p)), "n", strconv.Itoa(n)))
			}
		}
		open := widget.NewButton(widget.Secondary, "", s.t("open"), "right", func() {
			if err := s.h.Session().OpenCompany(f.Company.ID); err != nil {
				screen.Trouble(s.h, err)
				return
			}
			s.h.Go(screen.Route{Page: screen.Home})
		})
		out = append(out, widget.Card(20, widget.Column(8, widget.NewText(widget.H3, figure.Ink, screen.FirmName(s.w, &f.Company)),
			widget.NewText(widget.Tight, figure.Ink2, strings.Join(parts, " · ")), widget.Wrap(0, 0, open))))
	}
	if d := s.desk; d.failed != nil {
		out = append(out, screen.Fault(s.w, d.failed))
	}
	return out
}

func isOthers(err error) bool { return errors.Is(err, sqlite.ErrNotFound) }
