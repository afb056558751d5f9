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
		f, err := c.firm(args, *model)
		if err != nil {
			return err
		}
		words, err := c.reportWords(f)
		if err != nil {
			return err
		}
		parts := report.AllSections
		if *list {
			parts = report.WithClarify
		}
		path, err := c.write(f, words, *out, parts)
		if err != nil {
			return err
		}
		if path != "" {
			c.sayf("report.done", "path", path)
		}
		return nil
	}
}}

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

// write makes those parts of the report in memory and then writes them to out, "-" for standard
// output. It returns the absolute path, empty for standard output.
func (c *call) write(f *firm, words *texts.Words, out string, parts report.Sections) (string, error) {
	data, err := c.pdf(f, words, parts)
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

func (c *call) pdf(f *firm, words *texts.Words, parts report.Sections) ([]byte, error) {
	drawings, err := icon.Parse(assets.Icons)
	if err != nil {
		return nil, err
	}
	fonts := pdf.Fonts{Regular: assets.Regular, SemiBold: assets.SemiBold, Italic: assets.Italic, Icons: map[string]pdf.Icon{}}
	for name, p := range drawings {
		fonts.Icons[name] = pdf.Icon{Stroke: p.Stroke, Fill: p.Fill}
	}
	return pdf.Write(report.Build(report.Input{Library: f.lib, Pack: f.pack, Path: f.file.Path, Words: words, Company: f.file.Company,
		Answers: f.file.Answers, Targets: f.file.Targets, Day: f.day(c), Sections: parts, Ratings: f.ratings(f.day(c), func() string { return "" })}), fonts)
}
