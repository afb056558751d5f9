package report

import (
	"strconv"
	"strings"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/scoring"
)

// Bands finds the official distribution for that survey, country and size class; ok is false
// where none is at hand. Firms under ten people and those of unknown size see all SMEs.
func Bands(lib *content.Library, x *assessments.Index, country string, size assessments.SizeClass) (content.Band, bool) {
	class := map[assessments.SizeClass]string{assessments.Small: "10-49", assessments.Medium: "50-249", assessments.Large: "250+"}[size]
	if class == "" {
		class = "10-249"
	}
	for _, b := range lib.Bands {
		if b.Version == x.Version && b.Year == x.Year && b.Country == country && b.Size == class {
			return b, true
		}
	}
	return content.Band{}, false
}

// IndexWith builds the index part alone, for the screen.
func IndexWith(in Input, result *scoring.Result) *Index {
	b := &builder{Input: in, w: in.Words, mw: in.Pack.Words[in.Words.Language], result: result}
	if result.Index == nil {
		return nil
	}
	return b.index()
}

func (b *builder) index() *Index {
	w, x, m := b.w, b.result.Index, b.Pack.Model.Index
	out := &Index{Title: b.mw.Index.Name, Count: strconv.Itoa(x.Count), Of: w.T("index.of", "total", x.Total), About: b.mw.Index.About, Own: -1}
	for _, c := range x.Conditions {
		out.Conditions = append(out.Conditions, Condition{Text: b.mw.Index.Conditions[c.ID].Short, Holds: c.Holds, Known: c.Known})
	}
	band, certain := x.Band()
	switch {
	case x.Known == 0:
		out.Count, out.Band = "–", w.T("index.none")
	case certain:
		out.Own, out.Band = band, w.T("index.band."+strconv.Itoa(band))
	default:
		out.Band = w.N("index.open", x.Total-x.Known, "low", x.Count, "high", x.Count+x.Total-x.Known)
	}
	for i := range 4 {
		name := w.T("index.name." + strconv.Itoa(i))
		if i == out.Own {
			name = w.T("index.you", "name", name)
		}
		out.BandNames = append(out.BandNames, name)
	}
	b.bars(out, m)
	return out
}

func (b *builder) bars(out *Index, m *assessments.Index) {
	w := b.w
	size := b.Company.Size()
	var class string
	for _, country := range []string{"ES", "EU"} {
		band, ok := Bands(b.Library, m, country, size)
		if !ok {
			continue
		}
		class = band.Size
		bar := BandBar{Name: w.T("country.short." + country)}
		for _, s := range band.Shares {
			bar.Shares = append(bar.Shares, s)
			bar.Texts = append(bar.Texts, w.Fixed(s))
		}
		out.Bars = append(out.Bars, bar)
	}
	if len(out.Bars) == 0 {
		return
	}
	out.Source = w.T("index.source", "class", w.T("index.class."+strings.NewReplacer("+", "plus", "-", "to").Replace(class)), "year", m.Year, "version", m.Version)
	out.Note = w.T("index.unofficial")
	switch size {
	case assessments.Micro:
		out.Note = w.T("index.micro") + " " + out.Note
	case assessments.Unsized:
		out.Note = w.T("index.unsized") + " " + out.Note
	}
}
