package pdf

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nivel/assessments/figure"
)

// Where the body of a page begins and ends.
const (
	bodyTop    = 28.6
	bodyBottom = 280.6
)

// newPage begins a page with the head of that section; the cover's has none.
func (w *writer) newPage(section string) {
	w.section = section
	w.y = bodyTop
	w.page++
	if w.dry {
		return
	}
	w.pdf.AddPage()
	w.forget()
	if section != "" {
		w.head()
	}
}

// begin starts a section on a page of its own.
func (w *writer) begin(section, title string) {
	w.repeat, w.onBreak, w.afterArea = nil, nil, false
	if oneLine(section) == "" {
		section = title
	}
	if oneLine(section) == "" {
		section = w.r.Brand
	}
	w.newPage(section)
}

// bookmark puts an entry into the outline. gofpdf writes it as UTF-8 only where such a face is the
// current one.
func (w *writer) bookmark(text string, level int) {
	if text = oneLine(text); text == "" || w.dry {
		return
	}
	if w.font.size == 0 {
		w.pdf.SetFont(family, faceStyle[regular], stText.size)
		w.font = stText
	}
	w.pdf.Bookmark(text, level, max(0, w.y-4))
}

// trial says how many further pages draw would begin, without drawing anything.
func (w *writer) trial(ease float64, draw func()) int {
	saved := *w
	w.dry, w.ease = true, ease
	draw()
	pages := w.page - saved.page
	*w = saved
	return pages
}

// onFewPages draws as usual, or as close as it takes to need no page for a small rest.
func (w *writer) onFewPages(draw func()) {
	if w.trial(1, draw) > 0 {
		fewest := w.trial(0, draw)
		for _, ease := range [...]float64{1, 0.75, 0.5, 0.25, 0} {
			if w.ease = ease; w.trial(ease, draw) == fewest {
				break
			}
		}
	}
	draw()
	w.ease = 1
}

// easy is the usual length, or one down to the least where things are set closer.
func (w *writer) easy(usual, least float64) float64 { return least + w.ease*(usual-least) }

// more goes on with the section on a further page.
func (w *writer) more() {
	if w.onBreak != nil {
		w.onBreak()
	}
	w.newPage(w.section)
	if w.repeat != nil {
		w.repeat()
	}
}

// fits says whether something h high still has room on the page.
func (w *writer) fits(h float64) bool { return w.y+h <= bodyBottom+0.01 }

// need goes to a further page where something h high has no room.
func (w *writer) need(h float64) {
	if !w.fits(h) && w.y > bodyTop+0.01 {
		w.more()
	}
}

func (w *writer) head() {
	const mid = 17.9
	w.logo(left, 14.9, 6)
	name, st := w.fonts.fit(w.r.Brand, 30, 0.8, stText.bold())
	w.text(25.7, mid+st.baseline(0), name, st)
	x := 25.7 + w.fonts.width(name, st) + 2.4

	own, ownSt := w.fonts.fit(w.section, 62, 0.8, stSmall.bold())
	end := right - w.fonts.width(own, ownSt)
	w.text(end, mid+ownSt.baseline(0), own, ownSt)
	if w.r.Sample != "" {
		end -= w.chip(end-3, mid, 5, w.r.Sample) + 3
	}
	w.label(x, mid, end-4-x, figure.Left, w.r.Line, stSmall.in(figure.Ink2))
	w.rule(left, 23.2, content, 0.4, figure.Ink)
}

// feet writes the foot of every page; only now is it known how many there are.
func (w *writer) feet() {
	const mid = 287.5
	n := w.pdf.PageCount()
	for i := 1; i <= n; i++ {
		w.pdf.SetPage(i)
		w.forget()
		w.pdf.SetFillColor(0, 0, 0) // tells gofpdf and this page the same colour
		w.rule(left, 283.5, content, 0.25, figure.Hair)
		page := strings.NewReplacer("{page}", strconv.Itoa(i), "{pages}", strconv.Itoa(n)).Replace(w.r.Page)
		wide := w.label(left+100, mid, content-100, figure.Right, page, stFoot)
		w.label(left, mid, content-wide-6, figure.Left, w.r.Version, stFoot)
	}
}

// title is the first heading of a page, with a lead below.
func (w *writer) title(text, lead string) {
	w.y += w.lines(left, w.y, w.fonts.clip(w.fonts.wrap(content, span{text, stTitle}), 4, content))
	if lead != "" {
		w.note(stLead.in(figure.Ink2), lead)
	}
	w.y += 3
}

// heading begins a part of a page; with is the height of what stands
// below it, which is kept on the same page.
func (w *writer) heading(text string, with float64) {
	lines := w.fonts.clip(w.fonts.wrap(content, span{text, stHeading}), 3, content)
	h := heightOf(lines)
	w.need(h + 1.5 + kept(with))
	w.bookmark(text, 1)
	w.y += w.lines(left, w.y, lines) + 1.5
}

// note is a paragraph over the whole width.
func (w *writer) note(st style, text string) {
	if text == "" {
		return
	}
	w.place(0, 0, cell{left, w.flow(content, span{text, st})})
}

func heightOf(lines []line) float64 {
	h := 0.0
	for _, l := range lines {
		h += l.h
	}
	return h
}

// closed ends a label with mark where it has no sign of its own.
func closed(label, mark string) string {
	label = oneLine(label)
	r, _ := utf8.DecodeLastRuneInString(label)
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return label + mark
	}
	return label
}
