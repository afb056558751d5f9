package pdf

import (
	"nivel/assessments/figure"
	"nivel/assessments/report"
)

const (
	cardPad    = 4.4
	cardLabelX = left + cardPad
	cardTextX  = 51.6
	cardTextW  = right - cardPad - cardTextX
)

// practices is who has done it before, and who to ask.
func (w *writer) practices(p *report.Practices) {
	w.begin(p.Section, p.Title)
	w.bookmark(w.section, 0)
	w.title(p.Title, p.Lead)
	w.y -= 0.6
	w.onFewPages(func() { w.practicesBody(p) })
}

func (w *writer) practicesBody(p *report.Practices) {
	for i := range p.Practices {
		w.card(&p.Practices[i])
	}
	w.y += w.easy(2.4, 1)
	if len(p.Practices) == 0 {
		w.note(stText, p.None)
		w.y += 4
	}
	w.tables(p)
	w.tagLegend(p)
	if len(p.Sources) > 0 {
		w.y += 2
		for _, s := range p.Sources {
			w.note(stFoot, s)
		}
	}
}

// tables are the contacts, the training and the open grants.
func (w *writer) tables(p *report.Practices) {
	for _, part := range []struct {
		title string
		table report.Table
		note  string
	}{
		{p.ContactsTitle, p.Contacts, ""},
		{p.TrainingsTitle, p.Trainings, ""},
		{p.FundingTitle, p.Funding, p.FundingNote},
	} {
		rows := len(part.table.Rows) > 0
		if !rows && part.note == "" {
			continue
		}
		if part.title != "" {
			w.heading(part.title, w.partStart(part.table, part.note))
		}
		if rows {
			w.table(part.table, w.contactLook())
			w.y += 2
		}
		w.note(stSmall.in(figure.Ink2), part.note)
		w.y += w.easy(4, 2)
	}
}

// partStart is the height of the head and first row of a table, or of the note in its place.
func (w *writer) partStart(t report.Table, note string) float64 {
	if len(t.Rows) == 0 {
		return cell{0, w.flow(content, span{note, stSmall})}.height()
	}
	look := w.contactLook()
	columns, st := w.columns(t, look), w.tableStyle(look)
	return tallest(w.tableHead(t, columns)) + 2 + kept(tallest(w.tableCells(t.Rows[0], columns, st))+2*look.pad)
}

// contactLook is how the tables of contacts, training and grants look.
func (w *writer) contactLook() tableLook {
	return tableLook{x: left, w: content, pad: w.easy(1.5, 0.7), firstBold: true}
}

// card is one practice. It breaks between its fields only.
func (w *writer) card(p *report.Practice) {
	head, fieldGap := w.cardHead(p), w.easy(1.6, 0.9)
	var fields [][]cell
	for _, r := range p.Rows {
		fields = append(fields, w.field(r, stText, stText.in(figure.Ink2)))
	}
	if p.You != (report.Paragraph{}) {
		fields = append(fields, w.field(p.You, stText.bold(), stText.bold()))
	}
	if p.Source != "" {
		fields = append(fields, []cell{{cardTextX, w.flow(cardTextW, span{p.Source, stFoot})}})
	}
	first := 0.0
	if len(fields) > 0 {
		first = tallest(fields[0]) + 2
	}
	all := tallest(head) + 2*cardPad
	for _, f := range fields {
		all += tallest(f) + fieldGap
	}
	whole := bodyBottom - bodyTop
	switch {
	case all < 0.5*whole: // a short card stays together
		w.need(all)
	default:
		w.need(tallest(head) + 2*cardPad + kept(first))
	}
	top := w.y
	outline := func() {
		if h := w.y - top; h > 1 {
			w.box(left, top, content, h, 3, pen{stroke: figure.Hair, width: 0.3})
		}
	}
	w.onBreak = func() { w.y += 1; outline() }
	w.repeat = func() { top = w.y; w.y += cardPad - 1.6 }
	w.y += w.easy(cardPad-1, 2.6)
	w.place(0, 1.2, head...)
	for _, f := range fields {
		w.place(0, fieldGap, f...)
	}
	w.onBreak, w.repeat = nil, nil
	w.y += w.easy(cardPad-2, 1.8)
	outline()
	w.y += w.easy(3.4, 2.2)
}

func (w *writer) field(p report.Paragraph, text, label style) []cell {
	return []cell{
		{cardLabelX, w.flow(cardTextX-cardLabelX-3, span{p.Title, label})},
		{cardTextX, w.flow(cardTextW, span{p.Text, text})},
	}
}

// cardHead is the title of a practice with its place and who acts on the right, or below where
// there is not room enough.
func (w *writer) cardHead(p *report.Practice) []cell {
	x, wide := cardLabelX, content-2*cardPad
	indent := 0.0
	if p.Number != "" {
		indent = 9.0
	}
	tagW := 0.0
	if p.Tag != "" {
		tagW = w.tagWidth(p.Tag)
	}
	place := oneLine(p.Place)
	placeW := 0.0
	if place != "" {
		placeW = w.fonts.width(place, stSmall) + 5.6
	}
	side := func(x, y, room float64) {
		at := x + room
		if tagW > 0 {
			at -= tagW
			w.tag(at, y, p.TagKind, p.Tag)
			at -= 2.8
		}
		if place != "" {
			pw := min(placeW, at-x)
			w.icon("pin", at-pw, y+0.8, 4.2, figure.Ink2)
			w.label(at-pw+5.4, y+tagH/2, pw-5.4, figure.Left, place, stSmall.in(figure.Ink2))
		}
	}
	need := tagW + placeW + 6
	beside := w.fonts.width(oneLine(p.Title), stHeading)+indent+need <= wide || need < 0.45*wide
	titleW := wide - indent
	if beside {
		titleW -= need
	}
	title := shifted(w.flow(titleW, span{oneLine(p.Title), stHeading}), indent)
	if len(title) == 0 {
		title = []atom{gap(stHeading.height())}
	}
	first := title[0]
	title[0].h = max(first.h, 6.4)
	title[0].draw = func(x, y float64) {
		if p.Number != "" {
			w.badge(x, y, 6.2, p.Number)
		}
		if first.draw != nil {
			first.draw(x, y+0.1)
		}
		if beside && tagW+placeW > 0 {
			side(x+indent+titleW, y+0.2, need)
		}
	}
	if !beside && tagW+placeW > 0 {
		title = append(title, atom{tagH + 1, func(x, y float64) {
			at := x + indent
			room := min(wide-indent, tagW+placeW+2.8)
			side(at, y+0.4, room)
		}})
	}
	return []cell{{x, title}}
}

// tagLegend says what the words on the cards mean.
func (w *writer) tagLegend(p *report.Practices) {
	kinds := map[string]string{}
	for _, c := range p.Practices {
		kinds[c.Tag] = c.TagKind
	}
	order := [...]string{"firm", "cluster", "public"}
	x := left
	for i, t := range p.Tags {
		kind := kinds[t.Title]
		if kind == "" {
			kind = order[min(i, 2)]
		}
		tagW := w.tagWidth(t.Title)
		textW := w.fonts.width(oneLine(t.Text), stSmall)
		if x > left && x+tagW+2.2+textW > right {
			x = left
			w.y += tagH + 1.6
		}
		if x == left {
			w.need(tagH + 1.6)
		}
		w.tag(x, w.y, kind, t.Title)
		w.label(x+tagW+2.2, w.y+tagH/2, right-x-tagW-2.2, figure.Left, t.Text, stSmall)
		x += tagW + 2.2 + textW + 5.6
	}
	if len(p.Tags) > 0 {
		w.y += tagH + 1.6
	}
}
