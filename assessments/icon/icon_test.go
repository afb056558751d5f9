package icon_test

import (
	"strings"
	"testing"

	"nivel/assessments/icon"
	"nivel/assets"
)

func TestShippedIconsParse(t *testing.T) {
	icons, err := icon.Parse(assets.Icons)
	if err != nil {
		t.Fatal(err)
	}
	if len(icons) < 60 {
		t.Errorf("%d icons, want 60 or more", len(icons))
	}
	for name, p := range icons {
		if p.Stroke == "" && p.Fill == "" {
			t.Errorf("%s draws nothing", name)
		}
		if svg := string(p.SVG("#123456")); !strings.Contains(svg, "#123456") {
			t.Errorf("%s has no colour", name)
		}
	}
}

func TestBadIconsAreNamed(t *testing.T) {
	for _, bad := range []string{"a", "a | M0 0 | | x", "a | M0 0\na | M1 1"} {
		if _, err := icon.Parse([]byte(bad)); err == nil || !strings.Contains(err.Error(), "line") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
