package main

import (
	"bytes"
	"flag"

	"nivel/assessments/report"
	"nivel/assessments/scoring"
	"nivel/assets"
)

// sampleFile is the made-up firm; demoReport is where its report goes unless -o says otherwise.
const (
	sampleFile = "samples/sample.json"
	demoReport = "nivel-demo.pdf"
)

var demoVerb = verb{"demo", func(flags *flag.FlagSet) action {
	out, data := flags.String("o", demoReport, ""), flags.String("data", "", "")
	return func(c *call, args []string) error {
		if len(args) > 0 {
			return misused("many")
		}
		if *out == stdinName || *out == "" {
			return misused("noout")
		}
		f, err := c.sample()
		if err != nil {
			return err
		}
		path, err := c.write(report.Build(f.input(c, c.words, report.AllSections)), *out)
		if err != nil {
			return err
		}
		if err := c.score(f, scoring.Score(f.model(), f.file.Answers, f.file.Targets)); err != nil {
			return err
		}
		c.say()
		c.sayf("demo.steps")
		for i, o := range f.advice().Next {
			c.sayf("demo.step", "n", i+1, "title", f.lib.ActionWords[c.words.Language][o.Action.ID].Title)
		}
		c.say()
		if *data != "" {
			if err := c.store(f, *data); err != nil {
				return &inFile{*data, err}
			}
		}
		c.sayf("report.done", "path", path)
		return nil
	}
}}

// sample is the made-up firm of the built-in content.
func (c *call) sample() (*firm, error) {
	data, err := assets.Samples.ReadFile(sampleFile)
	if err != nil {
		return nil, err
	}
	lib, err := c.library("")
	if err != nil {
		return nil, err
	}
	f, err := readFirm(bytes.NewReader(data), lib)
	if err != nil {
		return nil, &inFile{sampleFile, err}
	}
	return f, nil
}
