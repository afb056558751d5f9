//go:build cgo || ci

package main

import (
	"fyne.io/fyne/v2"
	"github.com/rymdport/portal/settings/appearance"
)

// systemDark asks the desktop; one that does not answer is light. (Fyne would read it as dark.)
func systemDark(fyne.App) bool {
	scheme, err := appearance.GetColorScheme()
	return err == nil && scheme == appearance.Dark
}
