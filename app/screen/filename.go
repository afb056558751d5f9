package screen

import (
	"os"
	"strings"
	"unicode"

	"github.com/adrg/xdg"
)

// Documents is the user's folder for documents, or the nearest there is.
func Documents() string {
	for _, dir := range []string{xdg.UserDirs.Documents, xdg.Home} {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	return "."
}

// FileName makes any text fit for a file's name on every system: no reserved letters or device
// names, no trailing dot, not too long.
func FileName(text string) string {
	clean := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`<>:"/\|?*`, r) || r == unicode.ReplacementChar {
			return '-'
		}
		return r
	}, strings.ToValidUTF8(text, "-"))
	clean = strings.Trim(clean, " .")
	if r := []rune(clean); len(r) > 80 {
		clean = strings.Trim(string(r[:80]), " .")
	}
	base, _, _ := strings.Cut(strings.ToLower(clean), ".")
	for _, device := range []string{"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3"} {
		if base == device {
			clean += "_"
		}
	}
	if clean == "" {
		return "nivel"
	}
	return clean
}
