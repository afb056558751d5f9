package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"unicode"

	"nivel/assessments"
	"nivel/assessments/answerfile"
)

// say prints a line of the result.
func (c *call) say(parts ...string) { fmt.Fprintln(c.stdout, strings.Join(parts, " ")) }

// sayf prints a sentence of the translations as a line of the result.
func (c *call) sayf(key string, pairs ...any) { c.say(c.words.T("cli."+key, pairs...)) }

// sayJSON prints a result for other programs.
func (c *call) sayJSON(v any) error {
	enc := json.NewEncoder(c.stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// complain prints one line to standard error.
func (c *call) complain(line string) { fmt.Fprintln(c.stderr, oneLine(line)) }

// oneLine keeps what a file or an argument says from breaking the line or steering the terminal.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) && r != '\u00a0' {
			return ' '
		}
		if !unicode.IsPrint(r) && r != '\u00a0' {
			return '·'
		}
		return r
	}, s)
	for strings.Contains(s, "  ") {
		s = strings.ReplaceAll(s, "  ", " ")
	}
	return strings.TrimSpace(s)
}

// place is "file:line" the way compilers print it, or the file alone.
func place(file string, line int) string {
	if line == 0 {
		return file
	}
	return fmt.Sprintf("%s:%d", file, line)
}

// inFile is an error in one named file.
type inFile struct {
	file string
	err  error
}

func (e *inFile) Error() string { return e.file + ": " + e.err.Error() }
func (e *inFile) Unwrap() error { return e.err }

// exit prints what went wrong and returns the exit code.
func (c *call) exit(verb string, err error) int {
	if err == nil {
		return exitDone
	}
	var m *misuse
	if errors.As(err, &m) {
		c.complain(c.words.T("cli.misuse."+m.key, m.pairs...))
		if verb == "" {
			c.complain(c.words.T("cli.seehelp"))
		} else {
			c.complain(c.words.T("cli.seehelp.verb", "verb", verb))
		}
		return exitMisuse
	}
	if !errors.Is(err, errFound) {
		c.complain(c.sentence(err))
	}
	return exitInput
}

// sentence says in words what err is, with the file and line in front where they are known.
func (c *call) sentence(err error) string {
	front := ""
	var in *inFile
	if errors.As(err, &in) {
		front = in.file + ": "
	}
	var p *answerfile.Problem
	if in != nil && errors.As(err, &p) {
		front = place(in.file, p.Line) + ": "
		if p.Key != "" {
			front += p.Key + ": "
		}
	}
	if key := storeFault(err); key != "" {
		return front + c.words.T("cli.store."+key)
	}
	var path *fs.PathError
	var fault *assessments.Fault
	switch {
	case errors.As(err, &fault):
	case errors.Is(err, fs.ErrNotExist):
		return front + c.words.T("cli.file.missing")
	case errors.Is(err, fs.ErrPermission):
		return front + c.words.T("cli.file.forbidden")
	case errors.As(err, &path):
		return front + c.words.T("cli.file.other", "reason", path.Err)
	}
	return front + c.words.Fault(err)
}
