package main

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"

	"nivel/assessments"
	"nivel/assessments/content"
	"nivel/assessments/safefile"
	"nivel/assets"
)

// newVerb writes what somebody starts a model from: nivelctl new model FOLDER.
var newVerb = verb{"new", func(*flag.FlagSet) action {
	return func(c *call, args []string) error {
		switch {
		case len(args) < 2:
			return misused("nonew")
		case args[0] != "model":
			return misused("newwhat", "what", args[0])
		case len(args) > 2:
			return misused("many")
		}
		return c.newModel(args[1])
	}
}}

// newModel writes a small commented model into a folder that is new or empty.
func (c *call) newModel(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &inFile{dir, err}
	}
	if len(entries) > 0 {
		return &inFile{dir, assessments.NewFault("folder-full")}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return &inFile{dir, err}
	}
	from := map[string]string{modelFile: "model." + c.words.Language + ".yaml"}
	for _, lang := range content.Languages {
		from["texts."+lang+".yaml"] = "texts." + lang + ".yaml"
	}
	for name, template := range from {
		data, err := assets.Templates.ReadFile("templates/model/" + template)
		if err != nil {
			return err
		}
		path := filepath.Join(dir, name)
		if err := safefile.WriteFile(path, data, 0o644); err != nil {
			return &inFile{path, err}
		}
	}
	c.sayf("new.done", "path", dir)
	return nil
}
