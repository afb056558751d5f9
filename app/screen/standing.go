package screen

import (
	"fyne.io/fyne/v2"

	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/figure"
	"nivel/assessments/scoring"
	"nivel/assessments/texts"
)

// Marked says whether the marks of a tube are the model's levels: six, with no bands of their own.
func Marked(p *content.Pack, lang string) bool {
	return len(p.Model.Bands) == 0 && len(p.Words[lang].Levels) == assessments.Top+1
}

// Standing names the level of a figure, or says what is missing. The number of the level stands
// before it only where it is one of the tube's marks.
func Standing(w *texts.Words, p *content.Pack, f scoring.Figure) string {
	words := p.Words[w.Language]
	if f.Shown() && f.Certain() && !Marked(p, w.Language) && f.Level() < len(words.Levels) {
		return words.Levels[f.Level()].Name
	}
	return w.Standing(words, f)
}

// Round says whether a radar of a questionnaire's areas can be read: so many axes, with names short
// enough to stand around it.
func Round(p *content.Pack, lang string) bool {
	for _, d := range p.Model.Dimensions {
		if fyne.MeasureText(p.Words[lang].Dimensions[d.ID].Short, 13, fyne.TextStyle{}).Width > 70 {
			return false
		}
	}
	return len(p.Model.Dimensions) >= 3 && len(p.Model.Dimensions) <= 8
}

// Area is a dimension's name behind its icon, where it has one.
func Area(d *assessments.Dimension, style widget.Style, name string) fyne.CanvasObject {
	text := widget.NewText(style, figure.Ink, name)
	if d.Icon == "" {
		return text
	}
	return widget.Label(d.Icon, figure.Ink2, 21, 10, text)
}
