package report

import (
	"cmp"
	"slices"
	"strconv"

	"nivel/assessments"
	"nivel/assessments/picture"
)

// Evidence are the pictures that show what answers say.
type Evidence struct {
	Section, Title, Lead string
	Pictures             []Picture
	Missing              string // said where a picture cannot be shown
}

// Picture is one of them. JPEG is whole and ready for paper, grey where the report is.
type Picture struct {
	Number, Question, Caption, Date string
	JPEG                            []byte
	Width, Height                   int // pixels of JPEG
}

// pictureEdge is the longer side of a picture on paper, in pixels: about 250 to the inch where two
// stand beside each other.
const pictureEdge = 840

// evidence is nil where there is no picture for the report. The pictures stand in the order of the
// questions, and of when they were taken; one whose question is not asked today stands last.
func (b *builder) evidence() *Evidence {
	w := b.w
	all := slices.DeleteFunc(slices.Clone(b.Evidence), func(e assessments.Evidence) bool { return !e.InReport })
	if len(all) == 0 {
		return nil
	}
	place := func(e assessments.Evidence) int {
		if n := b.Pack.Model.Number(e.Question); n > 0 {
			return n
		}
		return len(b.Pack.Model.Questions) + 1
	}
	slices.SortStableFunc(all, func(x, y assessments.Evidence) int {
		return cmp.Or(cmp.Compare(place(x), place(y)), x.At.Compare(y.At), cmp.Compare(x.ID, y.ID))
	})
	out := &Evidence{Section: w.T("report.evidence.section"), Title: w.T("report.evidence.title"), Lead: w.T("report.evidence.lead")}
	missing := 0
	for _, e := range all {
		p := Picture{Caption: e.Caption, Question: b.mw.Questions[e.Question].Text}
		if n := b.Pack.Model.Number(e.Question); n > 0 {
			p.Number = strconv.Itoa(n)
		}
		if !e.At.IsZero() {
			p.Date = w.Date(e.At)
		}
		var err error
		if p.JPEG, p.Width, p.Height, err = picture.Print(e.Picture, pictureEdge, b.Grey); err != nil {
			missing++ // damaged on the way; the rest is worth showing
			continue
		}
		out.Pictures = append(out.Pictures, p)
	}
	if missing > 0 {
		out.Missing = w.N("report.evidence.missing", missing)
	}
	return out
}
