package region

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/safefile"
)

// Format is the version of the file that is written, and the highest that is read.
const Format = 1

// Ending is how the name of a contribution's file ends.
const Ending = ".nivel-aporte.json"

// The limits of a file.
const (
	FileLimit  = 256 << 10
	RoundLimit = 99
)

// wire is a contribution as it stands in a file.
type wire struct {
	Format  int                          `json:"contribution"`
	Firm    string                       `json:"firm"`
	Round   int                          `json:"round"`
	Model   string                       `json:"model"`
	Version string                       `json:"version"`
	Path    string                       `json:"path"`
	Sector  string                       `json:"sector,omitempty"`
	Size    assessments.SizeClass        `json:"size,omitempty"`
	Region  string                       `json:"region,omitempty"`
	Place   string                       `json:"place,omitempty"`
	Month   string                       `json:"month"`
	Made    string                       `json:"made,omitempty"`
	Sample  bool                         `json:"sample,omitempty"`
	Answers map[string]assessments.Value `json:"answers"`
	Index   map[string]Known             `json:"index,omitempty"`
	Sum     string                       `json:"sum,omitempty"`
}

// fields are the keys of a file, as they are written.
var fields = []string{"contribution", "firm", "round", "model", "version", "path", "sector", "size", "region", "place", "month", "made", "sample", "answers", "index", "sum"}

func (c *Contribution) wire() wire {
	return wire{Format, c.Firm, c.Round, c.Model, c.Version, c.Path, c.Sector, c.Size, c.Region, c.Place, c.Month, c.Made, c.Sample, c.Answers, c.Index, ""}
}

func (w *wire) contribution() *Contribution {
	return &Contribution{w.Firm, w.Round, w.Model, w.Version, w.Path, w.Sector, w.Size, w.Region, w.Place, w.Month, w.Made, w.Sample, w.Answers, w.Index}
}

// sum is the checksum of a file's content: SHA-256 of the mark of the format and the content on one
// line, its keys in the order of the format and those of answers and index in that of their letters.
func (w wire) sum() [sha256.Size]byte {
	w.Sum = ""
	if w.Answers == nil {
		w.Answers = map[string]assessments.Value{}
	}
	line, _ := json.Marshal(w) // an answer that was read or made can be written
	return sha256.Sum256(append([]byte("nivel-contribution 1\n"), line...))
}

// content is a mark of all that a contribution says, but when it was made.
func (c *Contribution) content() (out [8]byte) {
	w := c.wire()
	w.Made = ""
	sum := w.sum()
	copy(out[:], sum[:])
	return out
}

// Bytes is the file of a contribution.
func (c *Contribution) Bytes() []byte {
	w := c.wire()
	sum := w.sum()
	w.Sum = hex.EncodeToString(sum[:])
	data, _ := json.MarshalIndent(w, "", "  ")
	return append(data, '\n')
}

// Write writes the file of a contribution.
func (c *Contribution) Write(path string) error { return safefile.WriteFile(path, c.Bytes(), 0o600) }

// ReadFile reads a file. What is wrong with it is a *Fault; another error is one of the file system.
func ReadFile(path string, lib *content.Library) (*Contribution, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Read(f, lib)
}

// Read reads a file as ReadFile does: it is believed in full or not at all.
func Read(r io.Reader, lib *content.Library) (*Contribution, error) {
	data, err := io.ReadAll(io.LimitReader(r, FileLimit+1))
	if err != nil {
		return nil, err
	}
	if len(data) > FileLimit {
		return nil, assessments.NewFault("contribution-large", "limit", FileLimit>>10)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if err := keys(data); err != nil {
		return nil, err
	}
	var w wire
	in := json.NewDecoder(bytes.NewReader(data))
	in.DisallowUnknownFields()
	if err := in.Decode(&w); err != nil {
		var f *assessments.Fault
		if errors.As(err, &f) {
			return nil, f
		}
		return nil, assessments.NewFault("contribution-form")
	}
	switch sum := w.sum(); {
	case w.Format > Format:
		return nil, assessments.NewFault("contribution-newer", "have", w.Format, "known", Format)
	case w.Format < 1:
		return nil, assessments.NewFault("contribution-form")
	case w.Sum != hex.EncodeToString(sum[:]):
		return nil, assessments.NewFault("contribution-sum")
	}
	c := w.contribution()
	if err := c.Check(lib); err != nil {
		return nil, err
	}
	return c, nil
}

// keys reports keys that stand twice, and those that are not of the format, which encoding/json would
// take in other letters too.
func keys(data []byte) error {
	in := json.NewDecoder(bytes.NewReader(data))
	type level struct {
		seen map[string]bool // nil for a list
		key  bool            // a key comes next
	}
	var open []level
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) && len(open) == 0 {
			return nil
		}
		if err != nil {
			return assessments.NewFault("contribution-form")
		}
		top := len(open) - 1
		if key, ok := token.(string); ok && top >= 0 && open[top].key {
			switch {
			case open[top].seen[key]:
				return assessments.NewFault("contribution-twice", "key", brief(key))
			case top == 0 && !slices.Contains(fields, key):
				return assessments.NewFault("contribution-key", "key", brief(key))
			}
			open[top].seen[key], open[top].key = true, false
			continue
		}
		switch token {
		case json.Delim('{'):
			open = append(open, level{map[string]bool{}, true})
			continue
		case json.Delim('['):
			open = append(open, level{})
			continue
		case json.Delim('}'), json.Delim(']'):
			open = open[:top]
			top--
		}
		switch {
		case top >= 0 && open[top].seen != nil:
			open[top].key = true
		case top < 0 && in.More():
			return assessments.NewFault("contribution-form") // something stands behind the end
		}
	}
}

// brief is a piece of a file for a message.
func brief(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return '·'
		}
		return r
	}, strings.ToValidUTF8(text, "·"))
	if r := []rune(text); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return text
}

var monthPattern = regexp.MustCompile(`^20[0-9]{2}-(0[1-9]|1[0-2])$`)

// Check reports the first thing that cannot stand in a contribution as a *Fault, or nil: everything
// in it is of a closed list, and each answer fits its question.
func (c *Contribution) Check(lib *content.Library) error {
	wrong := func(field, value string) error {
		return assessments.NewFault("contribution-value", "field", field, "value", brief(value))
	}
	pack := lib.Version(c.Model, c.Version)
	if pack == nil {
		return assessments.NewFault("contribution-model", "model", brief(c.Model), "version", brief(c.Version))
	}
	m := &pack.Model
	sizes := []assessments.SizeClass{assessments.Unsized, assessments.Micro, assessments.Small, assessments.Medium, assessments.Large}
	switch {
	case !firmPattern.MatchString(c.Firm):
		return wrong("firm", c.Firm)
	case c.Round < 0 || c.Round > RoundLimit:
		return assessments.NewFault("contribution-round", "most", RoundLimit)
	case len(m.Paths) > 0 && !slices.Contains(m.Paths, c.Path) || len(m.Paths) == 0 && c.Path != "":
		return wrong("path", c.Path)
	case c.Sector != "" && !slices.ContainsFunc(lib.Sectors, func(s assessments.Sector) bool { return s.ID == c.Sector }):
		return wrong("sector", c.Sector)
	case !slices.Contains(sizes, c.Size):
		return wrong("size", string(c.Size))
	case !monthPattern.MatchString(c.Month):
		return wrong("month", c.Month)
	case !monthPattern.MatchString(c.Made):
		return wrong("made", c.Made)
	case (c.Region == "") != (c.Place == "") || c.Place != "" && lib.Place(c.Region, c.Place) == nil:
		return wrong("place", c.Region+"/"+c.Place)
	}
	return c.checkAnswers(m.For(assessments.Scope{Path: c.Path, Size: c.Size, Sector: c.Sector}), m.Index)
}

func (c *Contribution) checkAnswers(m *assessments.Model, index *assessments.Index) error {
	for _, id := range slices.Sorted(maps.Keys(c.Answers)) {
		v := c.Answers[id]
		i := slices.IndexFunc(m.Questions, func(q assessments.Question) bool { return q.ID == id && q.Asked() })
		if i < 0 {
			return assessments.NewFault("contribution-question", "question", brief(id))
		}
		if q := &m.Questions[i]; v.Standing == assessments.Unanswered || v.Fits(q) != nil || !coarse(q, v).Equal(v) {
			return assessments.NewFault("contribution-answer", "question", id)
		}
	}
	conditions := 0
	if index != nil {
		conditions = len(index.Conditions)
	}
	if len(c.Index) != conditions {
		return assessments.NewFault("contribution-index")
	}
	for id, known := range c.Index {
		at := slices.IndexFunc(index.Conditions, func(x assessments.Condition) bool { return x.ID == id })
		if at < 0 || known != Yes && known != No && known != Unknown {
			return assessments.NewFault("contribution-index")
		}
	}
	return nil
}
