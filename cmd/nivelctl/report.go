package main

import (
	"flag"
	"path/filepath"

	"nivel/assessments/icon"
	"nivel/assessments/pdf"
	"nivel/assessments/report"
	"nivel/assessments/safefile"
	"nivel/assessments/texts"
	"nivel/assets"
)

var reportVerb = verb{"report", func(flags *flag.FlagSet) action {
	model, out, list := flags.String("model", "", ""), flags.String("o", "", ""), flags.Bool("clarify", false, "")
	return func(c *call, args []string) error {
		if *out == "" && len(args) > 0 {
			return misused("noout")
		}
		parts := report.AllSections
		if *list {
			parts = report.WithClarify
		}
		return c.printOf(args, *model, *out, "report.done", parts, report.Build)
	}
}}

// printOf writes what is made of a firm's answers, in the language of the report.
func (c *call) printOf(args []string, model, out, done string, parts report.Sections, make func(report.Input) *report.Report) error {
	f, err := c.firm(args, model)
	if err != nil {
		return err
	}
	words, err := c.reportWords(f)
	if err != nil {
		return err
	}
	return c.print(make(f.input(c, words, parts)), out, done)
}

// print writes a report and says where it is, in the sentence of that key.
func (c *call) print(r *report.Report, out, done string) error {
	path, err := c.write(r, out)
	if err == nil && path != "" {
		c.sayf(done, "path", path)
	}
	return err
}

// reportWords are those of -lang, else of the firm's own language, else of the user's.
func (c *call) reportWords(f *firm) (*texts.Words, error) {
	lang := f.file.Language
	if c.asked || lang == "" || lang == c.words.Language {
		return c.words, nil
	}
	all, err := texts.Load(assets.Translations, []string{lang})
	if err != nil {
		return nil, err
	}
	return all[lang], nil
}

// write makes the PDF of a report in memory and then writes it to out, "-" for standard output. It
// returns the absolute path, empty for standard output.
func (c *call) write(r *report.Report, out string) (string, error) {
	data, err := asPDF(r)
	if err != nil {
		return "", err
	}
	if out == stdinName {
		_, err := c.stdout.Write(data)
		return "", err
	}
	path, err := filepath.Abs(out)
	if err != nil {
		return "", &inFile{out, err}
	}
	if err := safefile.WriteFile(path, data, 0o644); err != nil {
		return "", &inFile{out, err}
	}
	return path, nil
}

func asPDF(r *report.Report) ([]byte, error) {
	drawings, err := icon.Parse(assets.Icons)
	if err != nil {
		return nil, err
	}
	fonts := pdf.Fonts{Regular: assets.Regular, SemiBold: assets.SemiBold, Italic: assets.Italic, Icons: map[string]pdf.Icon{}}
	for name, p := range drawings {
		fonts.Icons[name] = pdf.Icon{Stroke: p.Stroke, Fill: p.Fill}
	}
	return pdf.Write(r, fonts)
}

// input is what a report of those parts is made from.
func (f *firm) input(c *call, words *texts.Words, parts report.Sections) report.Input {
	return report.Input{Library: f.lib, Pack: f.pack, Path: f.file.Path, Words: words, Company: f.file.Company, Answers: f.file.Answers, Targets: f.file.Targets,
		Day: f.day(c), Sections: parts, Ratings: f.ratings(f.day(c), func() string { return "" })}
}
