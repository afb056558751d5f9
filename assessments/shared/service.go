package shared

import (
	"bytes"
	"encoding/json"
	"slices"
	"unicode/utf8"

	"nivel/assessments"
)

// Service is what is kept about a need that somebody takes up.
type Service struct {
	ID       string `json:"-"` // of its undertaking; empty until it is kept
	Need     string `json:"need"`
	State    State  `json:"state"`
	Provider string `json:"provider"` // "region/contact"; empty while none is chosen
	First    string `json:"first"`    // the first step, where it is another than the one proposed
	Decides  string `json:"decides"`  // who decides
	Note     string `json:"note"`     // the advisor's own, never printed
	Marks    []Mark `json:"-"`        // of firms
}

// Mark is what a firm has said.
type Mark struct {
	Company string
	Said    Said
}

// State is how far a service is.
type State string

// The states.
const (
	Idea    State = "idea"
	Talking State = "talking"
	Running State = "running"
	Dropped State = "dropped"
)

// States are all of them.
var States = []State{Idea, Talking, Running, Dropped}

// Said is what a firm has said about a service.
type Said string

// What a firm may have said.
const (
	Unasked    Said = ""
	Asked      Said = "asked"
	Interested Said = "interested"
	Declined   Said = "no"
)

// AllSaid are all of them.
var AllSaid = []Said{Unasked, Asked, Interested, Declined}

// TextLimit is how many characters each text of a service may have.
const TextLimit = 2000

// Check reports the first thing wrong as a *Fault whose "field" names the field, or nil.
func (s *Service) Check() error {
	for _, f := range []struct{ name, text string }{{"first", s.First}, {"decides", s.Decides}, {"note", s.Note}} {
		if n := utf8.RuneCountInString(f.text); n > TextLimit {
			return assessments.NewFault("text-long", "field", f.name, "have", n, "limit", TextLimit)
		}
	}
	return nil
}

// Of is what a firm has said.
func (s *Service) Of(company string) Said {
	for _, m := range s.Marks {
		if m.Company == company {
			return m.Said
		}
	}
	return Unasked
}

// Say keeps what a firm has said.
func (s *Service) Say(company string, said Said) {
	s.Marks = slices.DeleteFunc(slices.Clone(s.Marks), func(m Mark) bool { return m.Company == company })
	if said != Unasked {
		s.Marks = append(s.Marks, Mark{company, said})
	}
}

// Count is how many of these firms have said that.
func (s *Service) Count(firms []Firm, said Said) int {
	n := 0
	for _, f := range firms {
		if s.Of(f.Company.ID) == said {
			n++
		}
	}
	return n
}

type markFile struct {
	Said Said `json:"said"`
}

// Read reads a service that Written wrote.
func Read(u *assessments.Undertaking) (*Service, error) {
	s := &Service{ID: u.ID}
	if err := strict(u.Content, s); err != nil {
		return nil, err
	}
	for _, f := range u.Firms {
		var m markFile
		if err := strict(f.Content, &m); err != nil {
			return nil, err
		}
		s.Marks = append(s.Marks, Mark{f.CompanyID, m.Said})
	}
	return s, nil
}

func strict(data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	return d.Decode(into)
}

// Written puts a service into its undertaking.
func Written(s *Service, u assessments.Undertaking) (assessments.Undertaking, error) {
	u.ID, u.Kind, u.Firms = s.ID, assessments.ServiceKind, nil
	var err error
	if u.Content, err = json.Marshal(s); err != nil {
		return u, err
	}
	for _, m := range s.Marks {
		data, err := json.Marshal(markFile{m.Said})
		if err != nil {
			return u, err
		}
		u.Firms = append(u.Firms, assessments.UndertakingFirm{CompanyID: m.Company, Content: data})
	}
	return u, nil
}
