package assessments

import (
	"slices"
	"time"
	"unicode/utf8"
)

// Visit is one visit of an advisor to a firm.
type Visit struct {
	ID           string // UUIDv7
	CompanyID    string
	AssessmentID string // the round that was talked about; empty where there was none
	Day          string // YYYY-MM-DD
	Place        string
	People       []Present // who was there
	Minutes      int       // that were set aside; 0 where not said
	Note         string
	Agreed       []string // ids of the actions on which both sides agreed at the end
	StartedAt    time.Time
	ClosedAt     time.Time // zero while the visit goes on
	ChangedAt    time.Time
}

// Present is somebody who was at a visit or a meeting.
type Present struct {
	Role string // in the words of who wrote it: owner, foreman, advisor
	Name string
}

// Limits on what is written down about a visit.
const (
	PeopleLimit    = 30
	VisitTextLimit = 5_000 // characters of the note
	VisitLineLimit = 200   // characters of a place, a role, a name
	MinutesLimit   = 12 * 60
)

// Check reports the first thing wrong in what was typed, as a *Fault whose "field" names the field,
// or nil.
func (v *Visit) Check() error {
	if _, err := time.Parse(time.DateOnly, v.Day); err != nil {
		return NewFault("date-form", "field", "day", "value", brief(v.Day))
	}
	if v.Minutes < 0 {
		return NewFault("number-negative", "field", "minutes", "have", v.Minutes)
	}
	if v.Minutes > MinutesLimit {
		return NewFault("number-large", "field", "minutes", "have", v.Minutes, "most", MinutesLimit)
	}
	if n := utf8.RuneCountInString(v.Note); n > VisitTextLimit {
		return NewFault("text-long", "field", "note", "have", n, "limit", VisitTextLimit)
	}
	if len(v.People) > PeopleLimit {
		return NewFault("people-many", "field", "people", "have", len(v.People), "limit", PeopleLimit)
	}
	lines := []struct{ field, text string }{{"place", v.Place}}
	for _, p := range v.People {
		lines = append(lines, struct{ field, text string }{"people", p.Role}, struct{ field, text string }{"people", p.Name})
	}
	for _, l := range lines {
		if n := utf8.RuneCountInString(l.text); n > VisitLineLimit {
			return NewFault("text-long", "field", l.field, "have", n, "limit", VisitLineLimit)
		}
	}
	return nil
}

// Equal says whether two visits say the same, whenever they were changed.
func (v Visit) Equal(w Visit) bool {
	return v.ID == w.ID && v.CompanyID == w.CompanyID && v.AssessmentID == w.AssessmentID && v.Day == w.Day && v.Place == w.Place &&
		v.Minutes == w.Minutes && v.Note == w.Note && v.StartedAt.Equal(w.StartedAt) && v.ClosedAt.Equal(w.ClosedAt) &&
		slices.Equal(v.People, w.People) && slices.Equal(v.Agreed, w.Agreed)
}

// Evidence is a picture that shows what an answer says.
type Evidence struct {
	ID           string // UUIDv7
	AssessmentID string
	Question     string
	Caption      string
	Width        int    // pixels of Picture
	Height       int    // pixels of Picture
	Picture      []byte // JPEG, upright, nothing in it but the picture
	Thumb        []byte // the same, small
	InReport     bool   // whether reports show it
	At           time.Time
	ChangedAt    time.Time
}

// Limits on evidence: what is kept is bounded, so that files that travel stay small.
const (
	EvidenceEdge       = 1600      // pixels of a picture's longer side
	EvidenceBytes      = 700_000   // of a picture as it is kept
	ThumbEdge          = 240       // pixels of a thumbnail's longer side
	ThumbBytes         = 40_000    // of a thumbnail
	EvidencePerAnswer  = 12        // pictures of one question
	EvidencePerRound   = 200       // pictures of one round
	CaptionLimit       = 300       // characters
	EvidenceInputBytes = 40 << 20  // of a file that is offered
	EvidencePixels     = 100 << 20 // width times height of a picture that is offered
)

// Consent is what a firm has allowed, in whose words and when.
type Consent struct {
	Kind  ConsentKind
	Given bool // false: taken back
	By    string
	At    time.Time
}

// ConsentKind is what may be done with a firm's results.
type ConsentKind string

// The kinds of consent. Nothing else leaves a firm's own file.
const (
	// ConsentWall lets the firm be shown beside others in a room, by name or alias.
	ConsentWall ConsentKind = "wall"
	// ConsentGallery lets a short example of the firm stand in the region's gallery.
	ConsentGallery ConsentKind = "gallery"
	// ConsentRegion lets the firm's answers count, without names, in a roll-up of the region.
	ConsentRegion ConsentKind = "region"
)

// ConsentKinds are all kinds.
var ConsentKinds = []ConsentKind{ConsentWall, ConsentGallery, ConsentRegion}
