package workgroup

import (
	"strings"
	"time"

	"nivel/assessments/document"
	"nivel/assessments/office"
	"nivel/assessments/texts"
)

// Input is what papers of a group are written from.
type Input struct {
	Words  *texts.Words
	Group  *Group
	Sample bool
	Day    time.Time
}

func (in *Input) document(title, lead string) *document.Document {
	w := in.Words
	d := &document.Document{Language: w.Language, Title: title, Lead: lead, About: in.Group.Name, Day: in.Day, Footer: w.T("workgroup.foot", "date", w.Date(in.Day)), PageOf: w.T("report.page")}
	if in.Sample {
		d.Sample = w.T("sample.chip")
	}
	return d
}

// pending is a table of what is to be done.
func (in *Input) pending(all []Pending) document.Table {
	w := in.Words
	t := document.Table{Heads: []string{w.T("workgroup.what"), w.T("workgroup.who"), w.T("workgroup.due")}, Shares: []float64{56, 26, 18}}
	for _, p := range all {
		due := "–"
		if p.FollowUp.Due != "" {
			due = w.ShortDate(p.FollowUp.Due)
		}
		t.Rows = append(t.Rows, []string{p.FollowUp.What, p.FollowUp.Who, due})
	}
	return t
}

// Agenda is the invitation to a meeting: day, place, points with their evidence, what is still open.
func Agenda(in Input, m *Meeting) *document.Document {
	w := in.Words
	d := in.document(w.T("workgroup.agenda"), w.DateOf(m.Day))
	d.Blocks = []document.Block{document.Facts{{Name: w.T("workgroup.day"), Text: w.DateOf(m.Day)}, {Name: w.T("workgroup.place"), Text: m.Place}}}
	if open := in.Group.Open(m.Day); len(open) > 0 {
		d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: w.T("workgroup.open")}, in.pending(open))
	}
	d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: w.T("workgroup.points")})
	var points []string
	evidence := false
	for _, a := range m.Agenda {
		points = append(points, a.Text)
		evidence = evidence || a.Evidence != ""
	}
	d.Blocks = append(d.Blocks, document.List{Items: points, Numbered: true})
	if evidence {
		d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: w.T("workgroup.evidence")}, document.Text{Text: w.T("workgroup.evidence.text"), Small: true})
		for _, a := range m.Agenda {
			if a.Evidence != "" {
				d.Blocks = append(d.Blocks, document.Heading{Level: 3, Text: a.Text}, document.Text{Text: a.Evidence})
			}
		}
	}
	return d
}

// MinutesOf are the minutes of a meeting, to sign.
func MinutesOf(in Input, m *Meeting) *document.Document {
	w := in.Words
	d := in.document(w.T("workgroup.minutes"), w.DateOf(m.Day))
	d.Blocks = []document.Block{document.Facts{{Name: w.T("workgroup.day"), Text: w.DateOf(m.Day)}, {Name: w.T("workgroup.place"), Text: m.Place}, {Name: w.T("workgroup.present"), Text: m.Present}}}
	var points []string
	for _, a := range m.Agenda {
		points = append(points, a.Text)
	}
	if len(points) > 0 {
		d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: w.T("workgroup.points")}, document.List{Items: points, Numbered: true})
	}
	for _, part := range [][2]string{{"workgroup.said", m.Minutes}, {"workgroup.decisions", m.Decisions}} {
		if strings.TrimSpace(part[1]) != "" {
			d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: w.T(part[0])}, document.Text{Text: part[1]})
		}
	}
	var agreed []Pending
	for i := range m.Follow {
		agreed = append(agreed, Pending{m, &m.Follow[i]})
	}
	if len(agreed) > 0 {
		d.Blocks = append(d.Blocks, document.Heading{Level: 2, Text: w.T("workgroup.follow")}, in.pending(agreed))
	}
	d.Blocks = append(d.Blocks, document.Signatures{w.T("workgroup.sign.chair"), w.T("workgroup.sign.secretary")})
	return d
}

// FollowUps is the list of everything that is still to be done.
func FollowUps(in Input) *document.Document {
	w := in.Words
	d := in.document(w.T("workgroup.open"), w.Date(in.Day))
	open := in.Group.Open("")
	if len(open) == 0 {
		d.Blocks = []document.Block{document.Text{Text: w.T("workgroup.open.none")}}
		return d
	}
	d.Blocks = []document.Block{in.pending(open)}
	return d
}

// Events are the meetings and what is due, for a calendar.
func Events(w *texts.Words, g *Group) []office.Event {
	var out []office.Event
	for i := range g.Meetings {
		m := &g.Meetings[i]
		var points []string
		for _, a := range m.Agenda {
			points = append(points, a.Text)
		}
		out = append(out, office.Event{UID: "group-" + m.ID + "@nivel", Date: m.Day, Title: w.T("workgroup.event", "name", g.Name), Text: strings.Join(append([]string{m.Place}, points...), "\n"), ReminderDays: 7})
		for k, f := range m.Follow {
			if f.Due != "" && !f.Done {
				out = append(out, office.Event{UID: "group-" + m.ID + "-" + string(rune('a'+k%26)) + strings.Repeat("z", k/26) + "@nivel", Date: f.Due, Title: f.What, Text: f.Who, ReminderDays: 3})
			}
		}
	}
	return out
}
