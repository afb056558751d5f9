// Package series is the Kickstart series of workshops: planned with firms that share what they lack,
// held meeting by meeting, closed with steps in the plans of the firms, and looked at again.
//
// The rule: everything typed is kept at once, as far as it can stand. What a room sees names nobody
// and shows no more than cohort.May lets through.
package series

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/series"
	"nivel/assessments/texts"
)

// The pages below a series, as the id of the route: "id/firm/company", "id/meeting/1", "id/dates" …;
// newPage stands alone.
const (
	newPage     = "new"
	firmPage    = "firm"
	meetingPage = "meeting"
	datesPage   = "dates"
	closePage   = "close"
	followPage  = "follow"
	wallPage    = "wall"
)

// Desk is what the pages of series keep while they are built anew or left.
type Desk struct {
	draft   *draft              // of a new series
	gaps    bool                // on the page of a series, what firms share is shown instead of the firms
	at      map[string]int      // the firm where the cursor stands, by series
	refused map[string][]string // what plans did not take when a series was closed, by series
}

// NewDesk makes an empty desk.
func NewDesk() *Desk { return &Desk{at: map[string]int{}, refused: map[string][]string{}} }

// New builds a page of series.
func New(h screen.Host, desk *Desk, id string) screen.Screen {
	b := base{h: h, w: h.Session().Words, desk: desk}
	if id == "" {
		return newList(b)
	}
	if id == newPage {
		return newPlanning(b)
	}
	parts := strings.Split(id, "/")
	one, err := h.Session().Series(parts[0])
	if err != nil {
		return &broken{b, err}
	}
	all, err := h.Session().SeriesFirms(one.Companies())
	if err != nil {
		return &broken{b, err}
	}
	p := page{base: b, s: one, firms: all}
	if len(parts) < 2 {
		return newOverview(p)
	}
	switch parts[1] {
	case firmPage:
		if len(parts) == 3 && one.Of(parts[2]) != nil && p.standing(parts[2]) != nil {
			return newFirm(p, parts[2])
		}
	case meetingPage:
		if n, err := strconv.Atoi(parts[len(parts)-1]); err == nil && n >= 1 && n <= series.Meetings {
			return newMeeting(p, n)
		}
	case datesPage:
		return newDates(p)
	case closePage:
		return newClosing(p)
	case followPage:
		return newFollow(p)
	case wallPage:
		return newWall(p)
	}
	return newOverview(p)
}

// base is what all pages of series have.
type base struct {
	h    screen.Host
	w    *texts.Words
	desk *Desk
}

// t is a sentence of these pages.
func (b *base) t(key string, pairs ...any) string { return b.w.T("series."+key, pairs...) }

// to goes to another page of series.
func (b *base) to(parts ...string) {
	b.h.Go(screen.Route{Page: screen.Series, ID: strings.Join(parts, "/")})
}

// back is the button that leads to another page of series.
func (b *base) back(text string, parts ...string) fyne.CanvasObject {
	return widget.Wrap(0, 0, widget.NewButton(widget.Quiet, "left", text, "", func() { b.to(parts...) }))
}

// body is a page's column; it scrolls with what the keyboard comes to.
func (b *base) body(objects ...fyne.CanvasObject) *widget.Page {
	column := widget.Column(16, objects...)
	page := screen.Body(b.h.Class(), column)
	screen.Follow(page, column)
	return page
}

// page is a page of one series.
type page struct {
	base
	s     *series.Series
	firms []*series.Standing
}

func (p *page) standing(company string) *series.Standing {
	for _, s := range p.firms {
		if s.Company.ID == company {
			return s
		}
	}
	return nil
}

// name is what a firm is called at the desk.
func (p *page) name(company string) string {
	if s := p.standing(company); s != nil && s.Company.Name != "" {
		return widget.Plain(s.Company.Name)
	}
	return p.t("noname")
}

// title is the series' name.
func (p *page) title() string { return p.t("title", "name", widget.Plain(p.s.Name)) }

// head is a page's head; that of samples carries their mark.
func (b *base) head(sample bool, title, text string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	if sample {
		buttons = append([]fyne.CanvasObject{widget.Chip(widget.ToneWarn, "info", b.w.T("sample.chip"))}, buttons...)
	}
	return screen.Head(b.h.Class(), title, text, buttons...)
}

// keep writes the series, or says why it cannot stand.
func (p *page) keep() error { return p.h.Session().PutSeries(p.s) }

// action is what an action of the library is called; empty where there is none.
func (p *page) action(id string) string {
	if id == "" {
		return ""
	}
	return screen.ActionTitle(p.h.Session(), id)
}

// idea is what an idea is called.
func (p *page) idea(x *series.Idea) string {
	if x.Text != "" {
		return widget.Plain(x.Text)
	}
	if x.Action != "" {
		return p.action(x.Action)
	}
	return p.t("idea.unnamed")
}

// dimension is what an area is called in short, with its icon.
func (p *page) dimension(id string) (icon, short string) { return dimension(p.w, p.firms, id) }

func dimension(w *texts.Words, firms []*series.Standing, id string) (icon, short string) {
	for _, s := range firms {
		if s.Pack != nil {
			if d, ok := s.Pack.Words[w.Language].Dimensions[id]; ok {
				return "area-" + id, d.Short
			}
		}
	}
	return "level", id
}

// dimensions are the areas of the firms' questionnaires, in their order.
func dimensions(firms []*series.Standing) []string {
	var out []string
	for _, s := range firms {
		if s.Pack == nil {
			continue
		}
		for _, d := range s.Pack.Model.Dimensions {
			if !slices.Contains(out, d.ID) {
				out = append(out, d.ID)
			}
		}
	}
	return out
}

// differences is how many answers of the two differ, or who is missing; many are marked.
func (p *page) differences(s *series.Standing) (icon, text string) {
	const many = 4
	switch {
	case s == nil || !s.Said[0] && !s.Said[1]:
		return "", p.t("missing.both")
	case !s.Whole():
		return "", p.t("missing.one")
	case len(s.Differences) >= many:
		return "alert", p.w.Int(len(s.Differences))
	}
	return "", p.w.Int(len(s.Differences))
}

// broken is shown where a series cannot be read.
type broken struct {
	base
	err error
}

// Key implements screen.Keyed.
func (s *broken) Key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.to()
		return true
	}
	return false
}

// Content implements screen.Screen.
func (s *broken) Content() fyne.CanvasObject {
	return s.body(s.back(s.t("back")), screen.Head(s.h.Class(), s.w.T("page.series"), ""), screen.Fault(s.w, s.err))
}

// line is a text behind an icon.
func line(icon string, style widget.Style, text string) fyne.CanvasObject {
	return widget.Label(icon, figure.Ink2, 18, 8, widget.NewText(style, figure.Ink, text))
}

// named is a fault with the field called as the page calls it, and days as one says them.
func (b *base) named(err error, field string) string {
	if f, ok := err.(*assessments.Fault); ok {
		g := assessments.NewFault(f.Code)
		for k, v := range f.Args {
			if _, err := time.Parse(time.DateOnly, v); err == nil {
				v = b.w.DateOf(v)
			}
			g.Args[k] = v
		}
		g.Args["field"] = field
		return widget.Plain(b.w.Fault(g))
	}
	return widget.Plain(b.w.Fault(err))
}
