package series

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/search"
	"nivel/assessments/series"
)

// draft is a series that is being planned, as typed.
type draft struct {
	name, place, host, start string
	chosen                   []string // companies
}

// lead is how many days there are by default from today to the first meeting.
const lead = 14

// planning is the page on which a series is begun.
type planning struct {
	base
	d      *draft
	main   *widget.Button
	first  *widget.Entry
	field  *widget.Entry   // for firms to add
	said   *fyne.Container // what keeps it from being made
	dates  *widget.Text
	wrong  *widget.Text // below the day
	firms  *fyne.Container
	found  *fyne.Container
	query  string
	all    []*series.Standing
	ready  bool
	frame  *widget.Page
	left   bool
	opened error
}

func newPlanning(b base) *planning {
	if b.desk.draft == nil {
		se := b.h.Session()
		b.desk.draft = &draft{start: se.Now().AddDate(0, 0, lead).Format("2006-01-02"), host: se.Setting(hostSetting)}
		b.desk.draft.start = b.w.TypedDay(b.desk.draft.start)
	}
	return &planning{base: b, d: b.desk.draft}
}

// hostSetting keeps who led the last series.
const hostSetting = "series-host"

// Start implements screen.Starter.
func (s *planning) Start() fyne.Focusable { return s.first }

// Primary implements screen.Primary.
func (s *planning) Primary() { s.make() }

// Leave implements screen.Leaver.
func (s *planning) Leave() { s.left = true }

// Key implements screen.Keyed.
func (s *planning) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.to()
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *planning) Content() fyne.CanvasObject {
	c := s.h.Class()
	s.main = widget.NewButton(widget.Next, "check", s.t("make"), "", s.make)
	s.said, s.firms, s.found = widget.Column(8), widget.Column(12), widget.Column(6)
	s.dates, s.wrong = widget.NewText(widget.Tight, figure.Ink2, ""), widget.NewText(widget.Small, figure.Err, "")
	field := func(key string, value *string, hint string, more ...fyne.CanvasObject) (fyne.CanvasObject, *widget.Entry) {
		e := widget.NewEntry(1, *value, func(v string) { *value = v; s.checkDay() })
		e.SetPlaceHolder(hint)
		return widget.Column(4, append([]fyne.CanvasObject{widget.NewText(widget.TightBold, figure.Ink, s.t(key)), e}, more...)...), e
	}
	name, first := field("field.name", &s.d.name, s.t("field.name.hint"))
	s.first = first
	day, _ := field("field.start", &s.d.start, s.w.TypedDay(s.h.Session().Today()), s.wrong)
	place, _ := field("field.place", &s.d.place, "")
	host, _ := field("field.host", &s.d.host, s.t("field.host.hint"))
	facts := widget.Card(22, widget.Column(14, screen.Beside(c, 14, 18, name, day), screen.Beside(c, 14, 18, place, host),
		widget.Label("calendar", figure.Ink2, 18, 8, s.dates)))
	s.frame = s.body(s.back(s.t("back")), screen.Head(c, s.t("new.title"), s.t("new.lead"), s.main), s.said, facts, s.firms)
	s.checkDay()
	s.firms.Objects = []fyne.CanvasObject{widget.NewText(widget.Body, figure.Ink2, s.t("reading"))}
	read := s.h.Session().SeriesCandidates()
	s.h.Background(func() { s.all, s.opened = read() }, func() {
		if s.left {
			return
		}
		s.ready = true
		s.show()
	})
	return s.frame
}

// checkDay says which days the meetings get, or what is wrong with the first.
func (s *planning) checkDay() {
	one, err := s.planned()
	wrong, dates := "", ""
	if err == nil {
		err = one.CheckDates(nil, s.h.Session().Today())
	}
	if err != nil {
		wrong = s.named(err, s.t("field.start"))
	} else {
		dates = s.t("dates.proposed", "a", s.w.DateOf(one.Meetings[0].Day), "b", s.w.DateOf(one.Meetings[1].Day), "c", s.w.DateOf(one.Meetings[2].Day))
	}
	if s.wrong.Text() != wrong || s.dates.Text() != dates {
		s.wrong.SetText(wrong)
		s.dates.SetText(dates)
		if s.frame != nil {
			s.frame.Relayout()
		}
	}
}

// planned is the series as it is typed, without firms.
func (s *planning) planned() (*series.Series, error) {
	start := strings.TrimSpace(s.d.start)
	if day, ok := s.w.ReadDay(start); ok {
		start = day
	}
	one, err := series.New(start)
	if err != nil {
		return nil, err
	}
	one.Name, one.Place, one.Host = strings.TrimSpace(s.d.name), strings.TrimSpace(s.d.place), strings.TrimSpace(s.d.host)
	return one, nil
}

// of is a firm among the candidates.
func (s *planning) of(id string) *series.Standing {
	at := slices.IndexFunc(s.all, func(x *series.Standing) bool { return x.Company.ID == id })
	if at < 0 {
		return nil
	}
	return s.all[at]
}

func (s *planning) name(x *series.Standing) string {
	if x.Company.Name == "" {
		return s.t("noname")
	}
	return widget.Plain(x.Company.Name)
}

// show fills in the firms: those that sit together now, others to add, and what is proposed.
func (s *planning) show() {
	if s.opened != nil {
		s.firms.Objects = []fyne.CanvasObject{screen.Fault(s.w, s.opened)}
		s.frame.Relayout()
		return
	}
	s.d.chosen = slices.DeleteFunc(s.d.chosen, func(id string) bool { return s.of(id) == nil })
	s.firms.Objects = nil
	if len(s.all) > 0 && s.all[0].Company.Sample {
		s.firms.Objects = append(s.firms.Objects, widget.Wrap(0, 0, widget.Chip(widget.ToneWarn, "info", s.w.T("sample.chip"))))
	}
	s.firms.Objects = append(s.firms.Objects, s.table())
	if len(s.d.chosen) == 0 {
		s.firms.Objects = append(s.firms.Objects, s.proposals()...)
	}
	screen.Follow(s.frame, s.firms)
	s.frame.Relayout()
}

// table is who sits at the table, with what they share.
func (s *planning) table() fyne.CanvasObject {
	var group []*series.Standing
	for _, id := range s.d.chosen {
		group = append(group, s.of(id))
	}
	rows := []fyne.CanvasObject{screen.CardHead("people", s.w.N("series.chosen", len(group)))}
	if len(group) == 0 {
		rows = append(rows, widget.NewText(widget.Tight, figure.Ink2, s.t("chosen.none")))
	}
	for _, r := range series.Rivals(series.Candidates(group)) {
		rows = append(rows, widget.Banner(widget.ToneWarn, "alert", s.t("rivals", "a", s.name(s.of(r.A)), "b", s.name(s.of(r.B))), s.t("rivals.text", "field", widget.Plain(r.Field))))
	}
	for i, x := range group {
		facts := s.facts(x)
		remove := widget.NewButton(widget.Quiet, "close", s.t("remove"), "", func() { s.take(x.Company.ID, false) })
		rows = append(rows, widget.Divider(), widget.Centred(12, []float32{-1, 0}, widget.Column(0, widget.NewText(widget.Strong, figure.Ink, s.w.Int(i+1)+". "+s.name(x)), widget.NewText(widget.Small, figure.Ink2, facts)), remove))
	}
	if len(group) > 1 {
		rows = append(rows, widget.Divider(), widget.NewText(widget.TightBold, figure.Ink, s.t("gaps")), widget.NewText(widget.Small, figure.Ink2, s.t("gaps.text")), matrix(s.w, group, numbers(s.w, len(group))))
	}
	s.field = widget.NewEntry(1, s.query, func(v string) { s.query = v; s.search(); s.frame.Relayout() })
	s.field.SetPlaceHolder(s.t("add.hint"))
	s.search()
	rows = append(rows, widget.Divider(), widget.NewText(widget.TightBold, figure.Ink, s.t("add")), s.field, s.found)
	return widget.Card(22, widget.Column(10, rows...))
}

// facts are place, size and what a firm lacks.
func (s *planning) facts(x *series.Standing) string {
	var parts []string
	if x.Company.Place != "" {
		parts = append(parts, widget.Plain(x.Company.Place))
	}
	if x.Company.People > 0 {
		parts = append(parts, s.w.N("profile.people.count", x.Company.People))
	}
	var gaps []string
	for _, g := range x.Gaps {
		_, short := dimension(s.w, s.all, g)
		gaps = append(gaps, short)
	}
	if len(gaps) > 0 {
		parts = append(parts, s.t("lacks", "what", strings.Join(gaps, ", ")))
	}
	return strings.Join(parts, " · ")
}

// mostFound is how many firms a search shows.
const mostFound = 6

// search shows the firms that were looked for and do not sit there yet.
func (s *planning) search() {
	s.found.Objects = nil
	query := strings.Join(search.Words(s.query), " ")
	if query == "" {
		return
	}
	for _, x := range s.all {
		if len(s.found.Objects) == mostFound {
			break
		}
		if slices.Contains(s.d.chosen, x.Company.ID) || !strings.Contains(strings.Join(search.Words(x.Company.Name+" "+x.Company.Place), " "), query) {
			continue
		}
		add := widget.NewButton(widget.Secondary, "plus", s.name(x), "", func() { s.query = ""; s.take(x.Company.ID, true) })
		s.found.Objects = append(s.found.Objects, widget.Wrap(10, 4, add, widget.NewText(widget.Small, figure.Ink2, s.facts(x))))
	}
	if len(s.found.Objects) == 0 {
		s.found.Objects = []fyne.CanvasObject{widget.NewText(widget.Tight, figure.Ink2, s.t("add.none"))}
	}
}

// take puts a firm at the table, or takes it away.
func (s *planning) take(id string, in bool) {
	s.d.chosen = slices.DeleteFunc(slices.Clone(s.d.chosen), func(x string) bool { return x == id })
	if in {
		s.d.chosen = append(s.d.chosen, id)
	}
	s.show()
	if in {
		widget.Focus(s.field) // for the next one
		return
	}
	widget.Focus(s.main)
}

// proposals are groups of firms that could sit together, with why.
func (s *planning) proposals() []fyne.CanvasObject {
	out := []fyne.CanvasObject{widget.Column(2, widget.NewText(widget.H2, figure.Ink, s.t("proposals")), widget.NewText(widget.Tight, figure.Ink2, s.t("proposals.text")))}
	all := series.Propose(series.Candidates(s.all))
	if len(all) == 0 {
		return append(out, widget.Card(18, widget.NewText(widget.Body, figure.Ink, s.t("proposals.none", "n", series.Fewest))))
	}
	for i, p := range all {
		var names []string
		var group []*series.Standing
		for _, id := range p.Firms {
			group = append(group, s.of(id))
			names = append(names, s.name(s.of(id)))
		}
		use := widget.NewButton(widget.Secondary, "check", s.t("proposal.use", "n", i+1), "", func() {
			s.d.chosen = slices.Clone(p.Firms)
			s.show()
			widget.Focus(s.main)
		})
		var chips []fyne.CanvasObject
		for _, g := range p.Shared {
			icon, short := dimension(s.w, s.all, g.Dimension)
			chips = append(chips, widget.Chip(widget.ToneBlue, icon, s.t("proposal.gap", "what", short, "n", len(g.Firms), "all", len(group))))
		}
		head := widget.NewText(widget.H3, figure.Ink, s.t("proposal", "n", i+1, "firms", s.w.N("series.count", len(group))))
		out = append(out, widget.Card(20, widget.Column(10, head, widget.NewText(widget.Tight, figure.Ink, strings.Join(names, " · ")), widget.Wrap(8, 6, chips...), widget.Wrap(0, 0, use))))
	}
	return out
}

// make begins the series, or says what is missing.
func (s *planning) make() {
	se := s.h.Session()
	one, err := s.planned()
	if err == nil {
		err = one.CheckDates(nil, se.Today())
	}
	if err == nil && one.Name == "" {
		err = assessments.NewFault("series-name")
	}
	if err == nil && len(s.d.chosen) < series.LeastFirms {
		err = assessments.NewFault("series-few", "least", series.LeastFirms)
	}
	if err == nil {
		for _, id := range s.d.chosen {
			x := s.of(id)
			if x == nil { // the firms are still being read
				continue
			}
			one.Firms, one.Sample = append(one.Firms, series.NewFirm(&x.Company)), x.Company.Sample
		}
		err = se.PutSeries(one)
	}
	if err != nil {
		s.said.Objects = []fyne.CanvasObject{widget.Banner(widget.ToneWarn, "alert", s.t("make.refused"), s.named(err, s.t("field.start")))}
		s.frame.Relayout()
		s.frame.Scroll.ScrollToTop()
		return
	}
	se.PutSetting(hostSetting, one.Host)
	s.desk.draft = nil
	s.to(one.ID)
}
