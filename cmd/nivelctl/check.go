package main

import (
	"flag"
	"path/filepath"
	"strings"

	"nivel/assessments/content"
)

var checkVerb = verb{"check", func(*flag.FlagSet) action {
	return func(c *call, args []string) error {
		if len(args) == 0 {
			return misused("nofolder")
		}
		files, found := map[string]bool{}, 0
		for _, path := range args {
			f, err := openFolder(path)
			if err != nil {
				return err
			}
			for _, finding := range f.findings {
				c.say(f.line(c, finding))
				files[filepath.Join(path, finding.File)] = true
			}
			found += len(f.findings)
		}
		if found > 0 {
			c.complain(c.words.N("cli.check.found", found, "files", c.words.N("cli.check.files", len(files))))
			return errFound
		}
		c.complain(c.words.T("cli.check.clean", "languages", strings.Join(content.Languages, ", ")))
		return nil
	}
}}
