package pack_test

import (
	"fmt"
	"os"
	"testing"

	"pgregory.net/rapid"

	"nivel/assessments/content"
	"nivel/assessments/pack"
)

// Whatever is put and deleted in whatever order, the library says of each entry what was last put,
// or what is shipped; and a store opened anew says the same.
func TestOwnEntriesInAnyOrder(t *testing.T) {
	dir := t.TempDir()
	under := base(t)
	rapid.Check(t, func(rt *rapid.T) {
		check(t, os.RemoveAll(dir))
		s := pack.Open(dir)
		have := map[string]string{}
		for n := range rapid.IntRange(1, 8).Draw(rt, "steps") {
			kind := rapid.SampledFrom([]string{"practice", "contact"}).Draw(rt, "kind")
			id := rapid.SampledFrom([]string{"kaizen", "office", "null", "1.5"}).Draw(rt, "id")
			var lib *content.Library
			if rapid.Bool().Draw(rt, "put") {
				name := fmt.Sprintf("%s: %d \"x\"\n", id, n)
				e := practice(id, name)
				if kind == "contact" {
					e = contact(id, name)
				}
				var findings []content.Finding
				var err error
				lib, findings, err = s.Put(under, e, "es")
				if err != nil || !content.Usable(findings) {
					rt.Fatal(findings, err)
				}
				have[kind+id] = name
			} else {
				var err error
				if lib, err = s.Delete(under, kind, id); (err == nil) != (have[kind+id] != "") {
					rt.Fatalf("delete %s %s: %v", kind, id, err)
				}
				delete(have, kind+id)
			}
			again, troubles := pack.Open(dir).Load(under)
			if len(troubles) > 0 {
				rt.Fatal(troubles)
			}
			for _, lib := range []*content.Library{lib, again} {
				for _, id := range []string{"kaizen", "office", "null", "1.5"} {
					for _, c := range [][3]string{{"practice", lib.PracticeWords["es"][id].Title, under.PracticeWords["es"][id].Title},
						{"contact", lib.RegionWords["en"]["yecla"].Contacts[id].Name, under.RegionWords["en"]["yecla"].Contacts[id].Name}} {
						want, ok := have[c[0]+id]
						if !ok {
							want = c[2]
						}
						if c[1] != want {
							rt.Fatalf("%s %s is %q, want %q", c[0], id, c[1], want)
						}
					}
				}
			}
		}
	})
}
