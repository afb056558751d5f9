package assessments

import (
	"encoding/json"
	"time"
)

// Undertaking is something that several firms or institutions do together and that the program keeps
// as one document: a series of workshops, a shared service, a working group. What the document says is
// the business of the package of its kind.
type Undertaking struct {
	ID        string // UUIDv7
	Kind      UndertakingKind
	Sample    bool // made with sample firms; never counts
	Content   json.RawMessage
	Firms     []UndertakingFirm // in their order, each company once
	CreatedAt time.Time
	ChangedAt time.Time
}

// UndertakingFirm is what an undertaking keeps about one firm. It is deleted with the firm.
type UndertakingFirm struct {
	CompanyID string
	Content   json.RawMessage
}

// UndertakingKind is what kind of document it is.
type UndertakingKind string

// The kinds.
const (
	SeriesKind     UndertakingKind = "series"     // a Kickstart series of workshops
	ServiceKind    UndertakingKind = "service"    // a shared service
	GroupKind      UndertakingKind = "group"      // a working group
	CommitteeKind  UndertakingKind = "committee"  // a committee of experts
	ActionPlanKind UndertakingKind = "actionplan" // of a region
	ExampleKind    UndertakingKind = "example"    // a firm's short example in the gallery
)

// UndertakingLimit is how many bytes the content of an undertaking, or what it keeps about one firm,
// may have.
const UndertakingLimit = 2 << 20
