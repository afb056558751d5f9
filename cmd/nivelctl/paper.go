package main

import (
	"flag"
	"slices"
	"strings"

	"nivel/assessments"
	"nivel/assessments/report"
)

var letterVerb = verb{"letter", func(flags *flag.FlagSet) action {
	model, out := flags.String("model", "", ""), flags.String("o", "", "")
	return func(c *call, args []string) error {
		if *out == "" && len(args) > 0 {
			return misused("nopaper")
		}
		return c.printOf(args, *model, *out, "letter.done", 0, func(in report.Input) *report.Report { return report.LetterOf(in, nil) })
	}
}}

var questionnaireVerb = verb{"questionnaire", func(flags *flag.FlagSet) action {
	model, out, path, sector := flags.String("model", "", ""), flags.String("o", "", ""), flags.String("path", "", ""), flags.String("sector", "", "")
	people, grey := flags.Int("people", 0, ""), flags.Bool("grey", false, "")
	return func(c *call, args []string) error {
		if len(args) > 0 {
			return misused("many")
		}
		if *out == "" {
			return misused("nopaper")
		}
		lib, err := c.library(*model)
		if err != nil {
			return err
		}
		pack := &lib.Models[0]
		if *path == "" {
			*path = pack.Model.Paths[0]
		}
		if !slices.Contains(pack.Model.Paths, *path) {
			return misused("path", "path", *path, "known", strings.Join(pack.Model.Paths, ", "))
		}
		if *sector != "" && !c.words.Has("nace."+strings.Split(*sector, ".")[0]) {
			return misused("sector", "sector", *sector)
		}
		if *people < 0 {
			return misused("flagvalue", "flag", "people", "value", *people)
		}
		in := report.Input{Library: lib, Pack: pack, Path: *path, Words: c.words, Company: assessments.Company{NACE: *sector, People: *people}, Day: c.now(), Grey: *grey}
		return c.print(report.BlankOf(in), *out, "questionnaire.done")
	}
}}
