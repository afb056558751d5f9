package pack

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// tree is a content tree in memory: the bytes of each file by its path. What is checked is then
// exactly what is written, whatever happens to the folder it came from.
type tree map[string][]byte

// equal says whether both hold the same files.
func (t tree) equal(u tree) bool { return maps.EqualFunc(t, u, bytes.Equal) }

// put adds files below a folder; earlier ones of the same names are replaced.
func (t tree) put(dir string, files map[string][]byte) {
	for name, data := range files {
		t[path.Join(dir, name)] = data
	}
}

// cut takes away a folder and gives what was in it, by the path below it.
func (t tree) cut(dir string) tree {
	out := tree{}
	for name, data := range t {
		if rest, ok := strings.CutPrefix(name, dir+"/"); ok {
			out[rest] = data
			delete(t, name)
		}
	}
	return out
}

// below are the names in a folder, each with whether it is a folder itself.
func (t tree) below(dir string) map[string]bool {
	out := map[string]bool{}
	for name := range t {
		rest, ok := strings.CutPrefix(name, dir+"/")
		if dir == "." {
			rest, ok = name, true
		}
		if ok {
			first, _, more := strings.Cut(rest, "/")
			out[first] = more
		}
	}
	return out
}

// Open implements fs.FS.
func (t tree) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if data, ok := t[name]; ok {
		return &leaf{entry{path.Base(name), int64(len(data)), false}, bytes.NewReader(data)}, nil
	}
	names := t.below(name)
	if len(names) == 0 && name != "." {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	b := &branch{entry: entry{path.Base(name), 0, true}}
	for _, n := range slices.Sorted(maps.Keys(names)) {
		b.left = append(b.left, entry{n, int64(len(t[path.Join(name, n)])), names[n]})
	}
	return b, nil
}

// entry is a file or folder by name.
type entry struct {
	name string
	size int64
	dir  bool
}

func (e entry) Name() string               { return e.name }
func (e entry) Size() int64                { return e.size }
func (e entry) IsDir() bool                { return e.dir }
func (e entry) ModTime() time.Time         { return time.Time{} }
func (e entry) Sys() any                   { return nil }
func (e entry) Type() fs.FileMode          { return e.Mode().Type() }
func (e entry) Info() (fs.FileInfo, error) { return e, nil }
func (e entry) Stat() (fs.FileInfo, error) { return e, nil }

func (e entry) Mode() fs.FileMode {
	if e.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

type leaf struct {
	entry
	*bytes.Reader
}

func (l *leaf) Size() int64  { return l.entry.size }
func (l *leaf) Close() error { return nil }

type branch struct {
	entry
	left []fs.DirEntry
}

func (b *branch) Close() error { return nil }

func (b *branch) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: b.name, Err: fs.ErrInvalid}
}

// ReadDir implements fs.ReadDirFile.
func (b *branch) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(b.left)
	} else if len(b.left) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(b.left))
	out := b.left[:n:n]
	b.left = b.left[n:]
	return out, nil
}
