package dossier

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math/big"
	"testing"
	"time"

	"nivel/assessments"
	"nivel/assessments/house/shipped"
)

var start = time.Date(2026, 11, 23, 9, 30, 0, 120_000_000, time.UTC)

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// faultOf is the code of an error's Fault; empty where it is none.
func faultOf(err error) string {
	var f *assessments.Fault
	if errors.As(err, &f) {
		return f.Code
	}
	return ""
}

// uid is an id that a number stands for.
func uid(n int) string { return fmt.Sprintf("0198c3a0-0000-7000-8000-%012x", n) }

// photo is a real picture.
func photo(t testing.TB, width, height int, shade uint8) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for x := range width {
		img.Set(x, height/2, color.RGBA{shade, 90, 30, 255})
	}
	var out bytes.Buffer
	ok(t, jpeg.Encode(&out, img, nil))
	return out.Bytes()
}

// known is the model function over what ships with the program.
func known(id, version string) *assessments.Model {
	if p := shipped.Library().Version(id, version); p != nil {
		return &p.Model
	}
	return nil
}

// full is a dossier in which no field is empty.
func full(t testing.TB) assessments.Dossier {
	t.Helper()
	later := start.Add(time.Hour + 1)
	d := assessments.Dossier{
		Company: assessments.Company{ID: uid(1), Name: "Muebles \"Ortín\" & Hijos", Place: "Yecla", NACE: "31.02", People: 24, Contact: "José Ñ.",
			Figures: assessments.Figures{HourlyCost: 22, Orders: 40, Quotes: 60, Material: 18000, Energy: 900, Machines: 5, Computers: 4},
			Sample:  true, CreatedAt: start, Tags: []string{"2026", "piloto"}, ChangedAt: later},
		Consents: []assessments.Consent{{Kind: assessments.ConsentWall, Given: true, By: "Ana", At: start}, {Kind: assessments.ConsentWall, By: "Ana", At: later}},
		Earlier: []assessments.Earlier{{ID: uid(2), Day: "2024-05-01", Source: "hoja del clúster\n(2024)", Overall: big.NewRat(17, 10),
			Scores: map[string]*big.Rat{"data": big.NewRat(1, 3), "people": big.NewRat(2, 1)}}},
	}
	d.Visits = []assessments.Visit{{ID: uid(3), CompanyID: uid(1), AssessmentID: uid(4), Day: "2026-11-20", Place: "Yecla", Minutes: 90, Note: "línea 1\nlínea 2",
		People: []assessments.Present{{Role: "dueña", Name: "Ana"}}, Agreed: []string{"backup-test"}, StartedAt: start, ClosedAt: later, ChangedAt: later}}
	a := assessments.Assessment{ID: uid(4), CompanyID: uid(1), ModelID: "industry40", ModelVersion: "2.0", Path: "quick", Weights: assessments.Variant, Benchmarks: "2025",
		Round: 1, StartedAt: start, Position: "data.backup", Targets: map[string]int{"data": 3, "people": 0}, WeightOverrides: map[string]*big.Rat{"data": big.NewRat(7, 3)},
		NextAt: "2027-11-23", Firm: &assessments.Snapshot{People: 9, NACE: "31"}, ChangedAt: later}
	r := func(n int, q string, who assessments.Respondent, v assessments.Value) assessments.Rating {
		return assessments.Rating{ID: uid(100 + n), AssessmentID: uid(4), Question: q, Respondent: who, At: start.Add(time.Duration(n) * time.Minute), Answer: assessments.Answer{Value: v}}
	}
	ratings := []assessments.Rating{
		r(0, "data.backup", assessments.Owner, assessments.AtLevel(1)),
		r(1, "data.backup", assessments.Advisor, assessments.AtLevel(2)),
		r(2, "machines.tools", assessments.Colleague, assessments.Value{}.WithRow("cad", assessments.AtLevel(4)).WithRow("cnc", assessments.NotApplicableValue)),
		r(3, "direction.customers", assessments.Owner, assessments.Choosing("website", "social")),
		r(4, "dii.cloud", assessments.Owner, assessments.Saying(true)),
		r(5, "direction.plan", assessments.Owner, assessments.DontKnowValue),
		r(6, "direction.plan", assessments.Owner, assessments.Value{}),
	}
	x := &ratings[1]
	x.By, x.Carried, x.Undoes = "Marta", true, uid(100)
	x.Answer.Relevance, x.Answer.Confidence, x.Answer.Note, x.Answer.Flag = assessments.RelevanceHigh, assessments.Guess, "nota «x»\t<b>", true
	picture, thumb := photo(t, 40, 30, 200), photo(t, 8, 6, 10)
	d.Rounds = []assessments.DossierRound{{Assessment: a, Ratings: ratings,
		Decisions: []assessments.Decision{{Action: "access-list", Kind: assessments.Underway, Reason: "desde mayo", At: start}, {Action: "access-list", At: later}},
		Plan: []assessments.PlanItem{{ID: uid(5), Action: "backup-test", Phase: assessments.PhaseFirst, Owner: "Ana", Start: "2026-11-24", Due: "2026-12-24", Status: assessments.StatusStuck,
			CostPlanned: 100, CostSpent: 20, Funding: "propio", Sign: "probada", Note: "nota", At: start, Hurdle: "tiempo", ChangedAt: later, DoneAt: later}},
		Evidence: []assessments.Evidence{{ID: uid(6), AssessmentID: uid(4), Question: "data.backup", Caption: "el disco", Width: 40, Height: 30, Picture: picture, Thumb: thumb,
			InReport: true, At: start, ChangedAt: later}}}}
	return d
}

// written is a dossier as a file.
func written(t testing.TB, d assessments.Dossier, passphrase string) []byte {
	t.Helper()
	var out bytes.Buffer
	ok(t, Write(&out, d, passphrase))
	return out.Bytes()
}

// filed puts a first line before a body, whatever that is.
func filed(body string) []byte { return []byte(firstLine(Format, []byte(body)) + body) }

// lightly makes passphrases cheap for a test.
func lightly(t testing.TB) {
	was := working
	working = 2
	t.Cleanup(func() { working = was })
}
