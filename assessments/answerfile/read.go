package answerfile

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
)

// Read reads an answer file for one of the library's models. An error is a *Problem, except where
// r itself fails.
func Read(r io.Reader, lib *content.Library) (*File, error) {
	data, err := io.ReadAll(io.LimitReader(r, SizeLimit+1))
	if err != nil {
		return nil, err
	}
	if len(data) > SizeLimit {
		return nil, &Problem{Fault: assessments.NewFault("file-large", "limit", "4 MB")}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // some editors on Windows put it in front
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, &Problem{Line: 1, Fault: assessments.NewFault("json-empty")}
	}
	root, found, broken := parse(data)
	d := &decoder{data: data, lib: lib, first: found, broken: broken}
	f := d.file(root)
	if d.first == nil {
		return f, nil
	}
	return nil, &Problem{Line: line(data, d.first.at), Key: d.first.key, Fault: d.first.fault}
}

// decoder turns the tree into a File and keeps the first of what does not fit.
type decoder struct {
	data   []byte
	lib    *content.Library
	model  *assessments.Model // nil where it is not known
	first  *finding           // nil where all fits
	broken bool
}

func (d *decoder) report(n *node, key, code string, pairs ...any) {
	d.reportAt(n.start, key, code, pairs...)
}

// reportAt keeps a fault if it stands before the one that is kept.
func (d *decoder) reportAt(at int, key, code string, pairs ...any) {
	if d.first == nil || at < d.first.at {
		d.first = &finding{at, brief(key), assessments.NewFault(code, pairs...)}
	}
}

// keys calls the reader of each member, and reports members without one. Of members with the same
// key, which the parser has reported, each is read.
func (d *decoder) keys(n *node, key string, readers map[string]func(*node, string)) {
	if n.shape != object {
		d.report(n, key, "json-want-object")
		return
	}
	for _, m := range n.members {
		if read := readers[m.key]; read != nil {
			read(m.value, join(key, m.key))
			continue
		}
		d.reportAt(m.start, join(key, m.key), "key-unknown", "key", brief(m.key),
			"allowed", strings.Join(slices.Sorted(maps.Keys(readers)), ", "))
	}
}

func (d *decoder) file(root *node) *File {
	f := &File{Answers: assessments.Answers{}, Targets: map[string]int{}}
	if root == nil {
		return f
	}
	d.pick(root)
	d.keys(root, "", map[string]func(*node, string){
		"nivel":    d.format,
		"model":    func(n *node, key string) { d.text(n, key, &f.Model) },
		"version":  func(n *node, key string) { d.text(n, key, &f.Version) },
		"path":     d.path(&f.Path),
		"language": func(n *node, key string) { d.word(n, key, &f.Language, d.lib.Languages) },
		"date":     func(n *node, key string) { d.date(n, key, &f.Date) },
		"company":  func(n *node, key string) { d.company(n, key, &f.Company) },
		"answers":  func(n *node, key string) { d.answers(n, key, f.Answers) },
		"targets":  func(n *node, key string) { d.targets(n, key, f.Targets) },
	})
	for _, key := range []string{"nivel", "model", "version", "answers"} {
		if root.shape == object && root.member(key) == nil && !d.broken {
			d.report(root, "", "key-missing", "key", key)
		}
	}
	return f
}

// pick finds the model before anything is read, wherever in the file it is named.
func (d *decoder) pick(root *node) {
	model, version := root.member("model"), root.member("version")
	if model == nil || model.shape != text {
		return
	}
	var models, versions []string
	for _, packs := range [][]content.Pack{d.lib.Models, d.lib.Old} {
		for i := range packs {
			m := &packs[i].Model
			if !slices.Contains(models, m.ID) {
				models = append(models, m.ID)
			}
			if m.ID == model.text {
				versions = append(versions, m.Version)
				if version != nil && version.shape == text && version.text == m.Version {
					d.model = m
				}
			}
		}
	}
	switch {
	case d.model != nil:
	case versions == nil:
		d.report(model, "model", "model-unknown", "model", brief(model.text), "known", strings.Join(models, ", "))
	case version != nil && version.shape == text:
		d.report(version, "version", "version-unknown", "version", brief(version.text), "model", brief(model.text), "known", strings.Join(versions, ", "))
	}
}

// path is one of the model's; where the model is not known that is reported already.
func (d *decoder) path(into *string) func(*node, string) {
	return func(n *node, key string) {
		if d.model == nil {
			return
		}
		d.word(n, key, into, d.model.Paths)
	}
}

func (d *decoder) format(n *node, key string) {
	var v int
	if d.whole(n, key, 0, mostFigure, &v); n.shape == number && v != Format {
		d.report(n, key, "format-unknown", "have", brief(string(d.data[n.start:n.end])), "want", Format)
	}
}

func (d *decoder) text(n *node, key string, into *string) {
	if n.shape != text {
		d.report(n, key, "json-want-text")
		return
	}
	*into = n.text
}

func (d *decoder) word(n *node, key string, into *string, allowed []string) {
	d.text(n, key, into)
	if n.shape == text && !slices.Contains(allowed, n.text) {
		d.report(n, key, "word-unknown", "value", brief(n.text), "allowed", strings.Join(allowed, ", "))
	}
}

var nacePattern = regexp.MustCompile(`^[0-9]{2}(\.[0-9]{1,2})?$`)

func (d *decoder) nace(n *node, key string, into *string) {
	d.text(n, key, into)
	if n.shape == text && !nacePattern.MatchString(n.text) {
		d.report(n, key, "nace-form", "value", brief(n.text))
	}
}

func (d *decoder) date(n *node, key string, into *string) {
	d.text(n, key, into)
	if _, err := time.Parse(time.DateOnly, n.text); n.shape == text && err != nil {
		d.report(n, key, "date-form", "value", brief(n.text))
	}
}

func (d *decoder) yes(n *node, key string, into *bool) {
	if n.shape != boolean {
		d.report(n, key, "json-want-yes")
		return
	}
	*into = d.data[n.start] == 't'
}

// whole reads a whole number from least to most.
func (d *decoder) whole(n *node, key string, least, most int, into *int) {
	switch err := json.Unmarshal(d.data[n.start:n.end], into); {
	case n.shape != number || err != nil:
		d.report(n, key, "json-want-whole", "most", most)
	case *into < least:
		d.report(n, key, "number-negative", "have", *into)
	case *into > most:
		d.report(n, key, "number-large", "have", *into, "most", most)
	}
}

func (d *decoder) company(n *node, key string, c *assessments.Company) {
	figure := func(into *int) func(*node, string) {
		return func(n *node, key string) { d.whole(n, key, 0, mostFigure, into) }
	}
	f := &c.Figures
	d.keys(n, key, map[string]func(*node, string){
		"name":    func(n *node, key string) { d.text(n, key, &c.Name) },
		"place":   func(n *node, key string) { d.text(n, key, &c.Place) },
		"nace":    func(n *node, key string) { d.nace(n, key, &c.NACE) },
		"people":  func(n *node, key string) { d.whole(n, key, 0, mostPeople, &c.People) },
		"contact": func(n *node, key string) { d.text(n, key, &c.Contact) },
		"sample":  func(n *node, key string) { d.yes(n, key, &c.Sample) },
		"figures": func(n *node, key string) {
			d.keys(n, key, map[string]func(*node, string){
				"hourly_cost": figure(&f.HourlyCost), "orders": figure(&f.Orders), "quotes": figure(&f.Quotes),
				"material": figure(&f.Material), "energy": figure(&f.Energy), "machines": figure(&f.Machines),
				"computers": figure(&f.Computers),
			})
		},
	})
}

func (d *decoder) targets(n *node, key string, into map[string]int) {
	if n.shape != object {
		d.report(n, key, "json-want-object")
		return
	}
	for _, m := range n.members {
		at, level := join(key, m.key), 0
		if d.model != nil && d.model.Dimension(m.key) == nil && !d.asks(m.key) {
			d.reportAt(m.start, at, "dimension-unknown", "id", brief(m.key))
			continue
		}
		if err := json.Unmarshal(d.data[m.value.start:m.value.end], &level); m.value.shape != number || err != nil {
			d.report(m.value, at, "level-number", "level", brief(string(d.data[m.value.start:m.value.end])))
			continue
		}
		if level < 0 || level > assessments.Top {
			d.report(m.value, at, "level-range", "level", level, "most", assessments.Top)
			continue
		}
		into[m.key] = level
	}
}

// asks says whether a question of the model may have a target of its own: one that belongs to a
// dimension and is put to somebody.
func (d *decoder) asks(id string) bool {
	q := d.model.Question(id)
	return q != nil && q.Dimension != "" && q.Asked()
}
