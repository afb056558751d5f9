package draft

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nivel/assessments/safefile"
)

// Shelf keeps drafts in a folder, one file each, so that nothing typed is lost. A draft may be
// anything that a form allows, also what no content file could say, so the files are JSON.
type Shelf struct{ dir string }

// NewShelf is the shelf of a data folder. Nothing is written before it is needed.
func NewShelf(dataFolder string) Shelf { return Shelf{filepath.Join(dataFolder, "drafts")} }

// shelved is a draft as its file says it.
type shelved struct {
	Nivel int // format of the file
	Draft *Draft
}

const format = 1

func (s Shelf) path(id string) string { return filepath.Join(s.dir, id+".json") }

// Keep writes a draft under its model's id.
func (s Shelf) Keep(d *Draft) error {
	data, err := json.MarshalIndent(shelved{format, d}, "", " ")
	if err != nil {
		return fmt.Errorf("keep draft: %w", err)
	}
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return err
	}
	return safefile.WriteFile(s.path(d.Pack.Model.ID), append(data, '\n'), 0o600)
}

// Read is the draft of a model; nil where there is none that can be read.
func (s Shelf) Read(id string) *Draft {
	if !idPattern.MatchString(id) {
		return nil
	}
	data, err := os.ReadFile(s.path(id))
	if err != nil {
		return nil
	}
	var kept shelved
	if json.Unmarshal(data, &kept) != nil || kept.Nivel != format || kept.Draft == nil {
		return nil
	}
	d := kept.Draft
	if m := &d.Pack.Model; m.ID != id || len(m.Paths) == 0 || len(d.Languages) == 0 || !d.whole() {
		return nil
	}
	d.Fit()
	return d
}

// whole says whether no number is missing that the program reckons with.
func (d *Draft) whole() bool {
	m := &d.Pack.Model
	ok := true
	for _, x := range m.Dimensions {
		ok = ok && x.Weight != nil
	}
	for _, q := range m.Questions {
		ok = ok && q.Weight != nil && !slices.Contains(q.Values, nil) && !slices.Contains(q.Bands, nil)
		for _, o := range q.Options {
			ok = ok && o.Value != nil
		}
	}
	return ok && !slices.Contains(m.Bands, nil) && m.Scale.Top > 0
}

// List are the ids of the models that have a draft.
func (s Shelf) List() []string {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		if id, ok := strings.CutSuffix(e.Name(), ".json"); ok && s.Read(id) != nil {
			out = append(out, id)
		}
	}
	return out
}

// Drop takes a draft away.
func (s Shelf) Drop(id string) error {
	if err := os.Remove(s.path(id)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
