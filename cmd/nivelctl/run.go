package main

import (
	"bufio"
	"errors"
	"flag"
	"io"
	"slices"
	"strings"
	"time"

	"nivel/assessments/content"
	"nivel/assessments/texts"
	"nivel/assets"
)

// The exit codes.
const (
	exitDone   = 0
	exitInput  = 1 // the input is at fault, or the disk
	exitMisuse = 2 // the call is
)

// verb is one thing the program does. prepare declares its flags and returns what to do once they
// are read.
type verb struct {
	name    string
	prepare func(*flag.FlagSet) action
}

// action does a verb's work on the arguments that are no flags.
type action func(c *call, args []string) error

// verbs in the order in which help lists them.
func verbs() []verb {
	return []verb{demoVerb, checkVerb, newVerb, statsVerb, scoreVerb, stepsVerb, reportVerb, letterVerb, questionnaireVerb,
		listVerb, exportVerb, importVerb, mergeVerb, deleteVerb, contributeVerb, rollupVerb, {helpName, prepareHelp}, versionVerb}
}

// call is one call of the program.
type call struct {
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	words  *texts.Words
	asked  bool // whether -lang was given
	now    func() time.Time
}

// errFound says that what is wrong has been printed already.
var errFound = errors.New("findings were printed")

// misuse is an error in the call: the sentence cli.misuse.<key>.
type misuse struct {
	key   string
	pairs []any
}

func (m *misuse) Error() string { return "misuse: " + m.key }

func misused(key string, pairs ...any) error { return &misuse{key, pairs} }

// run does what args ask for and returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer, env func(string) string) int {
	all, err := texts.Load(assets.Translations, content.Languages)
	if err != nil {
		io.WriteString(stderr, err.Error()+"\n")
		return exitInput
	}
	wanted, asked := wantedLanguage(args)
	words := all[texts.Choose(content.Languages, wanted, locale(env))]
	out := bufio.NewWriter(stdout)
	c := &call{stdin: stdin, stdout: out, stderr: stderr, words: words, asked: asked, now: time.Now}
	name, err := c.dispatch(args, wanted)
	if flushed := out.Flush(); err == nil {
		err = flushed
	}
	return c.exit(name, err)
}

// locale is the system's language for messages, by the order POSIX gives the variables.
func locale(env func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := env(name); v != "" {
			return v
		}
	}
	return ""
}

// wantedLanguage looks for -lang before anything else is read, so that a misuse is told in it too.
func wantedLanguage(args []string) (string, bool) {
	for i, a := range args {
		name, value, has := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(a, "-"), "-"), "=")
		switch {
		case !strings.HasPrefix(a, "-") || name != "lang":
		case has:
			return value, true
		case i+1 < len(args):
			return args[i+1], true
		}
	}
	return "", false
}

// dispatch finds the verb and does it. It returns the verb's name for a hint on misuse.
func (c *call) dispatch(args []string, wanted string) (string, error) {
	if len(args) == 0 {
		return "", misused("none")
	}
	name := args[0]
	if name == "-h" || name == "-help" || name == "--help" {
		name = helpName
	}
	if name == "--version" {
		name = versionVerb.name
	}
	i := slices.IndexFunc(verbs(), func(v verb) bool { return v.name == name })
	if i < 0 {
		return "", misused("verb", "verb", name)
	}
	v := verbs()[i]
	if c.asked && !slices.Contains(content.Languages, wanted) {
		return name, misused("lang", "lang", wanted, "known", strings.Join(content.Languages, ", "))
	}
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.String("lang", "", "") // read by wantedLanguage
	do := v.prepare(flags)
	rest, help, err := parse(flags, args[1:])
	switch {
	case err != nil:
		return name, err
	case help:
		return name, c.help(name)
	}
	return name, do(c, rest)
}

// parse reads flags wherever they stand among the arguments; "--" ends them.
func parse(flags *flag.FlagSet, args []string) (rest []string, help bool, err error) {
	for len(args) > 0 {
		a := args[0]
		args = args[1:]
		switch {
		case a == "--":
			return append(rest, args...), false, nil
		case a == "-" || !strings.HasPrefix(a, "-"):
			rest = append(rest, a)
			continue
		case a == "-h" || a == "-help" || a == "--help":
			return nil, true, nil
		}
		name, value, has := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(a, "-"), "-"), "=")
		f := flags.Lookup(name)
		if f == nil {
			return nil, false, misused("flag", "flag", a)
		}
		if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
			if !has {
				value = "true"
			}
		} else if !has {
			if len(args) == 0 {
				return nil, false, misused("value", "flag", a)
			}
			value, args = args[0], args[1:]
		}
		if err := flags.Set(name, value); err != nil {
			return nil, false, misused("flagvalue", "flag", name, "value", value)
		}
	}
	return rest, false, nil
}
