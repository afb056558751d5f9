package editor

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/theme"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/draft"
	"nivel/assessments/figure"
)

// form shows one thing of the model to be changed.
type form struct {
	p        *page
	at       draft.Place
	controls map[string]fyne.Focusable
	column   *fyne.Container
	page     *widget.Page
	shown    shower
}

func newForm(p *page) *form {
	f := &form{p: p, column: widget.Column(14)}
	f.shown = show(&f.page)
	pad := screen.Padding(p.h.Class())
	f.page = widget.NewPage(widget.Pad(16, pad-6, 40, pad-6, f.column))
	f.fill(p.work.at)
	return f
}

func (f *form) content() fyne.CanvasObject { return f.page }

// narrow says whether fields stand one below the other.
func (f *form) narrow() bool { return f.p.h.Class() == screen.Single || theme.Scale() > 1.3 }

// fill shows a thing; the page scrolls up where it is another one.
func (f *form) fill(at draft.Place) {
	same := f.at.Same(at)
	f.at, f.controls = at, map[string]fyne.Focusable{}
	switch at.Thing {
	case draft.Levels:
		f.column.Objects = f.levels()
	case draft.Dimension:
		f.column.Objects = f.dimension(at.ID)
	case draft.Part:
		f.column.Objects = f.part(at.ID, at.Part)
	case draft.Question:
		f.column.Objects = f.question(at.ID)
	default:
		f.column.Objects = f.model()
	}
	f.page.Relayout()
	if !same {
		f.page.Scroll.ScrollToOffset(fyne.NewPos(0, 0))
	}
}

// focus puts the keyboard on a field, or on the one that it is part of, and shows it.
func (f *form) focus(key string) {
	if key == "" {
		return
	}
	for name := key; ; {
		if c, ok := f.controls[name]; ok {
			widget.Focus(c)
			if o, ok := c.(fyne.CanvasObject); ok {
				f.shown(o)
			}
			return
		}
		i := strings.LastIndexByte(name, '.')
		if i < 0 {
			break
		}
		name = name[:i]
	}
	names := make([]string, 0, len(f.controls))
	for name := range f.controls {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, prefix := range []string{key + ".", "name", "text", ""} {
		for _, name := range names {
			if strings.HasPrefix(name, prefix) {
				f.focus(name)
				return
			}
		}
	}
}

func (f *form) t(key string) string { return f.p.w.T("editor." + key) }

func (f *form) lang() string { return f.p.work.language }

func (f *form) words() assessments.ModelWords { return f.p.work.d.Pack.Words[f.lang()] }

// title is the heading of the form with the thing's own buttons.
func (f *form) title(text, id string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	rows := []fyne.CanvasObject{widget.NewText(widget.H2, figure.Ink, text)}
	if id != "" {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, f.p.w.T("editor.inner", "id", id)))
	}
	if len(buttons) > 0 {
		rows = append(rows, widget.Wrap(14, 2, buttons...))
	}
	return widget.Column(3, rows...)
}

// model is the form of the model itself.
func (f *form) model() []fyne.CanvasObject {
	d, lang := f.p.work.d, f.lang()
	m, w := &d.Pack.Model, f.words()
	texts := f.card("text", f.t("texts"), "",
		f.text("name", f.t("field.name"), 1, w.Name, func(v string) { d.Words(lang, func(w *assessments.ModelWords) { w.Name = v }) }),
		f.text("about", f.t("field.about"), 3, w.About, func(v string) { d.Words(lang, func(w *assessments.ModelWords) { w.About = v }) }))
	rules := []assessments.Combine{assessments.Mean, assessments.Minimum, assessments.Count, assessments.NoOverall}
	overall := f.choice("overall", f.rules(rules), slices.Index(rules, m.Overall), func(i int) { f.p.step("overall", func(d *draft.Draft) { d.Pack.Model.Overall = rules[i] }) })
	how := f.card("level", f.t("whole.score"), f.t("whole.score.text"), field(f.t("field.overall"), "", overall, nil),
		f.beside(f.whole("scale", f.t("field.top"), m.Scale.Top, 1, 1000, func(n int) { m.Scale.Top = n }),
			f.whole("decimals", f.t("field.decimals"), m.Scale.Decimals, 0, 3, func(n int) { m.Scale.Decimals = n })))
	version := f.card("doc", f.t("version"), f.t("version.text"),
		f.text("version", f.t("field.version"), 1, m.Version, func(v string) { m.Version = strings.TrimSpace(v) }))
	langs := ticks(f.shown, f.languageNames(), func(i int) bool { return slices.Contains(f.p.work.d.Languages, content.Languages[i]) }, func(i int, in bool) bool {
		next := draft.Toggle(f.p.work.d.Languages, content.Languages, content.Languages[i], in)
		if len(next) == 0 {
			f.p.banner(widget.ToneWarn, "info", f.t("languages.one"), f.t("languages.one.text"))
			return false
		}
		f.p.step("", func(d *draft.Draft) { d.SetLanguages(next) })
		return true
	})
	return []fyne.CanvasObject{f.title(f.t("tree.model"), m.ID), texts, how, version,
		f.card("globe", f.t("languages"), f.t("languages.text"), langs)}
}

func (f *form) languageNames() []string {
	var out []string
	for _, lang := range content.Languages {
		out = append(out, f.p.h.Session().In(lang).T("language.own"))
	}
	return out
}

// rules are the names of ways to combine.
func (f *form) rules(all []assessments.Combine) []string {
	var out []string
	for _, r := range all {
		out = append(out, f.p.w.T("editor.rule."+string(r)))
	}
	return out
}

// levels is the form of the model's levels.
func (f *form) levels() []fyne.CanvasObject {
	d, lang := f.p.work.d, f.lang()
	m := &d.Pack.Model
	own := widget.NewSegmented([]string{f.t("bands.whole"), f.t("bands.own")}, min(1, len(m.Bands)), func(i int) {
		f.p.step("bands", func(d *draft.Draft) { d.OwnBands(i == 1) })
	})
	f.controls["bands"] = own
	out := []fyne.CanvasObject{f.title(f.p.w.N("editor.tree.levels", m.Levels()), ""),
		f.card("level", f.t("bands"), f.t("bands.text"), widget.Wrap(0, 0, own))}
	for i, l := range f.words().Levels {
		key := "level." + strconv.Itoa(i)
		set := func(change func(l *assessments.LevelWords, v string)) func(string) {
			return func(v string) {
				d.Words(lang, func(w *assessments.ModelWords) { change(&w.Levels[i], v) })
			}
		}
		rows := []fyne.CanvasObject{
			f.text(key, f.t("field.name"), 1, l.Name, set(func(l *assessments.LevelWords, v string) { l.Name = v })),
			f.text(key+".sign", f.t("field.sign"), 2, l.Sign, set(func(l *assessments.LevelWords, v string) { l.Sign = v })),
			f.text(key+".life", f.t("field.life"), 3, l.Life, set(func(l *assessments.LevelWords, v string) { l.Life = v }))}
		if i < len(m.Bands) {
			rows = append(rows, f.number("value."+strconv.Itoa(i), f.p.w.T("editor.field.from", "top", m.Scale.Top), m.Bands[i], func(r *big.Rat) { m.Bands[i] = r }))
		}
		if m.Levels() > 2 {
			rows = append(rows, widget.Wrap(0, 0, f.quiet("trash", f.t("remove.level"), "level.0", func(d *draft.Draft) { d.RemoveLevel(i) })))
		}
		out = append(out, f.card("level", f.p.w.T("editor.level", "n", i), "", rows...))
	}
	add := f.quiet("plus", f.t("add.level"), "level."+strconv.Itoa(m.Levels()), func(d *draft.Draft) { d.AddLevel() })
	return append(out, widget.Wrap(0, 0, add))
}
