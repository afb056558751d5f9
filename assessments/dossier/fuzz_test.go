package dossier

import (
	"bytes"
	"reflect"
	"testing"

	"nivel/assessments"
)

// Whatever a file says, reading does not panic, refuses with a Fault, and what it takes is written and
// read again as the same. The fuzzer's input is the body; the first line is put before it, or the sum
// would keep it out of everything that is interesting.
func FuzzRead(f *testing.F) {
	for _, d := range []assessments.Dossier{full(f), small(f), {Company: assessments.Company{ID: uid(1)}}} {
		data, err := Body(d)
		ok(f, err)
		f.Add(data)
	}
	nameless, err := NamelessBody(full(f))
	ok(f, err)
	f.Add(nameless)
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, file := range [][]byte{body, filed(string(body))} {
			got, err := Read(bytes.NewReader(file), Options{Model: known})
			if err != nil {
				if faultOf(err) == "" {
					t.Fatalf("an error that is no fault: %v", err)
				}
				continue
			}
			again, err := Body(got.Dossier)
			ok(t, err)
			back, err := Read(bytes.NewReader(filed(string(again))), Options{Model: known})
			ok(t, err)
			if !reflect.DeepEqual(back.Dossier, got.Dossier) {
				t.Fatalf("read again it is\n%+v, was\n%+v", back.Dossier, got.Dossier)
			}
			same := Merge(got.Dossier, back.Dossier, Choices{})
			if merged, err := Body(same); err != nil || !bytes.Equal(merged, again) {
				t.Fatalf("brought together with itself it is\n%s, was\n%s (%v)", merged, again, err)
			}
		}
	})
}
