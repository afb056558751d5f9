// Package search finds entries of the content library by what a person types: accents and case do
// not matter, nor does the ending of a word, and the last word may still be half typed.
//
// An index holds the texts of one language in memory. It is made in a moment and never changed.
package search

import (
	"cmp"
	"slices"
	"strings"

	"nivel/assessments"
	"nivel/assessments/content"
)

// Kind is what an entry is.
type Kind string

// The kinds.
const (
	Technology Kind = "technology"
	Practice   Kind = "practice"
	Action     Kind = "action"
	Contact    Kind = "contact"
	Training   Kind = "training"
	Funding    Kind = "funding"
	Word       Kind = "word"
)

// Kinds are all of them, in the order in which equally good entries are listed.
var Kinds = []Kind{Technology, Practice, Action, Contact, Training, Funding, Word}

// Document is an entry as the index sees it.
type Document struct {
	Kind       Kind
	ID         string
	Region     string // the region pack of a contact, training or funding
	Title      string
	Line       string   // what it is, on one line
	Body       []string // everything else that may be searched
	Dimensions []string
	Sectors    []string // none: for all
	Countries  []string
	Who        assessments.Actor // of an action or practice
}

// Filter leaves out what does not fit; an empty field lets everything through. An entry without
// sectors is for every sector. One without country or actor fits no country and no actor.
type Filter struct {
	Kind      Kind
	Dimension string
	Sector    string
	Country   string
	Who       assessments.Actor
}

// Fits says whether an entry passes.
func (f Filter) Fits(d *Document) bool {
	return (f.Kind == "" || d.Kind == f.Kind) &&
		(f.Dimension == "" || slices.Contains(d.Dimensions, f.Dimension)) &&
		(f.Sector == "" || len(d.Sectors) == 0 || slices.Contains(d.Sectors, f.Sector)) &&
		(f.Country == "" || slices.Contains(d.Countries, f.Country)) &&
		(f.Who == "" || d.Who == f.Who)
}

// Index finds documents. Safe for concurrent use.
type Index struct {
	docs     []Document
	language string
	hits     map[string][]hit // by stem, in the order of the documents
	words    []word           // all that occur, in order, for beginnings of words
	order    []int            // place of each document among equally good ones
	titles   [][]string       // words of each document's title
}

type hit struct {
	doc   int
	title bool
}

type word struct{ text, stem string }

// New makes an index of documents in a language.
func New(docs []Document, language string) *Index {
	x := &Index{docs: docs, language: language, hits: map[string][]hit{}}
	stems := map[string]string{}
	add := func(doc int, title bool, text string) {
		for w := range strings.FieldsFuncSeq(content.Fold(text), apart) {
			s, ok := stems[w]
			if !ok {
				s = stem(w, language)
				stems[w] = s
				x.words = append(x.words, word{w, s})
			}
			list := x.hits[s]
			if n := len(list); n > 0 && list[n-1].doc == doc {
				continue // the title comes first and counts more
			}
			x.hits[s] = append(list, hit{doc, title})
		}
	}
	for i := range docs {
		d := &docs[i]
		x.titles = append(x.titles, Words(d.Title))
		add(i, true, d.Title)
		add(i, false, d.Line)
		for _, text := range d.Body {
			add(i, false, text)
		}
	}
	slices.SortFunc(x.words, func(a, b word) int { return strings.Compare(a.text, b.text) })
	x.sort()
	return x
}

// sort fixes the order of equally good documents: by kind, then by title.
func (x *Index) sort() {
	titles, ranked := make([]string, len(x.docs)), make([]int, len(x.docs))
	for i := range x.docs {
		titles[i], ranked[i] = content.Fold(x.docs[i].Title), i
	}
	slices.SortFunc(ranked, func(a, b int) int {
		da, db := &x.docs[a], &x.docs[b]
		return cmp.Or(slices.Index(Kinds, da.Kind)-slices.Index(Kinds, db.Kind), strings.Compare(titles[a], titles[b]),
			strings.Compare(da.Region, db.Region), strings.Compare(da.ID, db.ID), a-b)
	})
	x.order = make([]int, len(x.docs))
	for place, i := range ranked {
		x.order[i] = place
	}
}

// The worth of what was found for one word of a query.
const (
	beginning = 1 // a word that begins like it
	whole     = 2 // the word itself, whatever its ending
	inTitle   = 4
	asTyped   = 1 // the title has it with this very ending: Fundae before Fundão
)

// Find lists the documents that have every word of the query and pass the filter: those with the
// words in their titles first, and always in the same order. An empty query finds all.
func (x *Index) Find(query string, f Filter) []*Document {
	worth := make([]int, len(x.docs))
	asked := x.split(query)
	for i, w := range asked {
		// The last word is still being typed as long as nothing follows it.
		typing := i == len(asked)-1 && strings.HasSuffix(content.Fold(query), w)
		here := x.find(w, typing)
		for doc := range worth {
			if here[doc] == 0 {
				worth[doc] = -1
			} else if worth[doc] >= 0 {
				worth[doc] += here[doc]
				if slices.Contains(x.titles[doc], w) {
					worth[doc] += asTyped
				}
			}
		}
	}
	var found []int
	for doc := range x.docs {
		if worth[doc] >= 0 && f.Fits(&x.docs[doc]) {
			found = append(found, doc)
		}
	}
	slices.SortFunc(found, func(a, b int) int { return cmp.Or(worth[b]-worth[a], x.order[a]-x.order[b]) })
	out := make([]*Document, len(found))
	for i, doc := range found {
		out[i] = &x.docs[doc]
	}
	return out
}

// find is the worth of each document for one word.
func (x *Index) find(w string, typing bool) map[int]int {
	out := map[int]int{}
	put := func(stem string, worth int) {
		for _, h := range x.hits[stem] {
			n := worth
			if h.title {
				n += inTitle
			}
			out[h.doc] = max(out[h.doc], n)
		}
	}
	put(stem(w, x.language), whole)
	if !typing {
		return out
	}
	from, _ := slices.BinarySearchFunc(x.words, w, func(a word, b string) int { return strings.Compare(a.text, b) })
	for _, other := range x.words[from:] {
		if !strings.HasPrefix(other.text, w) {
			break
		}
		put(other.stem, beginning)
	}
	return out
}

// split takes a query apart. Words that stand in every text say nothing beside others.
func (x *Index) split(query string) []string {
	all := Words(query)
	telling := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return slices.Contains(small[x.language], w) })
	if len(telling) == 0 {
		return all
	}
	return telling
}
