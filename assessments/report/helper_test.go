package report_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/house/shipped"
	"nivel/assessments/report"
	"nivel/assessments/rounds"
)

var day = time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)

// input is what a report of the sample firm is made from.
func input(t testing.TB, lang string) report.Input {
	t.Helper()
	lib, f := shipped.Library(), shipped.Sample()
	return report.Input{Library: lib, Pack: lib.Pack(f.Model), Path: f.Path, Words: shipped.Words()[lang], Company: f.Company, Answers: f.Answers, Targets: f.Targets, Day: day}
}

// randomInput draws a firm with any answers, notes and figures, in either language.
func randomInput(t *rapid.T) report.Input {
	in := report.Input{Library: shipped.Library(), Pack: shipped.Library().Pack("industry40"), Words: shipped.Words()[rapid.SampledFrom(content.Languages).Draw(t, "language")], Targets: map[string]int{},
		Answers: assessments.Answers{}, Day: day.AddDate(0, 0, rapid.IntRange(-2000, 2000).Draw(t, "day")), Grey: rapid.Bool().Draw(t, "grey")}
	name := rapid.SampledFrom([]string{"", "Muebles Ñ, S.L.", "😀\xff", strings.Repeat("x", 5000), "שלום"})
	number := rapid.SampledFrom([]int{0, 0, 1, 7, 40, 120, 100000})
	in.Company = assessments.Company{Name: name.Draw(t, "name"), Place: name.Draw(t, "place"), Contact: name.Draw(t, "contact"), People: number.Draw(t, "people"),
		NACE: rapid.SampledFrom([]string{"", "31", "31.02", "10.71", "25", "01", "99.99"}).Draw(t, "nace"), Sample: rapid.Bool().Draw(t, "sample"),
		Figures: assessments.Figures{HourlyCost: number.Draw(t, "hourly"), Orders: number.Draw(t, "orders"), Quotes: number.Draw(t, "quotes"), Material: number.Draw(t, "material"),
			Energy: number.Draw(t, "energy"), Machines: number.Draw(t, "machines"), Computers: number.Draw(t, "computers")}}
	m := &in.Pack.Model
	in.Path = rapid.SampledFrom(append([]string{""}, m.Paths...)).Draw(t, "path")
	none := rapid.SampledFrom([]int{0, 1, 6, 10}).Draw(t, "answered, of ten")
	for i := range m.Questions {
		a := assessments.Answer{Relevance: rapid.SampledFrom([]assessments.Relevance{0, 0, assessments.RelevanceNone, assessments.RelevanceSome, assessments.RelevanceHigh}).Draw(t, "relevance"),
			Note: rapid.SampledFrom([]string{"", "", "", "una nota", "😀\xff{n}"}).Draw(t, "note"), Flag: rapid.Bool().Draw(t, "flag")}
		if rapid.IntRange(0, 9).Draw(t, m.Questions[i].ID) < none {
			a.Value = randomValue(t, &m.Questions[i])
		}
		if m.Questions[i].Asked() {
			in.Answers[m.Questions[i].ID] = a
		}
	}
	for _, c := range m.Index.Conditions {
		if rapid.Bool().Draw(t, c.ID) {
			in.Answers[m.Index.QuestionID(c.ID)] = assessments.Answer{Value: assessments.Saying(rapid.Bool().Draw(t, "yes"))}
		}
	}
	for _, d := range m.Dimensions {
		if rapid.Bool().Draw(t, "own target") {
			in.Targets[d.ID] = rapid.IntRange(1, assessments.Top).Draw(t, "target")
		}
	}
	if rapid.Bool().Draw(t, "decided") {
		a := rapid.SampledFrom(in.Library.Actions).Draw(t, "action")
		in.Decisions = map[string]assessments.Decision{a.ID: {Action: a.ID, Kind: assessments.NotNow}}
	}
	randomHistory(t, &in)
	return in
}

// randomHistory draws a plan, what several respondents said, and earlier rounds.
func randomHistory(t *rapid.T, in *report.Input) {
	in.Now = in.Day.AddDate(0, 0, rapid.IntRange(0, 400).Draw(t, "later"))
	text := rapid.SampledFrom([]string{"", "unas palabras", "😀\xff", strings.Repeat("x", 5000)})
	date := rapid.Custom(func(t *rapid.T) string {
		if rapid.Bool().Draw(t, "no day") {
			return ""
		}
		return in.Now.AddDate(0, 0, rapid.IntRange(-800, 2000).Draw(t, "days")).Format(time.DateOnly)
	})
	for i := range rapid.SampledFrom([]int{0, 0, 1, 5}).Draw(t, "items") {
		p := assessments.PlanItem{ID: fmt.Sprint(i), Action: rapid.SampledFrom(in.Library.Actions).Draw(t, "planned").ID, Phase: rapid.SampledFrom(assessments.Phases).Draw(t, "phase"),
			Status: rapid.SampledFrom(assessments.Statuses).Draw(t, "status"), Owner: text.Draw(t, "owner"), Start: date.Draw(t, "start"), Due: date.Draw(t, "due"), Funding: text.Draw(t, "funding"),
			Sign: text.Draw(t, "sign"), Note: text.Draw(t, "note"), CostPlanned: rapid.IntRange(0, assessments.MoneyLimit).Draw(t, "planned cost"), At: in.Day.AddDate(0, 0, -i)}
		if i == 4 {
			p.Action = "gone" // its pack is no longer there
		}
		in.Plan = append(in.Plan, p)
	}
	m := &in.Pack.Model
	for i := range rapid.SampledFrom([]int{0, 0, 6}).Draw(t, "ratings") {
		q := &m.Questions[rapid.IntRange(0, 4).Draw(t, "rated")]
		a := assessments.Answer{Value: randomValue(t, q), Note: text.Draw(t, "said"), Flag: rapid.Bool().Draw(t, "marked"), Confidence: assessments.Confidence(rapid.IntRange(0, 3).Draw(t, "sure"))}
		in.Ratings = append(in.Ratings, assessments.Rating{ID: fmt.Sprint(i), Question: q.ID, At: in.Day.Add(time.Duration(i) * time.Minute), Answer: a, By: text.Draw(t, "by"),
			Respondent: rapid.SampledFrom([]assessments.Respondent{assessments.Owner, assessments.Colleague, assessments.Advisor, assessments.Agreed}).Draw(t, "who")})
	}
	earlier := rapid.IntRange(0, 2).Draw(t, "rounds")
	for i := range earlier + 1 {
		a := assessments.Assessment{ID: fmt.Sprint(i), Round: i, Path: in.Path, StartedAt: in.Day.AddDate(i-earlier, 0, 0)}
		answers := in.Answers
		if i < earlier && rapid.Bool().Draw(t, "other answers") {
			answers = nil
		}
		in.Rounds = append(in.Rounds, report.Round{Round: rounds.Round{Assessment: a, Model: m, Answers: answers, Size: in.Company.Size(), Sector: in.Library.Sector(in.Company.NACE)}, Pack: in.Pack})
	}
}

func randomValue(t *rapid.T, q *assessments.Question) assessments.Value {
	most := q.Steps() - 1
	if q.Kind == assessments.Plans {
		most = 3
	}
	level := rapid.IntRange(0, max(0, most))
	switch rapid.IntRange(0, 7).Draw(t, "standing") {
	case 0:
		return assessments.NotApplicableValue
	case 1:
		return assessments.DontKnowValue
	}
	switch q.Kind {
	case assessments.Checklist:
		var chosen []string
		for _, o := range q.Options {
			if !o.Exclusive && rapid.Bool().Draw(t, o.ID) {
				chosen = append(chosen, o.ID)
			}
		}
		if chosen == nil {
			chosen = []string{"none"}
		}
		return assessments.Choosing(chosen...)
	case assessments.YesNo:
		return assessments.Saying(rapid.Bool().Draw(t, "yes"))
	case assessments.Number:
		v, _ := assessments.Counting(assessments.Plain(q.Bands[level.Draw(t, "band")]))
		return v
	case assessments.Grid, assessments.Plans:
		v := assessments.Value{}
		for _, r := range q.Rows {
			row := assessments.AtLevel(level.Draw(t, r.ID))
			v = v.WithRow(r.ID, rapid.SampledFrom([]assessments.Value{row, row, {}, assessments.NotApplicableValue, assessments.DontKnowValue}).Draw(t, "row"))
		}
		return v
	}
	return assessments.AtLevel(level.Draw(t, "level"))
}

// asked is the part of the model that the report is about.
func asked(in report.Input) *assessments.Model {
	return in.Pack.Model.Asking(assessments.Scope{Path: in.Path, Size: in.Company.Size(), Sector: in.Library.Sector(in.Company.NACE)}, in.Answers)
}

// sentences are all texts of a report, by the path of their field.
func sentences(r *report.Report) map[string]string {
	out := map[string]string{}
	collect(reflect.ValueOf(r), "", out)
	return out
}

func collect(v reflect.Value, path string, into map[string]string) {
	switch v.Kind() {
	case reflect.String:
		if v.String() != "" {
			into[path] = v.String()
		}
	case reflect.Pointer:
		if !v.IsNil() {
			collect(v.Elem(), path, into)
		}
	case reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), fmt.Sprintf("%s[%d]", path, i), into)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			collect(v.Field(i), path+"."+v.Type().Field(i).Name, into)
		}
	}
}

// vials are all values that a report draws, by the path of their field.
func vials(v reflect.Value, path string, into map[string]report.Vial) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			vials(v.Elem(), path, into)
		}
	case reflect.Slice:
		for i := range v.Len() {
			vials(v.Index(i), fmt.Sprintf("%s[%d]", path, i), into)
		}
	case reflect.Struct:
		if x, ok := v.Interface().(report.Vial); ok {
			into[path] = x
			return
		}
		for i := range v.NumField() {
			vials(v.Field(i), path+"."+v.Type().Field(i).Name, into)
		}
	}
}
