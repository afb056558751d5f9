package content_test

import (
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/content"
)

// What YAML takes for something other than text, and yet may be an id.
var trickyIDs = []string{"null", "true", "no", "y", "on", "12", "1.5", "0x1f", "1e3", "0o7", "2026-11-23", "0.0", "inf", "e"}

var ids = rapid.OneOf(rapid.SampledFrom(trickyIDs), rapid.StringMatching(`[a-z0-9]{1,5}([-.][a-z0-9]{1,3}){0,2}`))

// texts are any text that is not blank, also such as only a hostile hand would write.
var texts = rapid.OneOf(rapid.StringMatching(`[a-zñ:#'"{}\[\],&*!|>%@ -]{1,12}`), rapid.String(),
	rapid.SampledFrom([]string{"null", "~", "- a", "a: b", "---", "\ttab", "uno\ndos\n", " x ", "\u00a0y", "\U0001F469\u200d\U0001F3ED", "\\", "\x00", "\r\n.", "<<", "*a", "3"})).
	Filter(func(s string) bool { return strings.TrimSpace(s) != "" })

func distinct(t *rapid.T, label string, least, most int) []string {
	return rapid.SliceOfNDistinct(ids, least, most, rapid.ID).Draw(t, label)
}

func text(t *rapid.T) string { return texts.Draw(t, "text") }

func maybe(t *rapid.T) string {
	if rapid.Bool().Draw(t, "some") {
		return text(t)
	}
	return ""
}

// decimal is 0 or more with up to nine decimals.
func decimal(t *rapid.T) *big.Rat {
	return big.NewRat(rapid.Int64Range(0, 999_999_999).Draw(t, "number"), rapid.SampledFrom([]int64{1, 10, 1000, 1_000_000_000}).Draw(t, "of"))
}

// rising are values from 0 to 1 that never fall.
func rising(t *rapid.T) []*big.Rat {
	n := rapid.IntRange(2, 10).Draw(t, "levels")
	out := []*big.Rat{}
	parts := rapid.SliceOfN(rapid.Int64Range(0, 1000), n-1, n-1).Draw(t, "parts")
	last := int64(0)
	for _, p := range parts {
		out = append(out, big.NewRat(last, 1000))
		last = min(1000, last+p)
	}
	return append(out, big.NewRat(1, 1))
}

func when(t *rapid.T) *assessments.When {
	if rapid.Bool().Draw(t, "always") {
		return nil
	}
	return &assessments.When{Sizes: []assessments.SizeClass{assessments.Micro, assessments.Large}, Sectors: rapid.SliceOfN(ids, 0, 2).Draw(t, "sectors")}
}

func titled(t *rapid.T, n int) []assessments.TitleText {
	var out []assessments.TitleText
	for range n {
		out = append(out, assessments.TitleText{Title: text(t), Text: maybe(t)})
	}
	return out
}

// question draws a question of a kind and its texts.
func question(t *rapid.T, id string, kind assessments.Kind) (assessments.Question, assessments.QuestionWords) {
	q := assessments.Question{ID: id, Kind: kind, Path: "quick", Weight: big.NewRat(1, 1), When: when(t), Revision: rapid.IntRange(0, 2).Draw(t, "revision"),
		Words: rapid.SliceOfN(ids, 0, 2).Draw(t, "words")}
	w := assessments.QuestionWords{Text: text(t), Hint: maybe(t), Why: maybe(t), Example: maybe(t),
		How: assessments.HowWords{Text: maybe(t), Signs: []assessments.Sign{{Levels: "0-1", Text: text(t)}}}}
	switch kind {
	case assessments.Ladder:
		q.Values = rising(t)
		w.Levels = titled(t, len(q.Values))
		q.Ceiling = map[assessments.SizeClass]int{assessments.Small: 1, assessments.Micro: len(q.Values) - 1}
	case assessments.Partly:
		q.Values = assessments.Even(3)
	case assessments.Checklist:
		w.Options = map[string]assessments.TitleText{}
		for i, id := range distinct(t, "options", 2, 4) {
			o := assessments.Option{ID: id, Value: decimal(t), Exclusive: i > 1}
			if i == 0 {
				o.Value = big.NewRat(3, 2)
			} else if o.Exclusive {
				o.Value, o.When = new(big.Rat), when(t)
			}
			q.Options = append(q.Options, o)
			w.Options[id] = titled(t, 1)[0]
		}
	case assessments.Grid, assessments.Plans:
		w.Rows = map[string]assessments.TitleText{}
		for _, id := range distinct(t, "rows", 1, 3) {
			q.Rows = append(q.Rows, assessments.Row{ID: id, When: when(t)})
			w.Rows[id] = titled(t, 1)[0]
		}
		if kind == assessments.Plans {
			q.Column = rapid.SampledFrom([]assessments.Column{assessments.Already, assessments.Planned, assessments.Either}).Draw(t, "column")
			break
		}
		q.Values = rising(t)
		for range q.Values {
			w.Stages = append(w.Stages, text(t))
		}
	case assessments.Number:
		q.Range = assessments.NumberRange{Least: big.NewRat(-3, 2), Most: big.NewRat(2000, 1), Decimals: rapid.IntRange(0, 4).Draw(t, "decimals")}
		q.Bands, q.Values = []*big.Rat{q.Range.Least, big.NewRat(1, 4), big.NewRat(7, 1)}, []*big.Rat{new(big.Rat), new(big.Rat), big.NewRat(1, 1)}
		w.Unit, w.Levels = text(t), titled(t, 3)
	}
	if rapid.Bool().Draw(t, "was") {
		q.Was = &assessments.Was{Question: ids.Draw(t, "old")}
		if q.Steps() > 0 {
			q.Was.Levels = []int{0, q.Steps() - 1, 0}
		}
	}
	return q, w
}

var kinds = []assessments.Kind{assessments.Ladder, assessments.Partly, assessments.Checklist, assessments.Grid, assessments.Plans, assessments.Number, assessments.YesNo}

// model draws a model that the reader takes, with texts in one language.
func model(t *rapid.T) content.Pack {
	m := assessments.Model{ID: ids.Draw(t, "model"), Version: text(t), Date: "2026-11-23", Overall: rapid.SampledFrom([]assessments.Combine{assessments.Mean, assessments.Minimum, assessments.Count, assessments.NoOverall}).Draw(t, "overall"),
		Scale: assessments.Scale{Top: rapid.IntRange(1, 1000).Draw(t, "top"), Decimals: rapid.IntRange(0, 3).Draw(t, "decimals")}, Paths: []string{"quick", "null"}}
	if rapid.Bool().Draw(t, "bands") {
		m.Bands = []*big.Rat{new(big.Rat), big.NewRat(1, 8)}
	}
	w := assessments.ModelWords{Name: text(t), About: text(t), Dimensions: map[string]assessments.DimensionWords{}, Questions: map[string]assessments.QuestionWords{}, Contradictions: map[string]string{}, Risks: map[string]assessments.TitleText{}}
	for range m.Levels() {
		w.Levels = append(w.Levels, assessments.LevelWords{Name: text(t), Sign: text(t), Life: text(t)})
	}
	for _, id := range distinct(t, "dimensions", 1, 2) {
		parts := distinct(t, "parts", 0, 2)
		d := assessments.Dimension{ID: id, Icon: "area", Weight: big.NewRat(5, 4), Combine: assessments.Minimum}
		dw := assessments.DimensionWords{Name: text(t), Short: text(t), Framework: maybe(t), About: text(t), Subdimensions: map[string]assessments.SubdimensionWords{}}
		weighed := rapid.Bool().Draw(t, "weighed")
		for _, s := range parts {
			sub := assessments.Subdimension{ID: s, Combine: assessments.Count}
			if weighed {
				sub.Weight = decimal(t)
			}
			d.Subdimensions = append(d.Subdimensions, sub)
			dw.Subdimensions[s] = assessments.SubdimensionWords{Name: text(t), About: maybe(t)}
		}
		for range m.Levels() {
			dw.Levels = append(dw.Levels, text(t))
		}
		m.Dimensions, w.Dimensions[id] = append(m.Dimensions, d), dw
		for i := range max(2, len(parts)) {
			q, qw := question(t, fmt.Sprintf("%s.q%d", id, i), rapid.SampledFrom(kinds).Draw(t, "kind"))
			if q.Dimension = id; len(parts) > 0 {
				q.Subdimension = parts[i%len(parts)]
			}
			if i > 0 {
				q.Path, q.Weight = "null", decimal(t)
			}
			m.Questions, w.Questions[q.ID] = append(m.Questions, q), qw
		}
	}
	linked(t, &m, &w)
	return content.Pack{Model: m, Words: map[string]assessments.ModelWords{"es": w}}
}

// linked adds what speaks of other questions: a condition, a lent answer, a contradiction, an index.
func linked(t *rapid.T, m *assessments.Model, w *assessments.ModelWords) {
	first := m.Questions[0]
	first.ID, first.Kind, first.Was, first.Ceiling, first.Options, first.Bands, first.Values = "z.yes", assessments.YesNo, nil, nil, nil, nil, nil
	first.Rows, first.Column, first.Range = nil, "", assessments.NumberRange{}
	yes := assessments.Test{Question: "z.yes", Yes: true, Not: rapid.Bool().Draw(t, "not")}
	plans, pw := question(t, "z.plans", assessments.Plans)
	lent := plans
	lent.ID, lent.SameAs, lent.Column, lent.When = "z.lent", "z.plans", assessments.Either, &assessments.When{Answers: []assessments.Test{yes}}
	row := assessments.Test{Question: "z.plans", Row: plans.Rows[0].ID, Level: 1, Below: 3}
	for _, q := range []*assessments.Question{&first, &plans, &lent} {
		q.Dimension, q.Subdimension = m.Questions[0].Dimension, m.Questions[0].Subdimension
		m.Questions = append(m.Questions, *q)
	}
	w.Questions["z.yes"], w.Questions["z.plans"] = assessments.QuestionWords{Text: text(t)}, pw
	m.Contradictions = []assessments.Contradiction{{ID: ids.Draw(t, "contradiction"), Both: [2]assessments.Test{yes, row}}}
	w.Contradictions[m.Contradictions[0].ID] = text(t)
	m.Risks = []assessments.Risk{{ID: ids.Draw(t, "risk"), Both: []assessments.Test{row}}}
	w.Risks[m.Risks[0].ID] = assessments.TitleText{Title: text(t), Text: text(t)}
	if rapid.Bool().Draw(t, "index") {
		conditions := distinct(t, "conditions", 1, 3)
		m.Index = &assessments.Index{ID: "zz", Version: 3, Year: 2025}
		w.Index = assessments.IndexWords{Name: text(t), About: text(t), Conditions: map[string]assessments.ConditionWords{}}
		for i, id := range conditions {
			c := assessments.Condition{ID: id}
			if i == 0 {
				c.From = &row
			}
			m.Index.Conditions = append(m.Index.Conditions, c)
			w.Index.Conditions[id] = assessments.ConditionWords{Short: text(t), Text: text(t), How: text(t)}
		}
	}
}

// Whatever model and texts the reader takes, it reads back equal from what the writer makes of it.
func TestModelsReadBack(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		p := model(t)
		if err := os.RemoveAll(filepath.Join(dir, "m")); err != nil {
			t.Fatal(err)
		}
		tree := onDisk(t, dir, "m", content.WriteModel(p, []string{"es"}))
		back, findings := content.LoadModel(tree, "m", "es")
		for _, f := range findings {
			t.Error(f)
		}
		same(t, "model", back, p)
	})
}

// Whatever practices and offers the reader takes, they read back equal.
func TestRecordsReadBack(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		lib := records(t)
		info := content.Info{ID: ids.Draw(t, "pack"), Name: text(t), Version: text(t), Date: "2026-11-23", Languages: []string{"es"}, Source: maybe(t)}
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
		onDisk(t, dir, ".", map[string][]byte{content.PackFile: content.WriteInfo(info)})
		onDisk(t, dir, "practices", content.WritePractices(lib.Practices, lib.PracticeWords, info.Languages))
		onDisk(t, dir, "regions/r", content.WriteRegion(lib.Regions[0], map[string]assessments.RegionWords{"es": lib.RegionWords["es"][lib.Regions[0].ID]}, info.Languages))
		back, findings := content.Lay(&content.Library{}, os.DirFS(dir))
		for _, f := range findings {
			t.Error(f)
		}
		same(t, "practices", back.Practices, lib.Practices)
		same(t, "words", back.PracticeWords["es"], lib.PracticeWords["es"])
		same(t, "regions", back.Regions, lib.Regions)
		same(t, "region words", back.RegionWords["es"], lib.RegionWords["es"])
		same(t, "info", back.Packs, []content.Info{info})
	})
}

// records draws practices and a region with offers, with texts in one language.
func records(t *rapid.T) *content.Library {
	short := rapid.StringMatching(`[a-zñ:#'"{}& -]{1,9}[.a-z]`)
	draw := func() string { return short.Draw(t, "short") }
	list := func() []string { return rapid.SliceOfN(ids, 0, 3).Draw(t, "ids") }
	sources := []assessments.Source{{Name: text(t), Address: maybe(t), Date: rapid.SampledFrom([]string{"", "2025", "2025-03", "2025-03-01"}).Draw(t, "date")}, {Name: draw()}}
	lib := &content.Library{PracticeWords: map[string]map[string]assessments.PracticeWords{"es": {}}, RegionWords: map[string]map[string]assessments.RegionWords{"es": {}}}
	for _, id := range distinct(t, "practices", 0, 3) {
		lib.Practices = append(lib.Practices, assessments.Practice{ID: id, Countries: rapid.SliceOfN(rapid.SampledFrom([]string{"ES", "NO", "SE"}), 0, 3).Draw(t, "countries"), Region: maybe(t), Project: maybe(t), Who: assessments.Cluster, Questions: list(), Dimensions: list(),
			State: assessments.StateEnded, Years: maybe(t), Sources: sources, Checked: "2026-11-23", Sure: "low"})
		lib.PracticeWords["es"][id] = assessments.PracticeWords{Title: draw(), Summary: draw(), Problem: text(t), How: text(t), Chain: titled(t, 2), Resources: draw(), Evidence: draw(),
			Figures: []assessments.FigureWords{{Value: maybe(t), Prefix: maybe(t), Text: draw()}}, Difficulties: draw(), Transfer: draw(), You: draw(), Organisation: maybe(t)}
	}
	r := assessments.Region{ID: ids.Draw(t, "region"), Country: "NO"}
	w := assessments.RegionWords{Name: text(t), Contacts: map[string]assessments.OfferWords{}, Trainings: map[string]assessments.OfferWords{}, Funding: map[string]assessments.OfferWords{}}
	offer := func() assessments.OfferWords {
		return assessments.OfferWords{Name: text(t), Text: text(t), Unknown: maybe(t)}
	}
	for i, id := range distinct(t, "offers", 3, 3) {
		switch w := w; i {
		case 0:
			r.Contacts = append(r.Contacts, assessments.Contact{ID: id, Kind: "office", Place: maybe(t), Website: maybe(t), Phone: "+34 968 00 00 00", Email: maybe(t), Questions: list(), Dimensions: list(), Sectors: list(), Technologies: list(), State: assessments.StateOpen, Sources: sources, Checked: "2026-11-23"})
			w.Contacts[id] = offer()
		case 1:
			r.Trainings = append(r.Trainings, assessments.Training{ID: id, Provider: maybe(t), Place: maybe(t), Online: true, Free: rapid.Bool().Draw(t, "free"), Level: "middle", Questions: list(), Dimensions: list(), Sectors: list(), State: assessments.StateUnknown, Sources: sources, Checked: "2026-11-23"})
			w.Trainings[id] = offer()
		case 2:
			r.Funding = append(r.Funding, assessments.Funding{ID: id, State: assessments.StateClosed, From: "2026-01-01", Until: rapid.SampledFrom([]string{"", "2027-12-31"}).Draw(t, "until"), Maximum: rapid.IntRange(0, 100000).Draw(t, "maximum"), Sizes: []assessments.SizeClass{assessments.Medium}, Questions: list(), Dimensions: list(), Sources: sources, Checked: "2026-11-23"})
			w.Funding[id] = offer()
		}
	}
	lib.Regions, lib.RegionWords["es"][r.ID] = []assessments.Region{r}, w
	return lib
}
