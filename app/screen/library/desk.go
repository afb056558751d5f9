// Package library shows everything that Nivel knows beside the questionnaire: technologies,
// practices, actions, contacts, training, funding and words, to search, to read and, where they
// are of the kind that a cluster keeps up itself, to add and change.
package library

import (
	"strings"

	"fyne.io/fyne/v2"

	"nivel/app/screen"
	"nivel/app/session"
	"nivel/app/widget"
	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/search"
)

// Desk is what the library remembers while other pages are shown: what was searched, where one
// stood, and what was typed into a form and not saved.
type Desk struct {
	// Base loads the shipped content, without any pack; called on another goroutine.
	Base func() *content.Library

	query  string
	filter search.Filter
	at     string    // entry that was opened or saved last
	note   [2]string // what has just been done and what that means, said once
	back   bool      // one comes back to the list, rather than anew
	drafts map[string]*draft

	index    *search.Index
	of       *content.Library // that the index was made of
	language string
}

// NewDesk makes an empty desk.
func NewDesk(base func() *content.Library) *Desk {
	return &Desk{Base: base, drafts: map[string]*draft{}}
}

// search is the index of the library as it is now. Making it takes about ten milliseconds.
func (d *Desk) search(se *session.Session) *search.Index {
	lib, lang := se.Complete(), se.Words.Language
	if d.index == nil || d.of != lib || d.language != lang {
		d.index, d.of, d.language = search.New(search.Documents(lib, lang), lang), lib, lang
	}
	return d.index
}

// told shows once what has just been done.
func (d *Desk) told() []fyne.CanvasObject {
	note := d.note
	d.note = [2]string{}
	if note[0] == "" {
		return nil
	}
	return []fyne.CanvasObject{widget.Banner(widget.ToneBlue, "check-circle", note[0], note[1])}
}

// ref names an entry; as text "technology:cnc", or with its region "contact:murcia/cetem".
type ref struct {
	Kind       search.Kind
	Region, ID string
}

func parse(text string) ref {
	kind, id, _ := strings.Cut(text, ":")
	r := ref{Kind: search.Kind(kind), ID: id}
	if region, id, ok := strings.Cut(id, "/"); ok {
		r.Region, r.ID = region, id
	}
	return r
}

func (r ref) String() string {
	if r.Region != "" {
		return string(r.Kind) + ":" + r.Region + "/" + r.ID
	}
	return string(r.Kind) + ":" + r.ID
}

// route is the page that shows the entry.
func (r ref) route() screen.Route {
	if r.Kind == search.Practice {
		return screen.Route{Page: screen.Practice, ID: r.ID}
	}
	return screen.Route{Page: screen.Entry, ID: r.String()}
}

func refOf(d *search.Document) ref { return ref{d.Kind, d.Region, d.ID} }

// kept says whether entries of that kind can be added and changed in the program.
func kept(k search.Kind) bool {
	return k == search.Practice || k == search.Contact || k == search.Training || k == search.Funding
}

// record is an entry with what all kinds have in common.
type record struct {
	ref
	title, line string
	sources     []assessments.Source
	checked     string
	state       assessments.State
	funding     *assessments.Funding
	training    *assessments.Training
	contact     *assessments.Contact
	practice    *assessments.Practice
	technology  *assessments.Technology
	action      *assessments.Action
	offer       assessments.OfferWords
}

// find is the entry of that name in a library, or nil.
func find(lib *content.Library, language string, r ref) *record {
	out := &record{ref: r}
	switch r.Kind {
	case search.Technology:
		t := lib.Technology(r.ID)
		if t == nil {
			return nil
		}
		w := lib.TechnologyWords[language][r.ID]
		out.technology, out.title, out.line, out.sources, out.checked = t, w.Name, w.Plain, t.Sources, t.Checked
	case search.Practice:
		p := lib.Practice(r.ID)
		if p == nil {
			return nil
		}
		w := lib.PracticeWords[language][r.ID]
		out.practice, out.title, out.line, out.sources, out.checked, out.state = p, w.Title, w.Summary, p.Sources, p.Checked, p.State
	case search.Action:
		a := lib.Action(r.ID)
		if a == nil {
			return nil
		}
		w := lib.ActionWords[language][r.ID]
		out.action, out.title, out.line = a, w.Title, w.Why
	case search.Word:
		w, ok := lib.TermWords[language][r.ID]
		if !ok {
			return nil
		}
		out.title, out.line = w.Word, w.Plain
	default:
		return out.ofRegion(lib, language)
	}
	return out
}

// ofRegion fills in a contact, training or funding of a region.
func (r *record) ofRegion(lib *content.Library, language string) *record {
	region := lib.Region(r.Region)
	if region == nil {
		return nil
	}
	words := lib.RegionWords[language][r.Region]
	for i := range region.Contacts {
		if c := &region.Contacts[i]; r.Kind == search.Contact && c.ID == r.ID {
			r.contact, r.offer, r.sources, r.checked, r.state = c, words.Contacts[c.ID], c.Sources, c.Checked, c.State
		}
	}
	for i := range region.Trainings {
		if t := &region.Trainings[i]; r.Kind == search.Training && t.ID == r.ID {
			r.training, r.offer, r.sources, r.checked, r.state = t, words.Trainings[t.ID], t.Sources, t.Checked, t.State
		}
	}
	for i := range region.Funding {
		if f := &region.Funding[i]; r.Kind == search.Funding && f.ID == r.ID {
			r.funding, r.offer, r.sources, r.checked, r.state = f, words.Funding[f.ID], f.Sources, f.Checked, f.State
		}
	}
	r.title, r.line = r.offer.Name, r.offer.Text
	if r.contact == nil && r.training == nil && r.funding == nil {
		return nil
	}
	return r
}
