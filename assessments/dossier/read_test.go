package dossier

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"nivel/assessments"
)

// small is a dossier without pictures, for tests that read it thousands of times.
func small(t testing.TB) assessments.Dossier {
	d := full(t)
	d.Rounds[0].Evidence = nil
	return d
}

// with is a body like the full one with one piece in another way.
func with(t testing.TB, old, new string) []byte {
	t.Helper()
	data, err := Body(small(t))
	ok(t, err)
	if !bytes.Contains(data, []byte(old)) {
		t.Fatalf("%q is not in\n%s", old, data)
	}
	return filed(strings.Replace(string(data), old, new, 1))
}

// Whatever is wrong with a file is one Fault, whose gaps are filled with short lines.
func TestWhatIsRefused(t *testing.T) {
	lightly(t)
	plain := written(t, full(t), "")
	locked := written(t, full(t), "tolin-bafer")
	body, err := Body(full(t))
	ok(t, err)
	deep := strings.Repeat("[", 10_000)
	future := firstLine(Format+1, []byte("?")) + "?"
	rating := `{"id":"` + uid(100) + `"`
	for name, c := range map[string]struct {
		in   []byte
		pass string
		code string
	}{
		"nothing":                 {nil, "", "dossier-cut"},
		"a PDF":                   {[]byte("%PDF-1.7 and what follows in it"), "", "dossier-foreign"},
		"a JSON alone":            {body, "", "dossier-foreign"},
		"half":                    {plain[:len(plain)/2], "", "dossier-cut"},
		"without its last byte":   {plain[:len(plain)-1], "", "dossier-cut"},
		"a part of the magic":     {[]byte("nivel-d"), "", "dossier-cut"},
		"more than there is":      {append(bytes.Clone(plain), 'x'), "", "dossier-damaged"},
		"half, locked":            {locked[:len(locked)/2], "tolin-bafer", "dossier-damaged"},
		"needs a password":        {locked, "", "dossier-locked"},
		"wrong password":          {locked, "tolin-bafel", "dossier-passphrase"},
		"newer":                   {[]byte(future), "", "dossier-newer"},
		"larger than it may be":   {[]byte(fmt.Sprintf("nivel-dossier 1 %d %s\n", SizeLimit+1, strings.Repeat("0", 64))), "", "dossier-large"},
		"deep":                    {filed(deep), "", "dossier-form"},
		"deep inside":             {with(t, `"wall"`, deep), "", "dossier-form"},
		"deep in a value":         {with(t, `"value":1`, `"value":`+deep), "", "dossier-form"},
		"a value for ever":        {with(t, `"value":1`, `"value":"`+strings.Repeat("x", 2*ValueLimit)+`"`), "", "dossier-long"},
		"a value of another form": {with(t, `"value":1`, `"value":1.0`), "", "dossier-value"},
		"an empty value":          {with(t, `"value":1`, `"value":null`), "", "dossier-value"},
		"rows twice":              {with(t, `{"cad":4,"cnc":"na"}`, `{"cad":4,"cad":4}`), "", "dossier-value"},
		"an unknown field":        {with(t, `"name":`, `"nom":`), "", "dossier-key"},
		"a field twice":           {with(t, `"place":"Yecla",`, `"place":"Yecla","place":"Yecla",`), "", "dossier-key"},
		"a field missing":         {with(t, `"respondent":"owner",`, ``), "", "dossier-missing"},
		"an id in capitals":       {with(t, uid(100), strings.ToUpper(uid(0xa0))), "", "dossier-value"},
		"an id twice":             {with(t, uid(102), uid(101)), "", "dossier-twice"},
		"a respondent":            {with(t, `"colleague"`, `"boss"`), "", "dossier-value"},
		"a kind of consent":       {with(t, `"kind":"wall"`, `"kind":"all"`), "", "dossier-value"},
		"a relevance":             {with(t, `"relevance":"high"`, `"relevance":"huge"`), "", "dossier-value"},
		"a time with a zone":      {with(t, `"created":"2026-11-23T09:30:00.12Z"`, `"created":"2026-11-23T10:30:00.12+01:00"`), "", "dossier-value"},
		"a day":                   {with(t, `"2026-11-20"`, `"2026-02-30"`), "", "dossier-value"},
		"minutes":                 {with(t, `"minutes":90`, `"minutes":721`), "", "dossier-value"},
		"a level":                 {with(t, `"data":3`, `"data":6`), "", "dossier-value"},
		"a fraction":              {with(t, `"1/3"`, `"2/6"`), "", "dossier-value"},
		"a fraction by nothing":   {with(t, `"1/3"`, `"1/0"`), "", "dossier-value"},
		"money":                   {with(t, `"planned":100`, `"planned":-1`), "", "dossier-form"},
		"due before start":        {with(t, `"due":"2026-12-24"`, `"due":"2026-01-24"`), "", "dossier-value"},
		"a long name":             {with(t, `"contact":"`, `"contact":"`+strings.Repeat("x", 200)), "", "dossier-long"},
		"a sign that steers":      {with(t, `"contact":"`, `"contact":"\u202e`), "", "dossier-value"},
		"a zero byte":             {with(t, `"contact":"`, `"contact":"\u0000`), "", "dossier-value"},
		"not UTF-8":               {with(t, `"contact":"`, "\"contact\":\"\xff"), "", "dossier-form"},
		"more ratings than many":  {with(t, rating, strings.Repeat(rating+`,"question":"q","respondent":"owner"},`, RatingLimit)+rating), "", "dossier-many"},
		"more of everything":      {manyRounds(t, 3, RecordLimit/3+1), "", "dossier-many"},
		"trailing":                {with(t, "\n\"rounds\":", "\"rounds\":[]}{\"x\":"), "", "dossier-value"},
		"a second object":         {filed(string(body) + "{}"), "", "dossier-form"},
		"a model":                 {with(t, `"model":"industry40"`, `"model":"industry50"`), "", "dossier-model"},
		"a version":               {with(t, `"version":"2.0"`, `"version":"2.9"`), "", "dossier-model"},
		"a path":                  {with(t, `"path":"quick"`, `"path":"scenic"`), "", "dossier-value"},
		"a question":              {with(t, `"question":"dii.cloud"`, `"question":"dii.fog"`), "", "dossier-answer"},
		"an answer":               {with(t, `"value":1`, `"value":7`), "", "dossier-answer"},
		"a target of nothing":     {with(t, `"data":3`, `"date":3`), "", "dossier-answer"},
		"a weight of nothing":     {with(t, `"overrides":{"data"`, `"overrides":{"date"`), "", "dossier-value"},
		"no picture":              {pictured(t, []byte("no picture"), 40), "", "dossier-picture"},
		"another picture":         {pictured(t, photo(t, 41, 30, 1), 40), "", "dossier-picture"},
		"a large picture":         {pictured(t, photo(t, assessments.EvidenceEdge+1, 30, 1), assessments.EvidenceEdge), "", "dossier-picture"},
		"a heavy picture":         {pictured(t, make([]byte, assessments.EvidenceBytes+1), 40), "", "dossier-picture"},
		"ten thousand pictures":   {manyPictures(t, 10_000), "", "dossier-many"},
	} {
		_, err := Read(bytes.NewReader(c.in), Options{Passphrase: c.pass, Model: known})
		var f *assessments.Fault
		if !errors.As(err, &f) || f.Code != c.code {
			t.Errorf("%s: got %v, want %s", name, err, c.code)
			continue
		}
		for gap, v := range f.Args {
			if len([]rune(v)) > 90 || strings.ContainsFunc(v, steers) {
				t.Errorf("%s: the gap %s is filled with %q", name, gap, v)
			}
		}
	}
}

// pictured is a file with one picture of that width.
func pictured(t testing.TB, picture []byte, width int) []byte {
	e := fmt.Sprintf(`{"id":"%s","question":"data.backup","width":%d,"height":30,"picture":"%s","thumb":"%s"}`, uid(6), width,
		base64.StdEncoding.EncodeToString(picture), base64.StdEncoding.EncodeToString(photo(t, 8, 6, 1)))
	return with(t, `,"ratings":[`, `,"evidence":[`+e+`],"ratings":[`)
}

// manyRounds is a file with so many rounds of so many ratings each.
func manyRounds(t testing.TB, rounds, ratings int) []byte {
	var b strings.Builder
	for i := range rounds {
		fmt.Fprintf(&b, `{"id":"%s","model":"industry40","version":"2.0","ratings":[`, uid(900_000+i))
		for j := range ratings {
			fmt.Fprintf(&b, `{"id":"%s","question":"data.backup","respondent":"owner"},`, uid(1_000_000*(i+1)+j))
		}
		fmt.Fprintf(&b, `{"id":"%s","question":"data.backup","respondent":"owner"}]},`, uid(1_000_000*(i+1)+ratings))
	}
	return with(t, "\"rounds\":[", "\"rounds\":["+b.String())
}

func manyPictures(t testing.TB, n int) []byte {
	p, q := base64.StdEncoding.EncodeToString(photo(t, 40, 30, 1)), base64.StdEncoding.EncodeToString(photo(t, 8, 6, 1))
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf(`{"id":"%s","question":"data.backup","width":40,"height":30,"picture":"%s","thumb":"%s"}`, uid(1000+i), p, q))
	}
	return with(t, `,"ratings":[`, `,"evidence":[`+strings.Join(all, ",")+`],"ratings":[`)
}

// The needed questionnaire is named.
func TestNeededModelIsNamed(t *testing.T) {
	_, err := Read(bytes.NewReader(with(t, `"version":"2.0"`, `"version":"2.9"`)), Options{Model: known})
	var f *assessments.Fault
	if !errors.As(err, &f) || f.Args["model"] != "industry40" || f.Args["version"] != "2.9" {
		t.Errorf("got %v", err)
	}
}

// An age file of somebody else's making: another recipient, more work than is done, other content.
func TestOtherAgeFiles(t *testing.T) {
	make1 := func(content string, to age.Recipient) []byte {
		var out bytes.Buffer
		w, err := age.Encrypt(&out, to)
		ok(t, err)
		io.WriteString(w, content)
		ok(t, w.Close())
		return out.Bytes()
	}
	id, err := age.GenerateX25519Identity()
	ok(t, err)
	cheap, err := age.NewScryptRecipient("p")
	ok(t, err)
	cheap.SetWorkFactor(1)
	for code, data := range map[string][]byte{
		"dossier-key-kind": make1("x", id.Recipient()),
		"dossier-foreign":  make1("a letter to somebody, long enough", cheap),
		"dossier-cut":      make1("nivel-dossier 1 9", cheap),
		"dossier-work":     bytes.Replace(make1("x", cheap), []byte(" 1\n"), []byte(" 25\n"), 1),
	} {
		if _, err := Read(bytes.NewReader(data), Options{Passphrase: "p"}); faultOf(err) != code {
			t.Errorf("got %v, want %s", err, code)
		}
	}
	if _, err := Read(bytes.NewReader(make1(string(written(t, small(t), "")), cheap)), Options{Passphrase: "p", Model: known}); err != nil {
		t.Errorf("what another program encrypted: %v", err)
	}
}

// Whatever bit is turned, in a plain file or an encrypted one, is told as damage, or as a password that
// does not open it; and so is every cut.
func TestEveryBitFlipIsSeen(t *testing.T) {
	lightly(t)
	d := assessments.Dossier{Company: assessments.Company{ID: uid(1), Name: "Ortín", CreatedAt: start}}
	for _, pass := range []string{"", "tolin-bafer"} {
		data := written(t, d, pass)
		if _, err := Read(bytes.NewReader(data), Options{Passphrase: pass}); err != nil {
			t.Fatal(err)
		}
		for i := range data {
			for bit := range 8 {
				data[i] ^= 1 << bit
				_, err := Read(bytes.NewReader(data), Options{Passphrase: pass})
				data[i] ^= 1 << bit
				switch code := faultOf(err); code {
				case "dossier-damaged":
				case "dossier-cut":
				case "dossier-passphrase", "dossier-key-kind", "dossier-work":
					if pass == "" {
						t.Fatalf("bit %d of byte %d: %v", bit, i, err)
					}
				default:
					t.Fatalf("passphrase %q, bit %d of byte %d: %v", pass, bit, i, err)
				}
			}
			if _, err := Read(bytes.NewReader(data[:i]), Options{Passphrase: pass}); faultOf(err) != "dossier-cut" && faultOf(err) != "dossier-damaged" {
				t.Fatalf("passphrase %q, cut at %d: %v", pass, i, err)
			}
		}
	}
}

// An error of the disk is told as what it is.
func TestDiskErrorsAreNoFault(t *testing.T) {
	lightly(t)
	for _, pass := range []string{"", "p"} {
		data := written(t, small(t), pass)
		for _, at := range []int{0, 5, 30, 200, len(data) - 1} {
			broken := io.MultiReader(bytes.NewReader(data[:at]), failing{})
			if _, err := Read(broken, Options{Passphrase: pass}); !errors.Is(err, os.ErrDeadlineExceeded) {
				t.Errorf("passphrase %q, at %d: %v", pass, at, err)
			}
		}
	}
	if _, err := ReadFile(filepath.Join(t.TempDir(), "missing"), Options{}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, os.ErrDeadlineExceeded }
