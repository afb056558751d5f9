package dossier

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"nivel/assessments"
)

// endless gives a beginning and then the same byte for ever, and counts what is taken.
type endless struct {
	front []byte
	taken int
}

func (e *endless) Read(p []byte) (int, error) {
	n := copy(p, e.front)
	e.front = e.front[n:]
	for i := n; i < len(p); i++ {
		p[i] = ' '
	}
	e.taken += len(p)
	return len(p), nil
}

// A file of 2 GB is refused after its first bytes, whatever it is.
func TestLargeFilesAreNotReadIn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large.nivel")
	for code, head := range map[string]string{
		"dossier-large":   fmt.Sprintf("nivel-dossier 1 %d %064d\n", 2<<30-100, 0),
		"dossier-damaged": "nivel-dossier 1 x\n",
		"dossier-foreign": "PK\x03\x04 and what follows in an archive",
		"dossier-locked":  ageMagic,
	} {
		ok(t, os.WriteFile(path, []byte(head), 0o600))
		ok(t, os.Truncate(path, 2<<30))
		var got error
		spent := allocated(func() { _, got = ReadFile(path, Options{}) })
		if faultOf(got) != code || spent > 1<<20 {
			t.Errorf("%q: %v after %d bytes of memory", head, got, spent)
		}
		in := &endless{front: []byte(head)}
		if _, err := Read(in, Options{}); faultOf(err) != code || in.taken > 8192 {
			t.Errorf("%q: %v after %d bytes", head, err, in.taken)
		}
	}
	// A header of an encrypted file that never ends is given up at the limit, without being kept.
	in := &endless{front: []byte(ageMagic)}
	if _, err := Read(in, Options{Passphrase: "p"}); err == nil || in.taken > FileLimit+1<<20 {
		t.Errorf("%v after %d bytes", err, in.taken)
	}
}

// allocated is how much memory a function asked for in all, which is more than it held at once.
func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// What a file says of its size is not believed: a short one takes little.
func TestMemoryFollowsWhatIsThere(t *testing.T) {
	lie := fmt.Sprintf("nivel-dossier 1 %d %064d\n", SizeLimit, 0) + strings.Repeat(" ", 1000)
	if spent := allocated(func() {
		if _, err := Read(strings.NewReader(lie), Options{}); faultOf(err) != "dossier-cut" {
			t.Error(err)
		}
	}); spent > 4<<20 {
		t.Errorf("%d bytes for a file of %d", spent, len(lie))
	}
}

// When all is read, no more than twice the body and 96 MB is held; and all that was ever asked for, which
// no peak can exceed, is at most four times the body and 512 MB.
func TestMemoryIsBounded(t *testing.T) {
	heavy := full(t)
	e := heavy.Rounds[0].Evidence[0]
	e.Picture = append(e.Picture, make([]byte, 600_000)...)
	for i := range 100 {
		e.ID = uid(10_000 + i)
		heavy.Rounds[0].Evidence = append(heavy.Rounds[0].Evidence, e)
	}
	crowd := small(t)
	r := assessments.Rating{Question: "data.backup", Respondent: assessments.Owner, Answer: assessments.Answer{Value: assessments.AtLevel(1)}}
	for i := range RatingLimit - 10 {
		r.ID = uid(10_000 + i)
		crowd.Rounds[0].Ratings = append(crowd.Rounds[0].Ratings, r)
	}
	for name, d := range map[string]assessments.Dossier{"pictures": heavy, "ratings": crowd} {
		data := written(t, d, "")
		held := uint64(0)
		watch := func(id, version string) *assessments.Model { // asked when all is read and in order
			var now runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&now)
			held = now.HeapAlloc
			return known(id, version)
		}
		known("industry40", "2.0") // so that it is there before
		var before runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		asked := allocated(func() {
			_, err := Read(bytes.NewReader(data), Options{Model: watch})
			ok(t, err)
		})
		runtime.KeepAlive(data)
		runtime.KeepAlive(d)
		held -= min(held, before.HeapAlloc)
		if bound := uint64(2*len(data) + 96<<20); held == 0 || held > bound {
			t.Errorf("%s: %d bytes held at the end for a body of %d; the bound is %d", name, held, len(data), bound)
		}
		if bound := uint64(4*len(data) + 512<<20); asked > bound {
			t.Errorf("%s: %d bytes asked for in all for a body of %d; the bound is %d", name, asked, len(data), bound)
		}
		t.Logf("%s: body %d, held %d, asked for %d", name, len(data), held, asked)
	}
}
