package main

import (
	"errors"
	"io"
	"maps"
	"os"
	"slices"
	"time"

	"nivel/assessments"
	"nivel/assessments/answerfile"
	"nivel/assessments/content"
)

// firm is an answer file with the content it belongs to.
type firm struct {
	file   *answerfile.File
	lib    *content.Library
	pack   *content.Pack // whole
	asked  *assessments.Model
	sector string
}

// stdinName stands for standard input on the command line and in messages.
const stdinName = "-"

// firm reads the one answer file among the arguments.
func (c *call) firm(args []string, model string) (*firm, error) {
	if len(args) == 0 {
		return nil, misused("nofile")
	}
	if len(args) > 1 {
		return nil, misused("many")
	}
	lib, err := c.library(model)
	if err != nil {
		return nil, err
	}
	in := c.stdin
	if args[0] != stdinName {
		f, err := os.Open(args[0])
		if err != nil {
			return nil, &inFile{args[0], err}
		}
		defer f.Close()
		in = f
	}
	f, err := readFirm(in, lib)
	if err != nil {
		return nil, &inFile{args[0], err}
	}
	return f, nil
}

func readFirm(in io.Reader, lib *content.Library) (*firm, error) {
	file, err := answerfile.Read(in, lib)
	if err != nil {
		return nil, err
	}
	pack := lib.Version(file.Model, file.Version)
	if pack == nil {
		return nil, errors.New("the model has gone") // Read has found it
	}
	f := &firm{file: file, lib: lib, pack: pack, sector: lib.Sector(file.Company.NACE)}
	if f.file.Path == "" {
		f.file.Path = pack.Model.Paths[0]
	}
	f.asked = pack.Model.Asking(assessments.Scope{Path: f.file.Path, Size: file.Company.Size(), Sector: f.sector}, file.Answers)
	return f, nil
}

// ratings are the file's answers as one person's, the owner's, given on that day.
func (f *firm) ratings(at time.Time, newID func() string) []assessments.Rating {
	var out []assessments.Rating
	for _, id := range slices.Sorted(maps.Keys(f.file.Answers)) {
		out = append(out, assessments.Rating{ID: newID(), Question: id, Respondent: assessments.Owner, At: at, Answer: f.file.Answers[id]})
	}
	return out
}

// day is the report's: the file's where it has one, else today.
func (f *firm) day(c *call) time.Time {
	if t, err := time.Parse(time.DateOnly, f.file.Date); err == nil {
		return t
	}
	return c.now()
}

// model is the part that is asked of this firm.
func (f *firm) model() *assessments.Model { return f.asked }

func (f *firm) words(c *call) assessments.ModelWords { return f.pack.Words[c.words.Language] }
