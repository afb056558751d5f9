package plan

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	words "nivel/assessments/texts"
)

// form is the page on which one item is changed. What is typed is kept when the page is left, in the
// plan where it can stand and on the desk where it cannot yet.
type form struct {
	h      screen.Host
	w      *words.Words
	desk   *Desk
	item   assessments.PlanItem // as it is kept
	phase  assessments.Phase
	status assessments.Status
	typed  texts
	wrong  map[string]*widget.Text
	page   *widget.Page
	first  *widget.Entry
	hurdle fyne.CanvasObject // shown while the item is stuck
	gone   bool              // removed or given up: nothing is kept on leaving
}

// The fields, as PlanItem.Check names them.
var fields = []struct {
	name  string
	lines int
}{{"owner", 1}, {"start", 1}, {"due", 1}, {"planned", 1}, {"spent", 1}, {"funding", 1}, {"sign", 2}, {"note", 4}, {"hurdle", 1}}

func newForm(h screen.Host, desk *Desk, item assessments.PlanItem) *form {
	f := &form{h: h, w: h.Session().Words, desk: desk, item: item, phase: item.Phase, status: item.Status, wrong: map[string]*widget.Text{}}
	f.typed = f.kept()
	if draft, ok := desk.drafts[item.ID]; ok {
		f.typed = maps.Clone(draft)
		f.phase, f.status = assessments.Phase(draft["phase"]), assessments.Status(draft["status"])
	}
	return f
}

// kept are the texts of the item as it is kept.
func (f *form) kept() texts {
	p := &f.item
	return texts{"owner": p.Owner, "start": f.w.TypedDay(p.Start), "due": f.w.TypedDay(p.Due), "planned": f.amount(p.CostPlanned), "spent": f.amount(p.CostSpent),
		"funding": p.Funding, "sign": p.Sign, "note": p.Note, "hurdle": p.Hurdle, "phase": string(p.Phase), "status": string(p.Status)}
}

// Start implements screen.Starter.
func (f *form) Start() fyne.Focusable { return f.first }

// Keep implements screen.Keeper.
func (f *form) Keep() { f.save() }

// Key implements screen.Keyed.
func (f *form) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		f.back()
		return true
	}
	return false
}

// Primary implements screen.Primary.
func (f *form) Primary() { f.save() }

// Leave implements screen.Leaver: nothing typed is lost.
func (f *form) Leave() {
	if f.gone {
		return
	}
	if f.put() != nil {
		draft := maps.Clone(f.typed)
		draft["phase"], draft["status"] = string(f.phase), string(f.status)
		f.desk.drafts[f.item.ID] = draft
	}
}

func (f *form) back() {
	f.desk.focus = f.item.ID
	f.h.Go(screen.Route{Page: screen.Plan})
}

func (f *form) save() {
	if err := f.put(); err != nil {
		f.check()
		return
	}
	f.back()
}

// put keeps what is typed, or says what hinders it.
func (f *form) put() error {
	p, err := f.read()
	if err != nil {
		return err
	}
	se := f.h.Session()
	if err := f.past(p); err != nil {
		return err
	}
	if err := p.Check(se.Today()); err != nil {
		return err
	}
	if err := f.moves(p); err != nil {
		return err
	}
	delete(f.desk.drafts, p.ID)
	if p == f.item {
		return nil
	}
	if err := se.PutItem(p); err != nil {
		return err
	}
	f.item = p
	return nil
}

// moves says whether the item may stand in the phase that is chosen.
func (f *form) moves(p assessments.PlanItem) error {
	if p.Phase == f.item.Phase {
		return nil
	}
	se := f.h.Session()
	items := se.Plan()
	for i := range items {
		if items[i].ID == p.ID {
			items[i].Status = p.Status
		}
	}
	_, err := se.Basis().Move(items, p.ID, p.Phase)
	return err
}

// past refuses a day before today that was not there before: a kept one may be overdue.
func (f *form) past(p assessments.PlanItem) error {
	fresh := assessments.PlanItem{Phase: p.Phase, Status: p.Status}
	if p.Start != f.item.Start {
		fresh.Start = p.Start
	}
	if p.Due != f.item.Due {
		fresh.Due = p.Due
	}
	return fresh.Check(f.h.Session().Today())
}

// fieldFault is one that belongs to a field.
func fieldFault(err error) (field string) {
	var fault *assessments.Fault
	if errors.As(err, &fault) {
		return fault.Args["field"]
	}
	return ""
}

// read makes the item of what is typed; the error is the first field that is none.
func (f *form) read() (assessments.PlanItem, error) {
	p := f.item
	p.Phase, p.Status = f.phase, f.status
	t := func(name string) string { return strings.TrimSpace(f.typed[name]) }
	p.Owner, p.Funding, p.Sign, p.Note, p.Hurdle = t("owner"), t("funding"), t("sign"), t("note"), t("hurdle")
	p.Start, p.Due = f.day(t("start")), f.day(t("due"))
	var err error
	for _, m := range []struct {
		name string
		into *int
	}{{"planned", &p.CostPlanned}, {"spent", &p.CostSpent}} {
		n, ok := f.w.ReadAmount(t(m.name))
		if !ok {
			err = errors.Join(err, assessments.NewFault("plan-money-form", "field", m.name, "value", brief(t(m.name))))
			continue
		}
		*m.into = n
	}
	return p, err
}

// faults are what is wrong, by field; the phase and all else that has no field stands under "".
func (f *form) faults() map[string]string {
	out := map[string]string{}
	say := func(field string, err error) {
		if _, there := out[field]; !there && err != nil {
			out[field] = screen.PlanFault(f.h.Session(), err)
		}
	}
	p, err := f.read()
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			say(fieldFault(e), e)
		}
	}
	today := f.h.Session().Today()
	alone := func(change func(*assessments.PlanItem)) {
		q := assessments.PlanItem{Phase: assessments.PhaseFirst, Status: assessments.StatusTodo, At: f.item.At}
		change(&q)
		if err := q.Check(today); err != nil {
			say(fieldFault(err), err)
		}
	}
	alone(func(q *assessments.PlanItem) { q.Owner = p.Owner })
	alone(func(q *assessments.PlanItem) { q.Start = p.Start })
	alone(func(q *assessments.PlanItem) { q.Due = p.Due })
	alone(func(q *assessments.PlanItem) { q.Start, q.Due = p.Start, p.Due })
	alone(func(q *assessments.PlanItem) { q.CostPlanned = p.CostPlanned })
	alone(func(q *assessments.PlanItem) { q.CostSpent = p.CostSpent })
	alone(func(q *assessments.PlanItem) { q.Funding = p.Funding })
	alone(func(q *assessments.PlanItem) { q.Sign = p.Sign })
	alone(func(q *assessments.PlanItem) { q.Note = p.Note })
	alone(func(q *assessments.PlanItem) { q.Hurdle = p.Hurdle })
	if err := f.past(p); err != nil {
		say(fieldFault(err), err)
	}
	if err := f.moves(p); err != nil {
		say("phase", err)
	}
	if other, taken := f.h.Session().Planned(p.Action); taken && other.ID != p.ID && p.Live() {
		say("status", assessments.NewFault("plan-twice", "action", p.Action))
	}
	return out
}

// check says at each field what is wrong in it.
func (f *form) check() {
	faults := f.faults()
	changed := false
	for name, text := range f.wrong {
		if text.Text() != faults[name] {
			text.SetText(widget.Plain(faults[name]))
			changed = true
		}
	}
	if changed && f.page != nil {
		f.page.Relayout()
	}
}

// Content implements screen.Screen.
func (f *form) Content() fyne.CanvasObject {
	c, w, se := f.h.Class(), f.w, f.h.Session()
	save := widget.NewButton(widget.Next, "check", w.T("plan.save"), "", f.save)
	action := se.Complete().ActionWords[w.Language][f.item.Action]
	var phases, statuses []string
	for _, p := range assessments.Phases {
		phases = append(phases, w.T("plan.phase.short."+string(p)))
	}
	for _, x := range assessments.Statuses {
		statuses = append(statuses, w.T("plan.status."+string(x)))
	}
	status := widget.NewSegmented(statuses, slices.Index(assessments.Statuses, f.status), func(i int) {
		f.status = assessments.Statuses[i]
		f.held()
		f.check()
	})
	phase := widget.NewSegmented(phases, slices.Index(assessments.Phases, f.phase), func(i int) { f.phase = assessments.Phases[i]; f.check() })
	choices := []fyne.CanvasObject{f.field("status", widget.Wrap(0, 0, status)), f.field("phase", widget.Wrap(0, 0, phase))}
	f.hurdle = widget.Column(0)
	f.held()
	rows := append(choices, f.hurdle, f.entry(0), f.pair(f.entry(1), f.entry(2)), f.pair(f.entry(3), f.entry(4)), f.entry(5), f.entry(6))
	if action.Success != "" && f.typed["sign"] == "" {
		rows = append(rows, widget.NewText(widget.Small, figure.Ink2, w.T("plan.sign.hint", "text", action.Success)))
	}
	rows = append(rows, f.entry(7))
	back := widget.NewButton(widget.Quiet, "left", w.T("plan.back"), "", f.back)
	remove := widget.NewButton(widget.Quiet, "trash", w.T("plan.form.remove"), "", f.remove)
	rows = append(rows, widget.Divider(), widget.Wrap(12, 8, remove))
	about := []fyne.CanvasObject{}
	if action.First != "" {
		about = append(about, widget.Tinted(figure.PencilSoft, 10, 12, widget.Column(5,
			widget.Label("step", figure.Pencil, 18, 8, widget.NewText(widget.SmallBold, figure.Pencil, w.T("steps.first"))),
			widget.NewText(widget.Body, figure.Ink, action.First))))
	}
	column := []fyne.CanvasObject{widget.Wrap(0, 0, back), screen.Head(c, screen.ActionTitle(se, f.item.Action), w.T("plan.form.lead"), save)}
	column = append(append(column, about...), widget.Card(22, widget.Column(14, rows...)))
	f.page = screen.Body(c, column...)
	f.check()
	return f.page
}

// held asks what holds the item up, as long as something does.
func (f *form) held() {
	box := f.hurdle.(*fyne.Container)
	box.Objects = nil
	if f.status == assessments.StatusStuck {
		box.Objects = []fyne.CanvasObject{f.entry(8)}
	}
	if f.page != nil {
		f.page.Relayout()
	}
}

func (f *form) pair(a, b fyne.CanvasObject) fyne.CanvasObject {
	return screen.Beside(f.h.Class(), 14, 18, a, b)
}

func (f *form) field(name string, input fyne.CanvasObject) fyne.CanvasObject {
	f.wrong[name] = widget.NewText(widget.Small, figure.Err, "")
	return widget.Column(4, widget.NewText(widget.TightBold, figure.Ink, f.w.T("plan.field."+name)), input, f.wrong[name])
}

func (f *form) entry(i int) fyne.CanvasObject {
	x := fields[i]
	e := widget.NewEntry(x.lines, f.typed[x.name], func(v string) {
		f.typed[x.name] = v
		f.check()
	})
	if x.name == "start" || x.name == "due" {
		e.SetPlaceHolder(f.w.TypedDay(f.h.Session().Today()))
	}
	if x.lines == 1 {
		e.OnSubmitted = func(string) { f.save() }
	}
	if f.first == nil && x.name != "hurdle" {
		f.first = e
	}
	return f.field(x.name, e)
}

func (f *form) remove() {
	f.gone = true
	delete(f.desk.drafts, f.item.ID)
	se := f.h.Session()
	se.RemoveItem(f.item.ID)
	f.desk.notice = &notice{widget.ToneBlue, "trash", f.w.T("plan.removed"), f.w.T("plan.removed.text", "action", screen.ActionTitle(se, f.item.Action))}
	f.h.Go(screen.Route{Page: screen.Plan})
}
