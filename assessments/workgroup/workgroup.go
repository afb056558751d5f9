// Package workgroup is a standing working group of clusters, research and government: who belongs to
// it, its meetings with agenda and decisions, and what is still to be done.
//
// The rule: what was agreed stays on the list until it is done; the evidence for a point is what an
// anonymous roll-up says, with its day.
package workgroup

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"nivel/assessments"
)

// Group is one working group.
type Group struct {
	ID       string    `json:"-"` // of its undertaking; empty until it is kept
	Name     string    `json:"name"`
	Members  []Member  `json:"members"`
	Meetings []Meeting `json:"meetings"` // as they were added
}

// Member belongs to the group.
type Member struct {
	Name        string `json:"name"` // as typed: a person or an office
	Institution string `json:"institution"`
	Role        Role   `json:"role"`
}

// Role is the helix that a member stands for.
type Role string

// The roles: the first three are the triple helix.
const (
	Company    Role = "company" // firms and clusters
	Research   Role = "research"
	Government Role = "government"
	Society    Role = "society" // citizens, unions, environment
	Other      Role = "other"
)

// Roles are all of them.
var Roles = []Role{Company, Research, Government, Society, Other}

// Meeting is one meeting of the group.
type Meeting struct {
	ID        string     `json:"id"`
	Day       string     `json:"day"` // YYYY-MM-DD
	Place     string     `json:"place"`
	Agenda    []Item     `json:"agenda"`
	Present   string     `json:"present"`
	Minutes   string     `json:"minutes"`
	Decisions string     `json:"decisions"`
	Follow    []FollowUp `json:"follow"`
}

// Item is a point of the agenda.
type Item struct {
	Text     string `json:"text"`
	Evidence string `json:"evidence"` // what the roll-up says, with its day
}

// FollowUp is what was agreed: who does what by when.
type FollowUp struct {
	What string `json:"what"`
	Who  string `json:"who"`
	Due  string `json:"due"` // YYYY-MM-DD; empty where no day was set
	Done bool   `json:"done"`
}

// Limits of what is kept.
const (
	MostMembers  = 100
	MostMeetings = 200
	MostItems    = 40
	LineLimit    = 200
	TextLimit    = 5000
)

// Check reports the first thing wrong as a *Fault, or nil.
func (g *Group) Check() error {
	if len(g.Members) > MostMembers || len(g.Meetings) > MostMeetings {
		return assessments.NewFault("group-many", "members", MostMembers, "meetings", MostMeetings)
	}
	lines, texts := []string{g.Name}, []string{}
	seen := map[string]bool{}
	for _, m := range g.Members {
		lines = append(lines, m.Name, m.Institution)
		key := plain(m.Name) + "|" + plain(m.Institution)
		if strings.TrimSpace(m.Name) != "" && seen[key] {
			return assessments.NewFault("group-twice", "name", m.Name)
		}
		seen[key] = true
		if !slices.Contains(Roles, m.Role) {
			return assessments.NewFault("group-damaged")
		}
	}
	ids := map[string]bool{}
	for i := range g.Meetings {
		m := &g.Meetings[i]
		if m.ID == "" || ids[m.ID] || len(m.Agenda) > MostItems || len(m.Follow) > MostItems {
			return assessments.NewFault("group-damaged")
		}
		ids[m.ID] = true
		if m.Day == "" {
			return assessments.NewFault("group-noday")
		}
		if !isDay(m.Day) {
			return assessments.NewFault("date-form", "value", brief(m.Day))
		}
		lines, texts = append(lines, m.Place), append(texts, m.Present, m.Minutes, m.Decisions)
		for _, a := range m.Agenda {
			texts = append(texts, a.Text, a.Evidence)
		}
		for _, f := range m.Follow {
			lines, texts = append(lines, f.Who), append(texts, f.What)
			switch {
			case f.Due == "":
			case !isDay(f.Due):
				return assessments.NewFault("date-form", "value", brief(f.Due))
			case f.Due < m.Day:
				return assessments.NewFault("group-early", "what", f.What)
			}
		}
	}
	for limit, all := range map[int][]string{LineLimit: lines, TextLimit: texts} {
		for _, text := range all {
			if n := utf8.RuneCountInString(text); n > limit {
				return assessments.NewFault("plan-text-long", "have", n, "limit", limit)
			}
		}
	}
	return nil
}

// plain is a name without what the hand adds: capitals and spaces.
func plain(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }

func isDay(day string) bool {
	_, err := time.Parse(time.DateOnly, day)
	return err == nil
}

func brief(text string) string {
	if r := []rune(text); len(r) > 20 {
		return string(r[:20]) + "…"
	}
	return text
}

// Lacks are the roles of the triple helix that nobody stands for.
func (g *Group) Lacks() []Role {
	var out []Role
	for _, r := range Roles[:3] {
		if !slices.ContainsFunc(g.Members, func(m Member) bool { return m.Role == r && strings.TrimSpace(m.Name+m.Institution) != "" }) {
			out = append(out, r)
		}
	}
	return out
}

// Meeting is the one with that id, or nil.
func (g *Group) Meeting(id string) *Meeting {
	if i := slices.IndexFunc(g.Meetings, func(m Meeting) bool { return m.ID == id }); i >= 0 {
		return &g.Meetings[i]
	}
	return nil
}

// ByDay are the meetings, the latest in front.
func (g *Group) ByDay() []*Meeting {
	out := make([]*Meeting, len(g.Meetings))
	for i := range g.Meetings {
		out[i] = &g.Meetings[i]
	}
	slices.SortStableFunc(out, func(a, b *Meeting) int { return cmp.Compare(b.Day, a.Day) })
	return out
}

// Pending is something that was agreed and is not done.
type Pending struct {
	Meeting  *Meeting
	FollowUp *FollowUp
}

// Open is all that is not done, of meetings before a day (YYYY-MM-DD; empty: of all), what is due first
// in front, what has no day last.
func (g *Group) Open(before string) []Pending {
	var out []Pending
	for i := range g.Meetings {
		m := &g.Meetings[i]
		if before != "" && m.Day >= before {
			continue
		}
		for k := range m.Follow {
			if !m.Follow[k].Done && strings.TrimSpace(m.Follow[k].What) != "" {
				out = append(out, Pending{m, &m.Follow[k]})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Pending) int {
		x, y := a.FollowUp.Due, b.FollowUp.Due
		switch {
		case x == y:
			return cmp.Compare(a.Meeting.Day, b.Meeting.Day)
		case x == "":
			return 1
		case y == "":
			return -1
		}
		return cmp.Compare(x, y)
	})
	return out
}

// Read reads a group that Written wrote.
func Read(u *assessments.Undertaking) (*Group, error) {
	g := &Group{}
	d := json.NewDecoder(bytes.NewReader(u.Content))
	d.DisallowUnknownFields()
	if err := d.Decode(g); err != nil {
		return nil, err
	}
	g.ID = u.ID
	return g, g.Check()
}

// Written puts a group into an undertaking.
func Written(g *Group, sample bool) (assessments.Undertaking, error) {
	data, err := json.Marshal(g)
	return assessments.Undertaking{ID: g.ID, Kind: assessments.GroupKind, Sample: sample, Content: data}, err
}
