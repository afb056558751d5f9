package answerfile_test

import (
	"bytes"
	"errors"
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/answerfile"
	"nivel/assessments/content"
	"nivel/assessments/house/shipped"
)

func TestWriteAndReadAgain(t *testing.T) {
	lib := library(t)
	rapid.Check(t, func(t *rapid.T) {
		f := randomFile(t, lib)
		data, err := answerfile.Write(f)
		if err != nil {
			t.Fatal(err)
		}
		back, err := answerfile.Read(bytes.NewReader(data), lib)
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if !same(f, back) {
			t.Fatalf("wrote %+v, read %+v", f, back)
		}
		again, err := answerfile.Write(back)
		if err != nil || !bytes.Equal(data, again) {
			t.Fatalf("not canonical: %s\n%s", data, again)
		}
	})
}

func randomFile(t *rapid.T, lib *content.Library) *answerfile.File {
	m := &lib.Models[rapid.IntRange(0, len(lib.Models)-1).Draw(t, "model")].Model
	number := rapid.IntRange(0, 1_000_000)
	f := &answerfile.File{Model: m.ID, Version: m.Version, Path: rapid.SampledFrom(append([]string{""}, m.Paths...)).Draw(t, "path"), Answers: assessments.Answers{}, Targets: map[string]int{},
		Language: rapid.SampledFrom([]string{"", "es", "en"}).Draw(t, "language"),
		Date:     rapid.SampledFrom([]string{"", "2026-11-23", "2024-02-29"}).Draw(t, "date"),
		Company: assessments.Company{Name: rapid.String().Draw(t, "name"), Place: rapid.String().Draw(t, "place"),
			Contact: rapid.String().Draw(t, "contact"), NACE: rapid.SampledFrom([]string{"", "31", "31.0", "10.71"}).Draw(t, "nace"),
			People: number.Draw(t, "people"), Sample: rapid.Bool().Draw(t, "sample"),
			Figures: assessments.Figures{HourlyCost: number.Draw(t, "cost"), Energy: number.Draw(t, "energy")}}}
	if f.Company.NACE == "" {
		f.Company.Figures = assessments.Figures{}
	}
	for _, d := range m.Dimensions {
		if rapid.Bool().Draw(t, d.ID) {
			f.Targets[d.ID] = rapid.IntRange(0, assessments.Top).Draw(t, "target")
		}
	}
	for i := range m.Questions {
		if m.Questions[i].Asked() && rapid.IntRange(0, 9).Draw(t, "own target") == 0 {
			f.Targets[m.Questions[i].ID] = rapid.IntRange(0, assessments.Top).Draw(t, "target")
		}
	}
	questions := slices.DeleteFunc(slices.Clone(m.Questions), func(q assessments.Question) bool { return !q.Asked() })
	if m.Index != nil {
		for _, c := range m.Index.Conditions {
			questions = append(questions, *m.Question(m.Index.QuestionID(c.ID)))
		}
	}
	for i := range questions {
		a := assessments.Answer{Value: randomValue(t, &questions[i])}
		if rapid.IntRange(0, 3).Draw(t, "long") == 0 {
			a.Relevance = assessments.Relevance(rapid.IntRange(0, 3).Draw(t, "relevance"))
			a.Confidence = assessments.Confidence(rapid.IntRange(0, 3).Draw(t, "confidence"))
			a.Note, a.Flag = rapid.String().Draw(t, "note"), rapid.Bool().Draw(t, "flag")
		}
		if !a.Empty() {
			f.Answers[questions[i].ID] = a
		}
	}
	return f
}

func randomValue(t *rapid.T, q *assessments.Question) assessments.Value {
	switch rapid.IntRange(0, 9).Draw(t, "standing") {
	case 0:
		return assessments.Value{}
	case 1:
		return assessments.DontKnowValue
	case 2:
		return assessments.NotApplicableValue
	}
	most := q.Steps() - 1
	if q.Kind == assessments.Plans {
		most = 3
	}
	level := rapid.IntRange(0, max(0, most))
	switch q.Kind {
	case assessments.Number:
		unit := int64(100) // odd.number has two decimals
		n := rapid.Int64Range(q.Range.Least.Num().Int64()*unit, q.Range.Most.Num().Int64()*unit).Draw(t, "number")
		v, err := assessments.Counting(big.NewRat(n, unit).FloatString(2))
		if err != nil || v.Fits(q) != nil {
			t.Skip("not a number of this question")
		}
		return v
	case assessments.YesNo:
		return assessments.Saying(rapid.Bool().Draw(t, "yes"))
	case assessments.Checklist:
		var chosen []string
		for _, o := range q.Options {
			if !o.Exclusive && rapid.Bool().Draw(t, o.ID) {
				chosen = append(chosen, o.ID)
			}
		}
		return assessments.Choosing(chosen...)
	case assessments.Grid, assessments.Plans:
		var v assessments.Value
		for _, r := range q.Rows {
			row := assessments.AtLevel(level.Draw(t, r.ID))
			v = v.WithRow(r.ID, rapid.SampledFrom([]assessments.Value{row, row, {}, assessments.DontKnowValue, assessments.NotApplicableValue}).Draw(t, "row"))
		}
		return v
	}
	return assessments.AtLevel(level.Draw(t, "level"))
}

func FuzzRead(f *testing.F) {
	lib := library(f)
	f.Add(shipped.Data())
	f.Add([]byte(`{"nivel":1,"model":"odd","version":"2","answers":{"d.number":12.5,"d.plans":{"a":3},"d.partly":2}}`))
	for _, s := range []string{"", "{}", "null", "[[[[", answers(`"direction.plan": {"value": {"value": 3}}`), answers(`"machines.tools": {"value": 1}`),
		`{"nivel":1,"model":"odd","version":"2","answers":{"d.grid":{"value":{"value":"na"}}}}`, "\ufeff{\"\u0000\":\"\\ud800\"}"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := answerfile.Read(bytes.NewReader(data), lib)
		if err != nil {
			var p *answerfile.Problem
			if !errors.As(err, &p) || strings.ContainsAny(p.Key, "\n\x1b") || p.Line > 1+bytes.Count(data, []byte("\n")) {
				t.Fatalf("refused with %v", err)
			}
			return
		}
		written, err := answerfile.Write(file)
		if err != nil {
			t.Fatal(err)
		}
		back, err := answerfile.Read(bytes.NewReader(written), lib)
		if err != nil || !same(file, back) {
			t.Fatalf("%v\nread %+v\nagain %+v", err, file, back)
		}
	})
}
