package pack

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
)

// Entry is a record that is added or changed in the program. Exactly one of Practice, Contact,
// Training and Funding is set.
type Entry struct {
	Practice      *assessments.Practice
	PracticeWords assessments.PracticeWords
	Contact       *assessments.Contact
	Training      *assessments.Training
	Funding       *assessments.Funding
	Words         assessments.OfferWords // of a contact, training or funding
	Region        string                 // id of the region that a contact, training or funding belongs to
}

// Kinds of entries, as content.Library.From names them.
const (
	kindPractice = "practice"
	kindContact  = "contact"
	kindTraining = "training"
	kindFunding  = "funding"
)

// name is an entry's kind and id; both empty unless exactly one record is set.
func (e Entry) name() (kind, id string) {
	n := 0
	if e.Practice != nil {
		n, kind, id = n+1, kindPractice, e.Practice.ID
	}
	if e.Contact != nil {
		n, kind, id = n+1, kindContact, e.Contact.ID
	}
	if e.Training != nil {
		n, kind, id = n+1, kindTraining, e.Training.ID
	}
	if e.Funding != nil {
		n, kind, id = n+1, kindFunding, e.Funding.ID
	}
	if n != 1 {
		return "", ""
	}
	return kind, id
}

// Put writes an entry to the program's own pack, with its texts in one of content.Languages. An id
// that shipped content or another pack has takes that record's place. The own pack is checked whole,
// laid over base and all packs; where a finding is no mere warning, nothing is written and the
// library is the one without the entry. The error tells of the disk, or of an entry that is none.
//
// The pack is in the language that it was first written in. A text in another one adds that language
// only where it makes every entry complete in it; else it replaces the text in the first. Where the
// pack has two languages and the entry is new in one, its text stands in both.
func (s *Store) Put(base *content.Library, e Entry, lang string) (*content.Library, []content.Finding, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	kind, id := e.name()
	if kind == "" || !slices.Contains(content.Languages, lang) {
		return base, nil, fmt.Errorf("put entry %q in language %q: exactly one record and a known language are wanted", id, lang)
	}
	o, was, findings, err := s.own(base)
	if err != nil || !content.Usable(findings) {
		return was.lib, findings, err
	}
	if kind != kindPractice && was.lib.Region(e.Region) == nil {
		return was.lib, []content.Finding{{File: ownFile(e.Region), Line: 1, Fault: assessments.NewFault("region-unknown", "id", e.Region)}}, nil
	}
	o.set(record{entry: e}, lang)
	return s.commit(base, content.Own, s.stamp(o))
}

// Delete takes an entry out of the program's own pack; what is shipped, or in another pack, under its
// id stands again. Kind is practice, contact, training or funding. The library is as it then is. For
// an entry that is not there the error is a *assessments.Fault; for a pack that cannot be read, its
// first finding.
func (s *Store) Delete(base *content.Library, kind, id string) (*content.Library, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	o, was, findings, err := s.own(base)
	if err != nil {
		return was.lib, err
	}
	if i := slices.IndexFunc(findings, func(f content.Finding) bool { return !f.Warning }); i >= 0 {
		return was.lib, findings[i]
	}
	n := len(o.records)
	if o.remove(kind, id); len(o.records) == n {
		return was.lib, assessments.NewFault("entry-unknown", "id", id)
	}
	if len(o.records) == 0 && len(o.rest) == 0 {
		err = s.drop(content.Own)
	} else {
		err = s.replace(content.Own, s.stamp(o)) // taking one away makes no other worse
	}
	if err != nil {
		return was.lib, err
	}
	packs, err := s.read()
	if err != nil {
		return was.lib, err
	}
	is := s.lay(base, packs)
	for _, p := range packs {
		if p.id == content.Own && content.Usable(is.findings[p.id]) {
			_ = s.keep(p.id, p.tree) // the next load tries again
		}
	}
	return is.lib, nil
}

// own reads the program's own entries, none where there is no pack yet, and gives the library as it
// stands with all packs. What cannot be read is left to whoever wrote into it: nothing is lost.
func (s *Store) own(base *content.Library) (*entries, state, []content.Finding, error) {
	packs, err := s.read()
	if err != nil {
		return nil, state{lib: base}, nil, err
	}
	was := s.lay(base, packs)
	for _, p := range packs {
		if p.id == content.Own {
			if !content.Usable(p.findings) {
				return nil, was, p.findings, nil
			}
			o, findings := parse(p.tree)
			if o != nil {
				o.under = s.lay(base, without(packs, p.id)).lib
			}
			return o, was, findings, nil
		}
	}
	return &entries{under: was.lib, rest: tree{}, regions: map[string]region{}}, was, nil, nil
}

// join lays entries that were exported elsewhere over the program's own and gives the files of both.
func (s *Store) join(base *content.Library, t tree) (tree, []content.Finding, error) {
	theirs, findings := parse(t)
	if !content.Usable(findings) {
		return nil, findings, nil
	}
	if foreign := slices.Sorted(maps.Keys(theirs.rest)); len(foreign) > 0 {
		return nil, []content.Finding{{File: foreign[0], Line: 1, Fault: assessments.NewFault("pack-own", "id", content.Own)}}, nil
	}
	if _, err := os.Lstat(s.path(content.Own)); errors.Is(err, os.ErrNotExist) {
		return t, nil, nil
	}
	o, _, findings, err := s.own(base)
	if err != nil || !content.Usable(findings) {
		return nil, findings, err
	}
	date := max(o.info.Date, theirs.info.Date)
	o.join(theirs)
	joined := s.stamp(o)
	o.info.Date, o.info.Version = date, date // as of the later file, not of the day on which they met
	joined[content.PackFile] = content.WriteInfo(o.info)
	return joined, nil, nil
}

// ownName is what somebody who opens the file reads; screens have words of their own for it.
var ownName = map[string]string{"es": "Fichas propias", "en": "Own entries"}

// stamp gives the files of the entries as of today.
func (s *Store) stamp(o *entries) tree {
	o.settle()
	today := s.now().Format(time.DateOnly)
	o.info.ID, o.info.Date, o.info.Version = content.Own, today, today
	if o.info.Name == "" {
		o.info.Name = ownName[o.info.Languages[0]]
	}
	return o.files()
}
