// Package draft changes a maturity model step by step: it copies one, adds, takes away, moves and
// sets conditions, and tells where in the model each finding of the check belongs.
//
// The rule: every step leaves texts and structure of all languages together, so that what is wrong
// afterwards is only what a person still has to write. A draft may be wrong; it is content.Check
// that says so, and only a model without errors becomes a pack.
package draft

import (
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"nivel/assessments"
	"nivel/assessments/content"
)

// Draft is a model that is being changed.
type Draft struct {
	Pack      content.Pack
	Languages []string // that the model will have; the first stands in for the others
	// Origin and OriginVersion are the model that it was made of; with its own id where it is
	// opened again.
	Origin, OriginVersion string
}

// Copy makes a draft of a model under another id, with version 1.0 of that day. Names are those of
// the copy by language. It has no earlier versions, so it says nothing about them either.
func Copy(p *content.Pack, id, day string, names map[string]string, languages []string) *Draft {
	d := Open(p, languages)
	m := &d.Pack.Model
	m.ID, m.Version, m.Date = id, "1.0", day
	for i := range m.Questions {
		m.Questions[i].Was, m.Questions[i].Revision = nil, 0
	}
	for lang, w := range d.Pack.Words {
		if names[lang] != "" {
			w.Name = names[lang]
			d.Pack.Words[lang] = w
		}
	}
	return d
}

// Open makes a draft of a model as it is.
func Open(p *content.Pack, languages []string) *Draft {
	d := &Draft{Pack: *p, Languages: languages, Origin: p.Model.ID, OriginVersion: p.Model.Version}
	d = d.Clone()
	d.Fit()
	return d
}

// Clone shares nothing with the draft.
func (d *Draft) Clone() *Draft {
	out := &Draft{}
	data, err := json.Marshal(d)
	if err == nil {
		err = json.Unmarshal(data, out)
	}
	if err != nil {
		panic(fmt.Sprintf("clone draft: %v", err)) // plain records, numbers as text
	}
	return out
}

// Languages of a model in a library: those of the pack it comes from, all for the shipped ones.
func Languages(lib *content.Library, id string) []string {
	from := lib.From("model", id)
	for _, p := range lib.Packs {
		if p.ID == from && len(p.Languages) > 0 {
			return slices.Clone(p.Languages)
		}
	}
	return slices.Clone(content.Languages)
}

// Own says whether a model of the library may be changed as it is: it is a pack of its own.
func Own(lib *content.Library, id string) bool { return lib.From("model", id) == id }

var idPattern = regexp.MustCompile(`^[a-z0-9]+([-.][a-z0-9]+)*$`)

// mostID is how long an id may be.
const mostID = 60

// CheckID says what is wrong with the id of a new model, or nil.
func CheckID(lib *content.Library, id string) *assessments.Fault {
	switch {
	case !idPattern.MatchString(id) || len(id) > mostID || id == content.Own:
		return assessments.NewFault("id-form", "value", id)
	case lib.Pack(id) != nil || slices.ContainsFunc(lib.Packs, func(p content.Info) bool { return p.ID == id }) ||
		slices.ContainsFunc(lib.Old, func(p content.Pack) bool { return p.Model.ID == id }):
		return assessments.NewFault("id-twice", "id", id)
	}
	return nil
}

// FreeID makes an id of a name that no model and no pack of the library has.
func FreeID(lib *content.Library, name string) string {
	return free(Slug(name, "model"), func(id string) bool { return CheckID(lib, id) != nil })
}

// Slug makes an id of a name: small letters without accents, digits and hyphens.
func Slug(name, otherwise string) string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		}
		return '-'
	}, norm.NFKD.String(strings.ToLower(name)))
	parts := strings.FieldsFunc(plain, func(r rune) bool { return r == '-' })
	id := strings.Join(parts, "-")
	if id = strings.Trim(id[:min(len(id), 40)], "-"); id == "" {
		return otherwise
	}
	return id
}

// free is an id that is not taken, with a number behind it where it must be.
func free(base string, taken func(string) bool) string {
	id := base
	for n := 2; taken(id) && n < 10000; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	return id
}

// NextVersion raises the last number of a version: 1.0 to 1.1, 2 to 3, "spring" to "spring 2".
func NextVersion(version string) string {
	start := len(version)
	for start > 0 && version[start-1] >= '0' && version[start-1] <= '9' {
		start--
	}
	n, err := strconv.ParseUint(version[start:], 10, 31)
	if err != nil {
		return strings.TrimSpace(version + " 2")
	}
	return version[:start] + strconv.FormatUint(n+1, 10)
}

// SameStructure says whether two models differ in version and date alone, so that answers to one
// are answers to the other.
func SameStructure(a, b *assessments.Model) bool {
	plain := func(m assessments.Model) string {
		m.Version, m.Date = "", ""
		return string(content.WriteModel(content.Pack{Model: m}, nil)["model.yaml"])
	}
	return plain(*a) == plain(*b)
}

// Raise gives the draft the next free version where an assessment was answered with the present
// one (used holds id@version) and a question, weight or rule has changed since. It says whether it
// did.
func (d *Draft) Raise(lib *content.Library, used map[string]bool, day string) bool {
	m := &d.Pack.Model
	stands := lib.Version(m.ID, m.Version)
	if stands == nil || !used[m.ID+"@"+m.Version] || SameStructure(&stands.Model, m) {
		return false
	}
	for lib.Version(m.ID, m.Version) != nil {
		m.Version = NextVersion(m.Version)
	}
	m.Date = day
	return true
}

// number is a decimal number as people write it.
var number = regexp.MustCompile(`^-?[0-9]{1,9}([.,][0-9]{1,9})?$`)

// ParseNumber reads a decimal number with comma or point; nil where it is none.
func ParseNumber(text string) *big.Rat {
	text = strings.TrimSpace(text)
	if !number.MatchString(text) {
		return nil
	}
	r, ok := new(big.Rat).SetString(strings.Replace(text, ",", ".", 1))
	if !ok {
		return nil
	}
	return r
}

// NumberText prints a number with a decimal sign, with as many decimals as a file keeps.
func NumberText(r *big.Rat, sign string) string {
	if r == nil {
		return ""
	}
	text := r.FloatString(9)
	text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	return strings.Replace(text, ".", sign, 1)
}
