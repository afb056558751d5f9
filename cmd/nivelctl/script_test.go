package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"nivel/assets"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"nivelctl": main})
}

// TestScripts runs testdata/*.txtar: one a verb, as a person or program would call it.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("LC_ALL", "en_GB.UTF-8")
			return os.WriteFile(filepath.Join(env.WorkDir, "sample.json"), sampleBytes(), 0o644)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"fails": fails, "content": writeContent, "swap": swap, "json": wantJSON, "big": hundredMB, "same": same,
		},
	})
}

func sampleBytes() []byte {
	data, err := assets.Samples.ReadFile(sampleFile)
	if err != nil {
		panic(err)
	}
	return data
}

// fails CODE PROGRAM ARGS... wants exactly that exit code and nothing on standard output.
func fails(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: fails CODE PROGRAM ARGS...")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
	for _, line := range strings.Split(strings.TrimSuffix(ts.ReadFile("stderr"), "\n"), "\n") {
		if strings.Contains(line, "⟦") || strings.TrimSpace(line) == "" {
			ts.Fatalf("standard error has the line %q", line)
		}
	}
}

// content DIR writes the built-in content tree.
func writeContent(ts *testscript.TestScript, neg bool, args []string) {
	dir := ts.MkAbs(args[0])
	ts.Check(os.CopyFS(dir, assets.Content))
	ts.Check(filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chmod(path, 0o755)
	}))
}

// swap FILE OLD NEW replaces the first OLD; "\n" stands for the end of a line.
func swap(ts *testscript.TestScript, neg bool, args []string) {
	text := ts.ReadFile(args[0])
	before, after := strings.ReplaceAll(args[1], `\n`, "\n"), strings.ReplaceAll(args[2], `\n`, "\n")
	if !strings.Contains(text, before) {
		ts.Fatalf("%s does not hold %q", args[0], before)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, before, after, 1)), 0o644))
}

// json PATH WANT parses standard output and compares the value at a/b/0/c; "len" is a length.
func wantJSON(ts *testscript.TestScript, neg bool, args []string) {
	var v any
	dec := json.NewDecoder(strings.NewReader(ts.ReadFile("stdout")))
	dec.UseNumber()
	ts.Check(dec.Decode(&v))
	for _, step := range strings.Split(args[0], "/") {
		switch t := v.(type) {
		case map[string]any:
			next, ok := t[step]
			if !ok {
				ts.Fatalf("no %q in %s", step, args[0])
			}
			v = next
		case []any:
			i, err := strconv.Atoi(step)
			if step == "len" {
				v = len(t)
				continue
			}
			if err != nil || i >= len(t) {
				ts.Fatalf("no %q in %s", step, args[0])
			}
			v = t[i]
		default:
			ts.Fatalf("nothing below %v at %q", v, step)
		}
	}
	if have := fmt.Sprint(v); (have == args[1]) == neg {
		ts.Fatalf("%s is %s, want %s", args[0], have, args[1])
	}
}

// hundredMB, in scripts big FILE, makes a file of 100 MB.
func hundredMB(ts *testscript.TestScript, neg bool, args []string) {
	path := ts.MkAbs(args[0])
	ts.Check(os.WriteFile(path, []byte(strings.Repeat(" ", 1<<20)), 0o644))
	ts.Check(os.Truncate(path, 100<<20))
}

// same FILE FILE compares bytes.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if (ts.ReadFile(args[0]) == ts.ReadFile(args[1])) == neg {
		ts.Fatalf("%s and %s: equal is %v", args[0], args[1], neg)
	}
}
