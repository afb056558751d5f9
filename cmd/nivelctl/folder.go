package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assets"
)

// folder is a content tree, a pack or a model alone, that somebody named on the command line.
type folder struct {
	path     string
	lib      *content.Library
	alone    bool // a model alone, without actions and the rest
	findings []content.Finding
}

// modelFile makes a folder a model; one of treeFolders makes it a content tree, and
// content.PackFile a pack.
const modelFile = "model.yaml"

var treeFolders = []string{"models", "actions", "practices", "regions", "glossary", "benchmarks", "sectors", "technologies", "readings", "shared"}

// openFolder reads and checks the content at path; offers must not have ended on that day.
func openFolder(path string, day time.Time) (*folder, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, &inFile{path, err}
	}
	if !info.IsDir() {
		return nil, misused("folder", "path", path)
	}
	fsys := os.DirFS(path)
	f := &folder{path: path}
	switch {
	case exists(fsys, modelFile):
		f.alone = true
		f.lib, f.findings = content.CheckModel(fsys)
	case exists(fsys, content.PackFile):
		f.lib, f.findings = content.Check(shipped(), fsys, day)
	case slices.ContainsFunc(treeFolders, func(name string) bool { return exists(fsys, name) }):
		f.lib, f.findings = content.Check(nil, fsys, day)
	default:
		return nil, &inFile{path, assessments.NewFault("folder-empty")}
	}
	return f, nil
}

// shipped is the built-in content, which is free of errors, or the tests had failed.
func shipped() *content.Library {
	lib, _ := content.Load(assets.Content)
	return lib
}

func exists(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return err == nil
}

// line is a finding as compilers print theirs, with a path that the user's editor can open.
func (f *folder) line(c *call, found content.Finding) string {
	file := filepath.Join(f.path, filepath.FromSlash(found.File))
	return oneLine(place(file, found.Line) + ": " + c.words.Fault(found.Fault))
}

// refuse prints all findings of content that has an error, because it is not used.
func (f *folder) refuse(c *call) error {
	if content.Usable(f.findings) {
		return nil
	}
	for _, found := range f.findings {
		c.complain(f.line(c, found))
	}
	return errFound
}

// library is the built-in content, or with -model that of the folder. A model alone is completed
// with what of the built-in content fits it.
func (c *call) library(model string) (*content.Library, error) {
	built := shipped()
	if model == "" {
		return built, nil
	}
	f, err := openFolder(model, c.now())
	if err != nil {
		return nil, err
	}
	if err := f.refuse(c); err != nil {
		return nil, err
	}
	if !f.alone {
		return f.lib, nil
	}
	built.Models, built.Old = f.lib.Models, nil
	built.Readings = nil
	built.Actions = fitting(&built.Models[0].Model, built.Actions)
	return built, nil
}

// fitting keeps of each action the gaps that the model has, and the actions that keep any.
func fitting(m *assessments.Model, actions []assessments.Action) []assessments.Action {
	var out []assessments.Action
	for _, a := range actions {
		a.Gaps = slices.DeleteFunc(slices.Clone(a.Gaps), func(g assessments.ActionGap) bool {
			q := m.Question(g.Question)
			switch {
			case q == nil:
				return true
			case g.Option != "":
				return q.Option(g.Option) == nil
			case g.Row != "":
				return !q.HasRow(g.Row)
			}
			return q.Steps() > 0 && (len(q.Rows) > 0 || g.To >= q.Steps())
		})
		if len(a.Gaps) > 0 {
			out = append(out, a)
		}
	}
	return out
}
