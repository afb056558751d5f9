package library

import (
	"slices"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/search"
	"nivel/assessments/texts"
)

// countryName is a country in words; its two letters where there are none.
func countryName(w *texts.Words, code string) string {
	if w.Has("country." + code) {
		return w.T("country." + code)
	}
	return code
}

// countriesOf are the countries that some entry is of.
func countriesOf(x *search.Index) []string {
	var out []string
	for _, d := range x.Find("", search.Filter{}) {
		out = append(out, d.Countries...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// question is the text of a question of any model, its number in it and the model's words.
func question(lib *content.Library, language, id string) (string, *content.Pack) {
	for i := range lib.Models {
		if q, ok := lib.Models[i].Words[language].Questions[id]; ok {
			return q.Text, &lib.Models[i]
		}
	}
	return "", nil
}

// sizes are those that costs and efforts are given for.
var sizes = []assessments.SizeClass{assessments.Micro, assessments.Small, assessments.Medium}
