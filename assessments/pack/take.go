package pack

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"nivel/assessments"
	"nivel/assessments/content"
)

// What a pack may have. The shipped content, which is larger than any pack we know, has about a
// hundred files, two megabytes and five folders in each other.
const (
	mostFiles = 500
	mostBytes = 16 << 20
	mostDepth = 8
	mostSeen  = 5000 // entries that are looked at, so that a wrong folder is noticed soon
)

// safeName is a name that every system can keep in a folder.
var safeName = regexp.MustCompile(`^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$`)

// reserved are names that Windows keeps for devices, with any ending.
var reserved = append(strings.Fields("con prn aux nul"), numbered("com", "lpt")...)

func numbered(names ...string) []string {
	var out []string
	for _, n := range names {
		for i := range 10 {
			out = append(out, fmt.Sprint(n, i))
		}
	}
	return out
}

// portable says whether every system can keep a file or folder of that name.
func portable(name string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	return safeName.MatchString(name) && !strings.HasSuffix(name, ".") && !slices.Contains(reserved, stem)
}

// taker copies a content tree into memory.
type taker struct {
	from     fs.FS
	tree     tree
	folded   map[string]string // names as Windows and macOS compare them, to what they are
	findings []content.Finding
	seen     int
	bytes    int64
}

// errEnough ends a walk whose finding is made.
var errEnough = errors.New("enough")

// take reads the YAML files of a tree. Hidden files and folders are passed over, other files with a
// warning; what breaks a limit or has a name that another system could not keep is an error. The
// content of the files is not looked at.
func take(from fs.FS) (tree, []content.Finding) {
	t := &taker{from: from, tree: tree{}, folded: map[string]string{}}
	if _, err := fs.Stat(from, content.PackFile); errors.Is(err, fs.ErrNotExist) {
		t.find(content.PackFile, false, "file-missing") // before a whole disk is walked by mistake
		return nil, t.findings
	}
	if err := fs.WalkDir(from, ".", t.visit); err != nil && !errors.Is(err, errEnough) {
		t.find(".", false, "file-unreadable", "reason", err)
	}
	return t.tree, t.findings
}

func (t *taker) find(file string, warning bool, code string, pairs ...any) {
	t.findings = append(t.findings, content.Finding{File: file, Fault: assessments.NewFault(code, pairs...), Warning: warning})
}

// stop reports what ends the walk.
func (t *taker) stop(file, code string, pairs ...any) error {
	t.find(file, false, code, pairs...)
	return errEnough
}

func (t *taker) visit(name string, d fs.DirEntry, err error) error {
	switch t.seen++; {
	case err != nil:
		t.find(name, false, "file-unreadable", "reason", reason(err))
		if d != nil && d.IsDir() {
			return fs.SkipDir
		}
		return nil
	case name == ".":
		return nil
	case t.seen > mostSeen:
		return t.stop(name, "pack-many", "limit", mostSeen)
	case strings.HasPrefix(path.Base(name), "."):
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	case strings.Count(name, "/") >= mostDepth:
		return t.stop(name, "pack-deep", "limit", mostDepth)
	case d.IsDir():
		return nil
	case !d.Type().IsRegular() || !strings.HasSuffix(name, ".yaml"):
		t.find(name, true, "pack-other")
		return nil
	}
	return t.file(name)
}

func (t *taker) file(name string) error {
	if !slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool { return !portable(part) }) {
		if other, ok := t.folded[strings.ToLower(name)]; ok {
			t.find(name, false, "pack-twins", "other", other)
			return nil
		}
	} else {
		t.find(name, false, "pack-name")
		return nil
	}
	t.folded[strings.ToLower(name)] = name
	if len(t.tree) == mostFiles {
		return t.stop(name, "pack-many", "limit", mostFiles)
	}
	f, err := t.from.Open(name)
	if err != nil {
		t.find(name, false, "file-unreadable", "reason", reason(err))
		return nil
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostBytes-t.bytes+1))
	if err != nil {
		t.find(name, false, "file-unreadable", "reason", reason(err))
		return nil
	}
	if t.bytes += int64(len(data)); t.bytes > mostBytes {
		return t.stop(name, "pack-large", "limit", "16 MB")
	}
	t.tree[name] = data
	return nil
}

// reason is what the system says, without the path that the finding names.
func reason(err error) error {
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		return p.Err
	}
	return err
}
