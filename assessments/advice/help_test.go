package advice_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nivel/assessments"
	"nivel/assessments/advice"
	"nivel/assessments/house/shipped"
)

func day(t *rapid.T, name string) string {
	return time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 6000).Draw(t, name)).Format(time.DateOnly)
}

// trades are the sector packs and, in front, none.
var trades = []string{"", "furniture", "metal", "food", "general"}

func randomTopic(t *rapid.T, m *assessments.Model) advice.Topic {
	q := rapid.SampledFrom(m.Questions).Draw(t, "question")
	return advice.Topic{Questions: []string{q.ID}, Dimension: q.Dimension, Sector: rapid.SampledFrom(trades).Draw(t, "sector")}
}

var states = []assessments.State{assessments.StateOpen, assessments.StateOpen, assessments.StateClosed, assessments.StateRunning, assessments.StateEnded, assessments.StateUnknown}

// Expired or closed funding never comes out, on any day, whatever the record says else.
func TestExpiredFundingIsNeverOffered(t *testing.T) {
	lib := shipped.Library()
	m := &lib.Pack("industry40").Model
	var lines []assessments.Funding
	for _, r := range lib.Regions {
		lines = append(lines, r.Funding...)
	}
	rapid.Check(t, func(t *rapid.T) {
		topic, lines := randomTopic(t, m), slices.Clone(lines)
		for i := range rapid.IntRange(0, 8).Draw(t, "more") {
			f := assessments.Funding{ID: string(rune('a' + i)), State: rapid.SampledFrom(states).Draw(t, "state"), Dimensions: []string{topic.Dimension}}
			if rapid.Bool().Draw(t, "begins") {
				f.From = day(t, "from")
			}
			if rapid.Bool().Draw(t, "ends") {
				f.Until = day(t, "until")
			}
			if rapid.Bool().Draw(t, "sized") {
				f.Sizes = []assessments.SizeClass{rapid.SampledFrom([]assessments.SizeClass{assessments.Micro, assessments.Small}).Draw(t, "for")}
			}
			lines = append(lines, f)
		}
		today := day(t, "today")
		size := rapid.SampledFrom([]assessments.SizeClass{assessments.Unsized, assessments.Micro, assessments.Small, assessments.Medium}).Draw(t, "size")
		got := topic.Funding(lines, today, size)
		for _, f := range got {
			if f.State != assessments.StateOpen || f.Until != "" && f.Until < today || f.From != "" && f.From > today {
				t.Fatalf("%s (%s, %s to %s) is offered on %s", f.ID, f.State, f.From, f.Until, today)
			}
			if len(f.Sizes) > 0 && size != assessments.Unsized && !slices.Contains(f.Sizes, size) {
				t.Fatalf("%s for %v is offered to a %s firm", f.ID, f.Sizes, size)
			}
		}
		for i := range lines {
			f := &lines[i]
			if f.State == assessments.StateOpen && f.From == "" && f.Until == "" && f.Sizes == nil && slices.Contains(f.Dimensions, topic.Dimension) && !slices.Contains(got, f) {
				t.Fatalf("%s is open and on the topic, but not offered", f.ID)
			}
		}
	})
}

// The shipped records of closed and ended lines, on each day of ten years.
func TestShippedFundingOnAnyDay(t *testing.T) {
	lib := shipped.Library()
	m := &lib.Pack("industry40").Model
	for at := time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() < 2032; at = at.AddDate(0, 0, 1) {
		today := at.Format(time.DateOnly)
		for _, r := range lib.Regions {
			for _, d := range m.Dimensions {
				for _, f := range (advice.Topic{Dimension: d.ID}).Funding(r.Funding, today, assessments.Small) {
					if !f.OpenOn(today) {
						t.Fatalf("%s on %s", f.ID, today)
					}
				}
			}
		}
	}
}

// A contact or course for other trades never appears, those that name the question come first, and
// closed courses are left out.
func TestHelpIsForTheTradeAndTheTopic(t *testing.T) {
	lib := shipped.Library()
	m := &lib.Pack("industry40").Model
	rapid.Check(t, func(t *rapid.T) {
		topic := randomTopic(t, m)
		contacts, trainings := slices.Clone(lib.Regions[0].Contacts), slices.Clone(lib.Regions[0].Trainings)
		for i := range rapid.IntRange(0, 6).Draw(t, "more") {
			id := string(rune('a' + i))
			sectors := rapid.SampledFrom([][]string{nil, {"furniture"}, {"metal", "food"}, {"general"}}).Draw(t, "sectors")
			contacts = append(contacts, assessments.Contact{ID: id, Sectors: sectors, Questions: topic.Questions})
			trainings = append(trainings, assessments.Training{ID: id, Sectors: sectors, State: rapid.SampledFrom(states).Draw(t, "state"), Dimensions: []string{topic.Dimension}})
		}
		check := func(id string, sectors, questions, dimensions []string, exactBefore bool) bool {
			if len(sectors) > 0 && topic.Sector != "" && !slices.Contains(sectors, topic.Sector) {
				t.Fatalf("%s is for %v, the firm's trade is %s", id, sectors, topic.Sector)
			}
			exact := slices.Contains(questions, topic.Questions[0])
			if !exact && !slices.Contains(dimensions, topic.Dimension) {
				t.Fatalf("%s is about %v and %v, asked for %v", id, questions, dimensions, topic)
			}
			if exact && !exactBefore {
				t.Fatalf("%s names the question and stands behind one that does not", id)
			}
			return exact
		}
		exact := true
		for _, c := range topic.Contacts(contacts) {
			exact = check(c.ID, c.Sectors, c.Questions, c.Dimensions, exact)
		}
		exact = true
		for _, c := range topic.Trainings(trainings) {
			exact = check(c.ID, c.Sectors, c.Questions, c.Dimensions, exact)
			if c.State == assessments.StateClosed || c.State == assessments.StateEnded {
				t.Fatalf("%s is %s", c.ID, c.State)
			}
		}
	})
}

// The practices that an action names come first, none stands twice.
func TestPractices(t *testing.T) {
	lib := shipped.Library()
	m := &lib.Pack("industry40").Model
	for i := range lib.Actions {
		a := &lib.Actions[i]
		q := m.Question(a.Gaps[0].Question)
		got := advice.Topic{Questions: []string{q.ID}, Dimension: q.Dimension}.Practices(lib.Practices, a.Practices)
		seen := map[string]bool{}
		for k, p := range got {
			if seen[p.ID] {
				t.Errorf("%s: %s stands twice", a.ID, p.ID)
			}
			seen[p.ID] = true
			if k < len(a.Practices) && p.ID != a.Practices[k] {
				t.Errorf("%s: practice %d is %s, the action names %v", a.ID, k+1, p.ID, a.Practices)
			}
		}
	}
}

// The topic of an offer holds every question behind it.
func TestTopicOf(t *testing.T) {
	o := advice.Offer{Dimension: "data", Reasons: []advice.Reason{{Question: "data.backup"}, {Question: "data.storage"}}}
	if got := advice.TopicOf(&o, "furniture"); got.Dimension != "data" || got.Sector != "furniture" || !slices.Equal(got.Questions, []string{"data.backup", "data.storage"}) {
		t.Errorf("%+v", got)
	}
}
