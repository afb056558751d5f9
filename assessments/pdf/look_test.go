package pdf

import (
	"os"
	"path/filepath"
	"testing"
)

// TestLook writes the samples into the folder named by PDFOUT, to be looked at.
func TestLook(t *testing.T) {
	folder := os.Getenv("PDFOUT")
	if folder == "" {
		t.Skip("PDFOUT is not set")
	}
	fonts := testFonts(t)
	for name, r := range looks() {
		b, err := Write(r, fonts)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := os.WriteFile(filepath.Join(folder, name+".pdf"), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
