// Package shipped gives tests what goes out with the program: its content, its words and the answers
// of its sample firm.
//
// The rule: only tests import it. Content and words are read once and lent to all tests of a package,
// so none changes them; the sample is read anew each time.
package shipped

import (
	"bytes"
	"sync"

	"nivel/assessments/answerfile"
	"nivel/assessments/content"
	"nivel/assessments/texts"
	"nivel/assets"
)

// Library is the content; one in which anything is found wrong panics.
var Library = sync.OnceValue(func() *content.Library {
	lib, findings := content.Load(assets.Content)
	if len(findings) > 0 {
		panic(findings[0])
	}
	return lib
})

// Words are those of interface and report, by language.
var Words = sync.OnceValue(func() map[string]*texts.Words {
	all, err := texts.Load(assets.Translations, content.Languages)
	if err != nil {
		panic(err)
	}
	return all
})

// Data is the answer file of the sample firm as it stands.
func Data() []byte {
	data, err := assets.Samples.ReadFile("samples/sample.json")
	if err != nil {
		panic(err)
	}
	return data
}

// Sample are the answers of the sample firm.
func Sample() *answerfile.File {
	f, err := answerfile.Read(bytes.NewReader(Data()), Library())
	if err != nil {
		panic(err)
	}
	return f
}
