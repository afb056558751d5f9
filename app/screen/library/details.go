package library

import (
	"math/big"
	"strconv"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/figure"
	"nivel/assessments/report"
	"nivel/assessments/search"
)

// technology is what it is, when it pays and who knows it.
func (e *Entry) technology(t *assessments.Technology) (left, right []fyne.CanvasObject) {
	w := e.lib.TechnologyWords[e.w.Language][t.ID]
	left = chips(widget.Card(24, widget.Column(16, chips(e.part("info", "library.what", w.What), e.part("coins", "library.pays", w.Pays),
		e.part("check-circle", "library.before", w.Before), e.part("book", "library.example", w.Example), e.part("alert", "library.care", w.Care))...)))
	var where []fyne.CanvasObject
	level := ""
	for _, id := range t.Questions {
		text, pack := question(e.lib, e.w.Language, id)
		if pack == nil {
			continue
		}
		if words := pack.Words[e.w.Language].Levels; level == "" && t.From < len(words) {
			level = words[t.From].Name
		}
		where = append(where, widget.Label("question", figure.Ink2, 18, 8, widget.NewText(widget.Tight, figure.Ink, text)))
	}
	if len(where) > 0 {
		from := widget.NewText(widget.Body, figure.Ink, e.w.T("library.from", "level", t.From, "name", level))
		where = append([]fyne.CanvasObject{from}, where...)
		where = append(where, widget.NewText(widget.Small, figure.Ink2, e.w.T("library.estimate")))
	}
	left = append(left, chips(e.card("phone", "library.knows", e.knowing(t.ID)...), e.card("book", "library.seen", e.links(search.Practice, t.Practices)...))...)
	right = chips(e.card("level", "library.when", where...), e.costs(t.Cost), e.card("step", "library.first", e.links(search.Technology, t.Needs)...),
		e.card("text", "library.words", e.links(search.Word, t.Words)...))
	return left, right
}

// knowing are the contacts of the regions that name a technology.
func (e *Entry) knowing(technology string) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, region := range e.lib.Regions {
		for _, c := range region.Contacts {
			for _, t := range c.Technologies {
				if t == technology {
					out = append(out, widget.Wrap(0, 0, e.link(ref{search.Contact, region.ID, c.ID})))
				}
			}
		}
	}
	if len(out) == 0 {
		out = append(out, widget.NewText(widget.Tight, figure.Ink2, e.w.T("library.knows.none")))
	}
	return out
}

// costs are the bands for each size of firm, which are estimates.
func (e *Entry) costs(bands map[assessments.SizeClass]int) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, size := range sizes {
		if band, ok := bands[size]; ok {
			rows = append(rows, e.fact("library.size."+string(size), e.w.T("cost."+strconv.Itoa(band))))
		}
	}
	return e.card("euro", "library.cost", append(rows, widget.NewText(widget.Small, figure.Ink2, e.w.T("library.estimate")))...)
}

// action is how something is done.
func (e *Entry) action(a *assessments.Action) (left, right []fyne.CanvasObject) {
	w := e.lib.ActionWords[e.w.Language][a.ID]
	first := widget.Tinted(figure.PencilSoft, 14, 18, widget.Column(6,
		widget.Label("step", figure.Pencil, 21, 9, widget.NewText(widget.H3, figure.Pencil, e.w.T("library.firststep"))), widget.NewText(widget.Body, figure.Ink, w.First)))
	var steps []fyne.CanvasObject
	for i, s := range w.Steps {
		steps = append(steps, widget.Row(10, []float32{0, -1}, widget.Column(0, widget.KeyCap(22, strconv.Itoa(i+1), false)), widget.NewText(widget.Body, figure.Ink, s)))
	}
	body := chips(e.part("alert", "library.need", w.Need), e.part("check-circle", "library.success", w.Success), e.part("coins", "library.basis", w.Basis))
	left = chips(first, e.card("pencil", "steps.how", steps...))
	if len(body) > 0 {
		left = append(left, widget.Card(24, widget.Column(16, body...)))
	}
	var asked, effort []fyne.CanvasObject
	seen := map[string]bool{}
	for _, g := range a.Gaps {
		if text, pack := question(e.lib, e.w.Language, g.Question); pack != nil && !seen[text] {
			seen[text] = true
			asked = append(asked, widget.Label("question", figure.Ink2, 18, 8, widget.NewText(widget.Tight, figure.Ink, text)))
		}
	}
	for _, size := range sizes {
		if days := a.Effort[size]; days != nil && days.Cmp(new(big.Rat)) >= 0 {
			effort = append(effort, e.fact("library.size."+string(size), report.Days(e.w, days)))
		}
	}
	effort = append(effort, widget.NewText(widget.Small, figure.Ink2, e.w.T("library.estimate")))
	right = chips(e.card("question", "library.answers", asked...), e.card("clock", "library.effort", effort...), e.costs(a.Cost),
		e.card("step", "library.first", e.links(search.Action, a.Needs)...), e.card("book", "library.seen", e.links(search.Practice, a.Practices)...),
		e.card("text", "library.words", e.links(search.Word, a.Words)...))
	return left, right
}

// word explains a word of the glossary.
func (e *Entry) word(id string) (left, right []fyne.CanvasObject) {
	w := e.lib.TermWords[e.w.Language][id]
	left = chips(widget.Card(24, widget.Column(16, chips(e.part("info", "library.means", w.Text), e.part("book", "library.example", w.Example))...)))
	var see []string
	for _, t := range e.lib.Terms {
		if t.ID == id {
			see = t.See
		}
	}
	var technologies []string
	for _, t := range e.lib.Technologies {
		for _, word := range t.Words {
			if word == id {
				technologies = append(technologies, t.ID)
			}
		}
	}
	right = chips(e.card("text", "library.see", e.links(search.Word, see)...), e.card("gear", "library.technologies", e.links(search.Technology, technologies)...))
	return left, right
}

// offer is a contact, training or funding: only what its source prints.
func (e *Entry) offer(r *record) (left, right []fyne.CanvasObject) {
	var about []fyne.CanvasObject
	about = append(about, e.part("info", "library.for."+string(r.Kind), widget.Plain(r.offer.Text)), e.part("help", "library.unknown", widget.Plain(r.offer.Unknown)))
	left = chips(widget.Card(24, widget.Column(16, chips(about...)...)))
	region := e.lib.RegionWords[e.w.Language][r.Region].Name
	var dimensions, sectors []string
	switch {
	case r.contact != nil:
		c := r.contact
		right = chips(e.card("phone", "library.reach", append(e.reach(c), e.fact("library.place", c.Place), e.fact("library.distance", screen.Away(e.h, c.Place)), e.fact("library.region", region))...))
		dimensions, sectors = c.Dimensions, c.Sectors
		left = append(left, chips(e.card("gear", "library.technologies", e.links(search.Technology, c.Technologies)...))...)
	case r.training != nil:
		t := r.training
		free, online, level := "", "", ""
		if t.Free {
			free = e.w.T("library.free.yes")
		}
		if t.Online {
			online = e.w.T("library.online.yes")
		}
		if t.Level != "" {
			level = e.w.T("library.level." + t.Level)
		}
		right = chips(e.card("info", "library.facts", e.fact("library.provider", t.Provider), e.fact("library.place", t.Place), e.fact("library.online", online),
			e.fact("library.price", free), e.fact("library.form.level", level), e.fact("library.state", screen.Capital(e.w.T("state."+string(t.State)))), e.fact("library.region", region)))
		dimensions, sectors = t.Dimensions, t.Sectors
	case r.funding != nil:
		left = append([]fyne.CanvasObject{e.notice(r.funding)}, left...)
		right = chips(e.fundingFacts(r.funding, region))
		dimensions = r.funding.Dimensions
	}
	return left, append(right, chips(e.card("level", "library.areas", e.areas(dimensions, sectors)...))...)
}

// reach is how to get hold of a contact.
func (e *Entry) reach(c *assessments.Contact) []fyne.CanvasObject {
	out := chips(e.fact("library.phone", c.Phone), e.fact("library.website", c.Website), e.fact("library.email", c.Email))
	if len(out) == 0 {
		out = append(out, widget.NewText(widget.Tight, figure.Ink2, e.w.T("contact.unknown")))
	}
	return out
}

// areas are those that an offer is for, and the trades.
func (e *Entry) areas(dimensions, sectors []string) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	full := e.h.Session().Full()
	for _, id := range dimensions {
		if d := full.Model.Dimension(id); d != nil {
			out = append(out, widget.Label(d.Icon, figure.Ink2, 20, 8, widget.NewText(widget.Tight, figure.Ink, full.Words[e.w.Language].Dimensions[id].Name)))
		}
	}
	var names []string
	for _, id := range sectors {
		if name := e.lib.SectorWords[e.w.Language][id].Name; name != "" {
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		out = append(out, e.fact("library.sectors", report.Join(", ", names...)))
	}
	return out
}

// notice says in a sentence whether money can be asked for today.
func (e *Entry) notice(f *assessments.Funding) fyne.CanvasObject {
	state := fundingState(e.w, f, e.day)
	if f.OpenOn(e.day) {
		return widget.Banner(widget.ToneBlue, "check-circle", state, e.w.T("library.funding.open.text", "date", e.w.DateOf(f.Checked)))
	}
	return widget.Banner(widget.ToneWarn, "clock", state, e.w.T("library.funding.not.text", "date", e.w.DateOf(f.Checked)))
}

func (e *Entry) fundingFacts(f *assessments.Funding, region string) fyne.CanvasObject {
	w := e.w
	from, until, most := w.DateOf(f.From), w.DateOf(f.Until), w.T("library.notsaid")
	if from == "" {
		from = w.T("library.notsaid")
	}
	if until == "" {
		until = w.T("library.notsaid")
	}
	if f.Maximum > 0 {
		most = w.Euro(f.Maximum)
	}
	var names []string
	for _, size := range f.Sizes {
		names = append(names, w.T("library.size."+string(size)))
	}
	return e.card("calendar", "library.facts", e.fact("library.funding.from", from), e.fact("library.funding.to", until), e.fact("library.funding.most", most),
		e.fact("library.funding.sizes", report.Join(", ", names...)), e.fact("library.region", region))
}
