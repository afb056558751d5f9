package session_test

import (
	"maps"
	"testing"
	"time"

	"nivel/app/session"
	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/report"
	"nivel/assessments/scoring"
	"nivel/assets"
)

var someAnswers = assessments.Answers{
	"direction.plan":      {Value: assessments.AtLevel(3), Relevance: assessments.RelevanceHigh, Note: "Ñandú 😀\nsegunda línea", Flag: true},
	"direction.customers": {Value: assessments.Choosing("website", "social")},
	"data.backup":         {Value: assessments.DontKnowValue},
	"data.storage":        {Value: assessments.NotApplicableValue, Relevance: assessments.RelevanceNone},
	"machines.tools": {Value: assessments.Value{}.WithRow("cad", assessments.AtLevel(4)).WithRow("cnc", assessments.DontKnowValue).
		WithRow("ai", assessments.NotApplicableValue)},
	"orders.quote": {Note: "only a note"},
	"dii.cloud":    {Value: assessments.Saying(false)},
}

// Everything that was given is there after the next start: answers, company, decisions, the
// question shown last.
func TestKeptAndReloaded(t *testing.T) {
	d := open(t, t.TempDir(), func(p *session.Params) { p.Now = clock() })
	if d.Company.ID == "" || d.Company.Sample || len(d.Answers) != 0 || d.Assessment.Position != "" || !d.LastAnswer.IsZero() {
		t.Fatalf("a new folder holds %+v, %+v", d.Company, d.Assessment)
	}
	company := assessments.Company{ID: d.Company.ID, Name: "Muebles «Ñ» S.L.", Place: "Yecla", NACE: "31", People: 24, Contact: "Ana",
		Figures: assessments.Figures{HourlyCost: 22, Orders: 60}, CreatedAt: d.Company.CreatedAt}
	d.PutCompany(company)
	d.Answer("direction.plan", assessments.Answer{Value: assessments.AtLevel(0)})
	for q, a := range someAnswers {
		d.Answer(q, a)
	}
	d.Decide(assessments.Decision{Action: "backup-restore-test", Kind: assessments.NotNow, Reason: "in January"})
	d.Decide(assessments.Decision{Action: "access-list", Kind: assessments.Chosen})
	d.At("data.backup")
	was, last := d.Assessment, d.LastAnswer
	d = d.again(t)
	if d.Assessment.ID != was.ID || d.Assessment.Position != "data.backup" || d.Assessment.Path != "quick" {
		t.Errorf("the assessment %+v became %+v", was, d.Assessment)
	}
	if !maps.EqualFunc(d.Answers, someAnswers, equal) {
		t.Errorf("answers became %+v", d.Answers)
	}
	if company.CreatedAt = d.Company.CreatedAt; !d.Company.Same(company) {
		t.Errorf("the company became %+v", d.Company)
	}
	if !d.LastAnswer.Equal(last) {
		t.Errorf("the last answer was given at %v, now %v", last, d.LastAnswer)
	}
	if x := d.Decisions["backup-restore-test"]; len(d.Decisions) != 2 || x.Kind != assessments.NotNow || x.Reason != "in January" {
		t.Errorf("decisions became %+v", d.Decisions)
	}
	ratings, err := d.store.Ratings(t.Context(), d.Assessment.ID)
	if err != nil || len(ratings) != len(someAnswers)+1 || ratings[0].Respondent != assessments.Owner || ratings[0].At.IsZero() {
		t.Errorf("%d ratings kept, %v; want every one with who and when", len(ratings), err)
	}
}

// An answer and a decision can be taken back, and stay taken back.
func TestTakenBack(t *testing.T) {
	d := open(t, t.TempDir())
	d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(2)})
	d.Answer("data.backup", assessments.Answer{})
	d.Decide(assessments.Decision{Action: "access-list", Kind: assessments.NotNow})
	d.Decide(assessments.Decision{Action: "access-list", Kind: assessments.Undone})
	for _, s := range []*desk{d, d.again(t)} {
		if a := s.Answers["data.backup"]; !a.Empty() {
			t.Errorf("the answer is back: %+v", a)
		}
		if x := s.Decisions["access-list"]; x.Kind != assessments.Undone {
			t.Errorf("the decision is back: %+v", x)
		}
	}
}

// Looking around writes nothing: a firm that has given nothing leaves no company.
func TestLookingAroundWritesNothing(t *testing.T) {
	d := open(t, t.TempDir())
	d.Result()
	d.Advice()
	d.SetLanguage("en")
	d.Flush()
	all, err := d.store.Companies(t.Context())
	if err != nil || len(all) != 0 {
		t.Errorf("%d companies, %v", len(all), err)
	}
}

// The language is switched at once and kept; one that is not there changes nothing.
func TestLanguage(t *testing.T) {
	d := open(t, t.TempDir())
	d.SetLanguage("en")
	d.SetLanguage("xx")
	if d.Words.Language != "en" || d.In("es").Language != "es" {
		t.Errorf("switched to en, the window speaks %s", d.Words.Language)
	}
	if d = d.again(t); d.Setting("language") != "en" {
		t.Errorf("kept %q", d.Setting("language"))
	}
}

// A session that begins with the words of one language has all of them once it needs them.
func TestOneLanguageFirst(t *testing.T) {
	pack, findings := content.LoadModel(assets.Content, "models/"+session.ModelID, "es")
	if len(findings) > 0 {
		t.Fatal(findings[0])
	}
	d := open(t, t.TempDir(), func(p *session.Params) { p.Pack = &pack })
	d.SetLanguage("en")
	if got := d.Pack.Words["en"]; got.Name == "" || got.Name == d.Pack.Words["es"].Name {
		t.Errorf("the questionnaire has no words in English: %q", got.Name)
	}
}

func TestSettings(t *testing.T) {
	d := open(t, t.TempDir())
	if got := d.Setting("percent"); got != "" {
		t.Errorf("a setting nobody made is %q", got)
	}
	d.PutSetting("percent", "125")
	d.PutSetting("percent", "150")
	if d = d.again(t); d.Setting("percent") != "150" {
		t.Errorf("kept %q", d.Setting("percent"))
	}
	if d.Folder() != d.folder {
		t.Errorf("the folder is %s, want %s", d.Folder(), d.folder)
	}
}

// The sample firm can be looked at and left; it is marked, it keeps its own answers apart, and it
// is never taken for the own firm.
func TestSample(t *testing.T) {
	d := open(t, t.TempDir())
	d.PutCompany(assessments.Company{ID: d.Company.ID, Name: "Own"})
	d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(5)})
	d.At("data.backup")
	own := d.Company.ID
	for range 2 {
		if err := d.OpenSample(sample(t)); err != nil {
			t.Fatal(err)
		}
		if !d.Company.Sample || d.Company.ID == own || d.Company.Name != sample(t).Company.Name || !maps.Equal(d.Assessment.Targets, sample(t).Targets) {
			t.Fatalf("the sample is %+v, targets %v", d.Company, d.Assessment.Targets)
		}
		if want := sample(t).Answers; !maps.EqualFunc(d.Answers, want, equal) {
			t.Fatalf("the sample's answers are %+v, want %+v", d.Answers, want)
		}
		if err := d.CloseSample(); err != nil {
			t.Fatal(err)
		}
		if d.Company.ID != own || d.Company.Sample || len(d.Answers) != 1 || d.Assessment.Position != "data.backup" {
			t.Fatalf("back at %+v with %+v", d.Company, d.Answers)
		}
	}
	if all, err := d.store.Companies(t.Context()); err != nil || len(all) != 2 {
		t.Errorf("%d companies, %v: the sample is written once", len(all), err)
	}
	if err := d.OpenSample(sample(t)); err != nil {
		t.Fatal(err)
	}
	d.Answer("data.backup", assessments.Answer{Value: assessments.AtLevel(0)})
	if d = d.again(t); !d.Company.Sample {
		t.Errorf("the sample was open, the next start shows %+v", d.Company)
	}
	if err := d.CloseSample(); err != nil || d.Answers["data.backup"].Value.Level != 5 {
		t.Errorf("what was tried in the sample reached the own firm: %+v, %v", d.Answers, err)
	}
	if d = d.again(t); d.Company.ID != own {
		t.Errorf("the next start shows %+v", d.Company)
	}
}

// Without a firm of one's own, leaving the sample shows an empty one, and the sample is not it.
func TestSampleIsNoFirm(t *testing.T) {
	d := open(t, t.TempDir())
	if err := d.OpenSample(sample(t)); err != nil {
		t.Fatal(err)
	}
	if err := d.CloseSample(); err != nil {
		t.Fatal(err)
	}
	for _, s := range []*desk{d, d.again(t)} {
		if s.Company.Sample || s.Company.Name != "" || len(s.Answers) != 0 || s.Result().Overall.Value != nil {
			t.Errorf("the own firm is %+v with %d answers", s.Company, len(s.Answers))
		}
	}
}

// Scores and advice are there at once, from memory; the rest of the content comes later.
func TestReckoning(t *testing.T) {
	var jobs []func()
	d := open(t, t.TempDir(), func(p *session.Params) { p.Run = func(job func()) { jobs = append(jobs, job) } })
	if d.LoadRest(); d.Ready() || len(jobs) != 1 {
		t.Fatalf("ready %v before anything was loaded, %d jobs", d.Ready(), len(jobs))
	}
	for q, a := range sample(t).Answers {
		d.Answer(q, a)
	}
	quick := library().Pack(session.ModelID).Model.Asking(assessments.Scope{Path: "quick"}, d.Answers)
	want := scoring.Score(quick, sample(t).Answers, nil)
	if got := d.Result().Overall; got.Value.Cmp(want.Overall.Value) != 0 || got.Counts != want.Overall.Counts {
		t.Errorf("the score is %v, want %v", got, want.Overall)
	}
	jobs[0]()
	if !d.Ready() || len(d.Complete().Actions) != len(library().Actions) || len(d.Advice().Next) == 0 {
		t.Errorf("ready %v, %d next steps", d.Ready(), len(d.Advice().Next))
	}
	r, err := d.Report("en", report.WithCover, true)
	if err != nil {
		t.Fatal(err)
	}
	if r.Language != "en" || !r.Grey || r.Profile != nil || r.Date != d.LastAnswer.Format(time.DateOnly) {
		t.Errorf("the report is in %s of %s", r.Language, r.Date)
	}
}

func TestOpenNeedsItsParts(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("opened without a store")
		}
	}()
	_, _ = session.Open(session.Params{})
}
