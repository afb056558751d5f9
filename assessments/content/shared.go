package content

import (
	"slices"

	"nivel/assessments"
)

func (r *reader) shared(lib *Library) {
	seen := map[string]bool{}
	for _, file := range r.structures(sharedDir) {
		var raw struct{ Shared []assessments.SharedNeed }
		d, ok := r.read(file, &raw)
		if !ok {
			continue
		}
		own := map[string]bool{}
		for i, s := range raw.Shared {
			at := []any{"shared", i}
			r.record(lib, d, at, "shared", s.ID, seen, own)
			if !slices.Contains(assessments.SharedKinds, s.Kind) {
				r.at(d, with(at, "kind"), "shared-kind", "have", string(s.Kind), "known", join(kindNames()))
			}
			if len(s.Actions) == 0 {
				r.at(d, at, "list-empty", "field", "actions")
			}
			lib.Shared = put(lib.Shared, s, func(s *assessments.SharedNeed) string { return s.ID })
		}
		for _, lang := range r.languages {
			r.sharedWords(languageOf(file, lang), raw.Shared, own, lib.SharedWords[lang])
		}
		for id := range own {
			spread(r, lib.SharedWords, id)
		}
	}
}

func kindNames() []string {
	var out []string
	for _, k := range assessments.SharedKinds {
		out = append(out, string(k))
	}
	return out
}

func (r *reader) sharedWords(file string, all []assessments.SharedNeed, own map[string]bool, into map[string]assessments.SharedWords) {
	var raw struct {
		Shared map[string]assessments.SharedWords
	}
	d, ok := r.read(file, &raw)
	if !ok {
		return
	}
	c := checker{r, d}
	known(c, raw.Shared, func(id string) bool { return own[id] }, "shared")
	for _, s := range all {
		w := raw.Shared[s.ID]
		for _, f := range []struct{ name, text string }{{"title", w.Title}, {"what", w.What}, {"alone", w.Alone}, {"first", w.First}} {
			c.text(f.text, "shared", s.ID, f.name)
		}
		into[s.ID] = w
	}
}

// sharedLinks checks the actions that shared needs name.
func (r *reader) sharedLinks(lib *Library) {
	for i := range lib.Shared {
		p, ok := r.places["shared:"+lib.Shared[i].ID]
		if !ok {
			continue
		}
		for k, id := range lib.Shared[i].Actions {
			if !slices.ContainsFunc(lib.Actions, func(a assessments.Action) bool { return a.ID == id }) {
				r.at(p.doc, with(p.path, "actions", k), "action-unknown", "id", id)
			}
		}
	}
}
