package main

import (
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"nivel/assessments"
	"nivel/assessments/dossier"
	"nivel/assessments/safefile"
	"nivel/assessments/sqlite"
)

// exporting is how a firm is handed over.
type exporting struct {
	out, passphraseFile *string
	plain, nameless     *bool
	asJSON              *bool
}

var exportVerb = verb{"export", func(flags *flag.FlagSet) action {
	data := dataFlag(flags)
	e := exporting{flags.String("o", "", ""), flags.String("passphrase-file", "", ""), flags.Bool("plain", false, ""), flags.Bool("nameless", false, ""), flags.Bool("json", false, "")}
	return func(c *call, args []string) error {
		open := *e.plain || *e.asJSON
		switch {
		case len(args) != 1:
			return misused("onecompany")
		case *e.out == "" || *e.out == stdinName:
			return misused("nofileout")
		case open == (*e.passphraseFile != ""):
			return misused("protect")
		}
		passphrase, err := readPassphrase(*e.passphraseFile)
		if err != nil {
			return err
		}
		return c.inFirm(*data, args[0], func(ctx context.Context, s *sqlite.Store, _ string, d assessments.Dossier) error {
			k := d.Company
			if err := e.write(d, passphrase); err != nil {
				return &inFile{*e.out, err}
			}
			if err := s.Log(ctx, assessments.LogEntry{At: c.now(), Kind: assessments.LogExport, Company: k.ID, Count: 1}); err != nil {
				return err
			}
			path, err := filepath.Abs(*e.out)
			if err != nil {
				return err
			}
			c.sayf("export.done", "name", c.called(k.Name, k.Sample), "what", c.contents(d), "path", path)
			if *e.nameless {
				c.sayf("export.nameless")
			}
			if open {
				c.sayf("export.plain")
			}
			return nil
		})
	}
}}

func (e *exporting) write(d assessments.Dossier, passphrase string) error {
	if *e.asJSON {
		make := dossier.Body
		if *e.nameless {
			make = dossier.NamelessBody
		}
		data, err := make(d)
		if err != nil {
			return err
		}
		return safefile.WriteFile(*e.out, data, 0o600)
	}
	if *e.nameless {
		return dossier.WriteNameless(*e.out, d, passphrase)
	}
	return dossier.WriteFile(*e.out, d, passphrase)
}

// The characters that a passphrase in a file has.
const (
	passphraseLeast = 8
	passphraseMost  = 1000
)

// readPassphrase reads the first line of a file; without a file there is none.
func readPassphrase(path string) (string, error) {
	if path == "" {
		return "", nil
	}
	f, err := os.Open(path)
	if err != nil {
		return "", &inFile{path, err}
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, 8*passphraseMost))
	if err != nil {
		return "", &inFile{path, err}
	}
	line, _, _ := strings.Cut(strings.TrimPrefix(string(data), "\ufeff"), "\n")
	line = strings.TrimSuffix(line, "\r")
	if n := utf8.RuneCountInString(line); !utf8.ValidString(line) || n < passphraseLeast || n > passphraseMost {
		return "", &inFile{path, assessments.NewFault("dossier-passphrase-file")}
	}
	return line, nil
}
