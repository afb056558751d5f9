package dossier

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"nivel/assessments"
)

// Each field of everything that is kept is in what is tested, and what is written is read as it was: a
// field that is added to a type must be added to its table.
func TestEveryFieldIsWrittenAndRead(t *testing.T) {
	d := full(t)
	r := d.Rounds[0]
	for _, v := range []any{d, d.Company, d.Company.Figures, d.Consents[0], d.Earlier[0], d.Visits[0], d.Visits[0].People[0], r, r.Assessment, *r.Assessment.Firm, r.Ratings[1],
		r.Ratings[1].Answer, r.Decisions[0], r.Plan[0], r.Evidence[0]} {
		x := reflect.ValueOf(v)
		for i := range x.NumField() {
			if x.Type().Field(i).IsExported() && x.Field(i).IsZero() {
				t.Errorf("%T.%s is not tested", v, x.Type().Field(i).Name)
			}
		}
	}
	for _, passphrase := range []string{"", "tolin-bafer"} {
		lightly(t)
		f, err := Read(bytes.NewReader(written(t, d, passphrase)), Options{Passphrase: passphrase, Model: known})
		ok(t, err)
		if f.Nameless || !reflect.DeepEqual(f.Dossier, Canonical(d)) {
			t.Errorf("read it is\n%+v, want\n%+v", f.Dossier, d)
		}
	}
	if !reflect.DeepEqual(Canonical(d), d) {
		t.Errorf("what is in order already became\n%+v, from\n%+v", Canonical(d), d)
	}
}

// The same firm gives the same bytes, in whatever order and zone its parts come.
func TestTheSameFirmGivesTheSameBytes(t *testing.T) {
	d := full(t)
	want := written(t, d, "")
	e := full(t)
	x := e.Rounds[0].Ratings
	for i, j := 0, len(x)-1; i < j; i, j = i+1, j-1 {
		x[i], x[j] = x[j], x[i]
	}
	x[0].At = x[0].At.In(time.FixedZone("", 3600))
	e.Company.Tags[0], e.Company.Tags[1] = e.Company.Tags[1], e.Company.Tags[0]
	if got := written(t, e, ""); !bytes.Equal(got, want) {
		t.Errorf("it is\n%s\nwant\n%s", got, want)
	}
	if lightly(t); bytes.Equal(written(t, d, "one"), written(t, d, "one")) {
		t.Error("two encrypted files are alike: nothing in them is by chance")
	}
}

// Texts with signs that steer a screen are written without them, and everything else as it is.
func TestTextsAreCleaned(t *testing.T) {
	for in, want := range map[string]string{"a\x00b\x1b[1m": "ab[1m", "a\r\nb\tc": "a\nb\tc", "x\u202ey\u2066": "xy", "\xffa": "\uFFFDa", "ñ€😀\u2028\"\\/": "ñ€😀\u2028\"\\/"} {
		d := full(t)
		d.Rounds[0].Ratings[1].Answer.Note = in
		f, err := Read(bytes.NewReader(written(t, d, "")), Options{})
		ok(t, err)
		if got := f.Dossier.Rounds[0].Ratings[1].Answer.Note; got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

// What a reader would refuse is not written.
func TestWhatCannotBeReadIsNotWritten(t *testing.T) {
	for code, spoil := range map[string]func(*assessments.Dossier){
		"dossier-long":    func(d *assessments.Dossier) { d.Company.Name = strings.Repeat("ñ", LineLimit+1) },
		"dossier-value":   func(d *assessments.Dossier) { d.Rounds[0].Plan[0].Due = "mañana" },
		"dossier-picture": func(d *assessments.Dossier) { d.Rounds[0].Evidence[0].Picture = []byte("no picture") },
		"dossier-twice":   func(d *assessments.Dossier) { d.Rounds[0].Ratings[0].ID = d.Rounds[0].Ratings[1].ID },
		"dossier-large": func(d *assessments.Dossier) {
			e := d.Rounds[0].Evidence[0]
			e.Picture = make([]byte, SizeLimit)
			d.Rounds[0].Evidence = append(d.Rounds[0].Evidence, e)
		},
	} {
		d := full(t)
		spoil(&d)
		path := filepath.Join(t.TempDir(), "x.nivel")
		if err := WriteFile(path, d, ""); faultOf(err) != code {
			t.Errorf("got %v, want %s", err, code)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s: there is a file", code)
		}
	}
}

func TestWriteFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "firma ñ.nivel")
	ok(t, WriteFile(path, full(t), ""))
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v (%v)", info.Mode(), err)
	}
	f, err := ReadFile(path, Options{Model: known})
	if err != nil || f.Dossier.Company.ID != uid(1) {
		t.Errorf("read back: %+v (%v)", f, err)
	}
}

// Real exports, with and without names, are what the published schema says; a file with anything else
// is not.
func TestSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../docs/dossier.schema.json")
	ok(t, err)
	valid := func(data []byte) error {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		ok(t, err)
		return schema.Validate(v)
	}
	d := full(t)
	whole, err := Body(d)
	ok(t, err)
	nameless, err := NamelessBody(d)
	ok(t, err)
	least, err := Body(assessments.Dossier{Company: assessments.Company{ID: uid(1)}})
	ok(t, err)
	for _, data := range [][]byte{whole, nameless, least} {
		if err := valid(data); err != nil {
			t.Error(err)
		}
	}
	for _, old := range []string{`"respondent":"owner"`, `"at":"2026`, `"id":"0198`, `"fraction`, `"1/3"`, `"carried":true`, `"version":"2.0"`, `"width":40`} {
		if !bytes.Contains(whole, []byte(old)) {
			continue
		}
		bad := bytes.Replace(whole, []byte(old), []byte(`"other":"x","x":"`+strings.Trim(old[strings.LastIndexByte(old, ':')+1:], `"`)+`"`), 1)
		if json.Valid(bad) && valid(bad) == nil {
			t.Errorf("the schema takes a file without %s", old)
		}
	}
}

// The schema and the tables name the same fields.
func TestSchemaNamesEveryField(t *testing.T) {
	data, err := os.ReadFile("../../docs/dossier.schema.json")
	ok(t, err)
	var schema struct {
		Properties map[string]any `json:"properties"`
		Defs       map[string]struct {
			Properties map[string]any `json:"properties"`
			Required   []string       `json:"required"`
		} `json:"$defs"`
	}
	ok(t, json.Unmarshal(data, &schema))
	var doc document
	for name, fields := range map[string][]field{"": doc.fields(), "company": companyFields(&assessments.Company{}), "consent": consentFields(&assessments.Consent{}),
		"earlier": earlierFields(&assessments.Earlier{}), "visit": visitFields(&assessments.Visit{}), "round": roundFields(&assessments.DossierRound{}),
		"rating": ratingFields(&assessments.Rating{}), "decision": decisionFields(&assessments.Decision{}), "item": itemFields(&assessments.PlanItem{}), "evidence": evidenceFields(&assessments.Evidence{})} {
		have, need := schema.Properties, []string{"dossier", "company"}
		if name != "" {
			have, need = schema.Defs[name].Properties, schema.Defs[name].Required
		}
		for _, f := range fields {
			if have[f.key] == nil {
				t.Errorf("%s.%s is not in the schema", name, f.key)
			}
			if f.need {
				need = append(need[:0:0], without(need, f.key)...)
			}
		}
		if len(have) != len(fields) {
			t.Errorf("%s has %d fields in the schema, %d in the table", name, len(have), len(fields))
		}
		if len(need) > 0 {
			t.Errorf("%s: the schema asks for %v, the table does not", name, need)
		}
	}
}

func without(all []string, one string) []string {
	var out []string
	for _, s := range all {
		if s != one {
			out = append(out, s)
		}
	}
	return out
}

// The example of the documentation is a file that is taken.
func TestDocumentedExample(t *testing.T) {
	page, err := os.ReadFile("../../docs/dossier-format.md")
	ok(t, err)
	m := regexp.MustCompile("(?s)```json\n(.*?)```").FindSubmatch(page)
	if m == nil {
		t.Fatal("there is no example")
	}
	f, err := Read(bytes.NewReader(filed(string(m[1]))), Options{Model: known})
	ok(t, err)
	if data, err := Body(f.Dossier); err != nil || string(data) != string(m[1]) {
		t.Errorf("the example is written as\n%s (%v)", data, err)
	}
	if !strings.Contains(string(page), "more than 65 bits") {
		t.Error("the page does not say what a passphrase is worth")
	}
}

// Nothing that names firm or person, no free text and no id that leads back is in what is written
// without names; it can be read, and is the same each time.
func TestNameless(t *testing.T) {
	d := full(t)
	data, err := NamelessBody(d)
	ok(t, err)
	for _, name := range []string{"Ort", "Yecla", "Jos", "piloto", "Ana", "Marta", "hoja", "dueña", "línea", "nota", "desde", "propio", "probada", "tiempo", "disco", "0198c3a0", "picture", "position"} {
		if bytes.Contains(data, []byte(name)) {
			t.Errorf("%q is still there:\n%s", name, data)
		}
	}
	for _, left := range []string{"31.02", "backup-test", `"value":2`, "2026-12-24", `"wall"`, `"1/3"`, `"minutes":90`} {
		if !bytes.Contains(data, []byte(left)) {
			t.Errorf("%q is gone:\n%s", left, data)
		}
	}
	f, err := Read(bytes.NewReader(filed(string(data))), Options{Model: known})
	ok(t, err)
	again, err := NamelessBody(d)
	if err != nil || !f.Nameless || !bytes.Equal(again, data) {
		t.Errorf("again it is\n%s (%v)", again, err)
	}
	if f.Dossier.Rounds[0].Ratings[1].Undoes != f.Dossier.Rounds[0].Ratings[0].ID {
		t.Error("what belongs together does so no longer")
	}
}

// The passphrase is worth what its comment says, and no two are alike.
func TestPassphrase(t *testing.T) {
	n := 0
	for _, a := range consonants {
		for _, b := range vowels {
			for _, c := range consonants {
				for _, d := range vowels {
					for _, e := range ends {
						if wanted(string([]rune{a, b, c, d, e})) {
							n++
						}
					}
				}
			}
		}
	}
	if n < 8192 { // thirteen bits each
		t.Errorf("a group is one of %d, which is too few", n)
	}
	form := regexp.MustCompile(`^([a-z]{5}-){4}[a-z]{5}$`)
	seen := map[string]bool{}
	for range 500 {
		p := Passphrase()
		if !form.MatchString(p) || seen[p] {
			t.Fatalf("%q", p)
		}
		seen[p] = true
	}
}
