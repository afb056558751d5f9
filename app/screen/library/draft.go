package library

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/pack"
	"nivel/assessments/search"
)

// draft is a form as it is filled in: texts and choices by field.
type draft struct {
	Values  map[string]string
	Sets    map[string][]string
	Sources []assessments.Source
}

func (d *draft) text() string {
	data, err := json.Marshal(d)
	if err != nil {
		return ""
	}
	return string(data)
}

// readDraft reads what text gave; nil where there is none.
func readDraft(text string) *draft {
	d := &draft{}
	if text == "" || json.Unmarshal([]byte(text), d) != nil || d.Values == nil || d.Sets == nil {
		return nil
	}
	return d
}

func (d *draft) clone() *draft {
	out := &draft{Values: maps.Clone(d.Values), Sets: maps.Clone(d.Sets), Sources: slices.Clone(d.Sources)}
	for k, v := range out.Sets {
		out.Sets[k] = slices.Clone(v)
	}
	return out
}

// blank is the form of a new entry.
func blank(k search.Kind, lib *content.Library, day string) *draft {
	d := &draft{Values: map[string]string{"checked": day, "state": string(assessments.StateUnknown)}, Sets: map[string][]string{}, Sources: []assessments.Source{{}}}
	if k == search.Practice {
		d.Values["who"], d.Values["sure"] = string(assessments.Firm), "medium"
	} else if len(lib.Regions) > 0 {
		d.Values["region"] = lib.Regions[0].ID
	}
	if k == search.Contact {
		d.Values["sort"] = "other"
	}
	return d
}

// draftOf is the form of an entry that is there.
func draftOf(lib *content.Library, language string, r *record) *draft {
	d := &draft{Values: map[string]string{"checked": r.checked, "state": string(r.state), "region": r.Region}, Sets: map[string][]string{}, Sources: slices.Clone(r.sources)}
	set := func(pairs ...string) {
		for i := 0; i < len(pairs); i += 2 {
			d.Values[pairs[i]] = pairs[i+1]
		}
	}
	set("name", r.offer.Name, "about", r.offer.Text, "unknown", r.offer.Unknown)
	switch {
	case r.practice != nil:
		p, w := r.practice, lib.PracticeWords[language][r.ID]
		set("title", w.Title, "summary", w.Summary, "problem", w.Problem, "how", w.How, "resources", w.Resources, "evidence", w.Evidence,
			"difficulties", w.Difficulties, "transfer", w.Transfer, "you", w.You, "organisation", w.Organisation,
			"placed", p.Region, "project", p.Project, "years", p.Years, "who", string(p.Who), "sure", p.Sure)
		d.Sets["countries"], d.Sets["dimensions"] = p.Countries, p.Dimensions
	case r.contact != nil:
		c := r.contact
		set("sort", c.Kind, "place", c.Place, "website", c.Website, "phone", c.Phone, "email", c.Email)
		d.Sets["dimensions"], d.Sets["sectors"], d.Sets["technologies"] = c.Dimensions, c.Sectors, c.Technologies
	case r.training != nil:
		t := r.training
		set("provider", t.Provider, "place", t.Place, "level", t.Level)
		d.Sets["dimensions"], d.Sets["sectors"] = t.Dimensions, t.Sectors
		if t.Online {
			d.Sets["ways"] = append(d.Sets["ways"], "online")
		}
		if t.Free {
			d.Sets["ways"] = append(d.Sets["ways"], "free")
		}
	case r.funding != nil:
		f := r.funding
		set("from", f.From, "until", f.Until)
		if f.Maximum > 0 {
			set("maximum", strconv.Itoa(f.Maximum))
		}
		for _, s := range f.Sizes {
			d.Sets["sizes"] = append(d.Sets["sizes"], string(s))
		}
		d.Sets["dimensions"] = f.Dimensions
	}
	return d
}

// entry is what the form says, over what the entry said before (nil for a new one): fields that
// the form does not show stay as they are.
func (d *draft) entry(lib *content.Library, language string, r ref, before *record) pack.Entry {
	v := func(name string) string { return strings.TrimSpace(d.Values[name]) }
	e := pack.Entry{Words: assessments.OfferWords{Name: v("name"), Text: v("about"), Unknown: v("unknown")}, Region: v("region")}
	state := assessments.State(v("state"))
	switch r.Kind {
	case search.Practice:
		p := assessments.Practice{}
		if before != nil {
			p, e.PracticeWords = *before.practice, lib.PracticeWords[language][r.ID]
		}
		p.ID, p.Countries, p.Region, p.Project, p.Who = r.ID, d.Sets["countries"], v("placed"), v("project"), assessments.Actor(v("who"))
		p.Dimensions, p.State, p.Years, p.Sources, p.Checked, p.Sure = d.Sets["dimensions"], state, v("years"), d.Sources, v("checked"), v("sure")
		w := &e.PracticeWords
		w.Title, w.Summary, w.Problem, w.How, w.Resources = v("title"), v("summary"), v("problem"), v("how"), v("resources")
		w.Evidence, w.Difficulties, w.Transfer, w.You, w.Organisation = v("evidence"), v("difficulties"), v("transfer"), v("you"), v("organisation")
		e.Practice, e.Words, e.Region = &p, assessments.OfferWords{}, ""
	case search.Contact:
		c := assessments.Contact{}
		if before != nil {
			c = *before.contact
		}
		c.ID, c.Kind, c.Place, c.Website, c.Phone, c.Email = r.ID, v("sort"), v("place"), v("website"), v("phone"), v("email")
		c.Dimensions, c.Sectors, c.Technologies = d.Sets["dimensions"], d.Sets["sectors"], d.Sets["technologies"]
		c.State, c.Sources, c.Checked = state, d.Sources, v("checked")
		e.Contact = &c
	case search.Training:
		t := assessments.Training{}
		if before != nil {
			t = *before.training
		}
		t.ID, t.Provider, t.Place, t.Level = r.ID, v("provider"), v("place"), v("level")
		t.Online, t.Free = slices.Contains(d.Sets["ways"], "online"), slices.Contains(d.Sets["ways"], "free")
		t.Dimensions, t.Sectors, t.State, t.Sources, t.Checked = d.Sets["dimensions"], d.Sets["sectors"], state, d.Sources, v("checked")
		e.Training = &t
	case search.Funding:
		f := assessments.Funding{}
		if before != nil {
			f = *before.funding
		}
		f.ID, f.State, f.From, f.Until, f.Maximum, f.Sizes = r.ID, state, v("from"), v("until"), 0, nil
		if n, err := strconv.Atoi(v("maximum")); err == nil {
			f.Maximum = n
		}
		for _, s := range d.Sets["sizes"] {
			f.Sizes = append(f.Sizes, assessments.SizeClass(s))
		}
		f.Dimensions, f.Sources, f.Checked = d.Sets["dimensions"], d.Sources, v("checked")
		e.Funding = &f
	}
	return e
}

// freeID makes an id of a title that no entry of the kind has.
func freeID(lib *content.Library, r ref, title string) string {
	base := strings.Trim(strings.Map(func(c rune) rune {
		switch {
		case unicode.Is(unicode.Mn, c):
			return -1
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			return c
		}
		return '-'
	}, norm.NFKD.String(strings.ToLower(title))), "-")
	for strings.Contains(base, "--") {
		base = strings.ReplaceAll(base, "--", "-")
	}
	base = "own-" + strings.Trim(base[:min(len(base), 40)], "-")
	if base == "own-" {
		base = "own-entry"
	}
	taken := func(id string) bool {
		for _, region := range lib.Regions {
			if find(lib, content.Languages[0], ref{r.Kind, region.ID, id}) != nil {
				return true
			}
		}
		return find(lib, content.Languages[0], ref{Kind: r.Kind, ID: id}) != nil
	}
	id := base
	for n := 2; taken(id); n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	return id
}
