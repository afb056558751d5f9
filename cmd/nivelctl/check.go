package main

import (
	"flag"
	"path/filepath"
	"strings"

	"nivel/assessments/content"
)

var checkVerb = verb{"check", func(flags *flag.FlagSet) action {
	asJSON := flags.Bool("json", false, "")
	return func(c *call, args []string) error {
		if len(args) == 0 {
			return misused("nofolder")
		}
		all := &checked{files: map[string]bool{}, languages: content.Languages, Findings: []findingJSON{}}
		for _, path := range args {
			f, err := openFolder(path, c.now())
			if err != nil {
				return err
			}
			all.add(c, f)
		}
		return c.report(all, *asJSON)
	}
}}

// checked is what checks found, with the form it has for machines.
type checked struct {
	Findings  []findingJSON `json:"findings"`
	Errors    int           `json:"errors"`
	Warnings  int           `json:"warnings"`
	lines     []string
	files     map[string]bool
	languages []string
}

// findingJSON is one finding. Line is 0 where a whole file is meant; severity is error, where the
// content is not used, or warning.
type findingJSON struct {
	File     string            `json:"file"`
	Line     int               `json:"line"`
	Severity string            `json:"severity"`
	Code     string            `json:"code"`
	Message  string            `json:"message"`
	Args     map[string]string `json:"args,omitempty"`
}

func (all *checked) add(c *call, f *folder) {
	if f.alone {
		all.languages = f.lib.Languages
	}
	for _, found := range f.findings {
		out := findingJSON{File: filepath.Join(f.path, filepath.FromSlash(found.File)), Line: found.Line, Severity: "error",
			Code: found.Fault.Code, Message: c.words.Fault(found.Fault), Args: found.Fault.Args}
		all.Errors++
		if found.Warning {
			out.Severity = "warning"
			all.Errors--
			all.Warnings++
		}
		all.Findings, all.lines = append(all.Findings, out), append(all.lines, f.line(c, found))
		all.files[out.File] = true
	}
}

// report prints the findings; any, a warning too, ends in exit code 1.
func (c *call) report(all *checked, asJSON bool) error {
	if asJSON {
		if err := c.sayJSON(all); err != nil {
			return err
		}
	} else {
		for _, line := range all.lines {
			c.say(line)
		}
	}
	if n := len(all.Findings); n > 0 {
		if !asJSON {
			c.complain(c.words.N("cli.check.found", n, "files", c.words.N("cli.check.files", len(all.files))))
		}
		return errFound
	}
	if !asJSON {
		c.complain(c.words.T("cli.check.clean", "languages", strings.Join(all.languages, ", ")))
	}
	return nil
}
