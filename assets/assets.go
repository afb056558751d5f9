// Package assets holds everything that is not code: content that a cluster can edit, the words of
// interface and report, fonts and icons. Its own texts are under CC BY 4.0 (see LICENSE.md), the
// fonts under the SIL Open Font License.
package assets

import "embed"

// Content is the tree that package content reads: models, actions, practices, regions, glossary
// and benchmarks.
//
//go:embed models actions practices regions glossary benchmarks sectors technologies readings shared
var Content embed.FS

// Translations are the words of interface and report, one file a language.
//
//go:embed translations/*.yaml
var Translations embed.FS

// Samples are answer files of made-up firms.
//
//go:embed samples/*.json
var Samples embed.FS

// The faces of IBM Plex Sans.
var (
	//go:embed fonts/IBMPlexSans-Regular.ttf
	Regular []byte
	//go:embed fonts/IBMPlexSans-SemiBold.ttf
	SemiBold []byte
	//go:embed fonts/IBMPlexSans-Italic.ttf
	Italic []byte
)

// Icons are the drawings of icons.txt, one a line; Icon is the program's own as a picture for the
// desktop, Mark the same as a drawing.
var (
	//go:embed icons/icons.txt
	Icons []byte
	//go:embed icons/icon-128.png
	Icon []byte
	//go:embed icons/icon.svg
	Mark []byte
)

// Templates are the files that `nivelctl new` writes; the structure exists once a language, because
// its comments explain it.
//
//go:embed templates/*/*.yaml
var Templates embed.FS
