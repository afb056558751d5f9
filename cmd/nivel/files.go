//go:build cgo || ci

package main

import (
	"fmt"
	"path/filepath"

	"nivel/app/screen"
	"nivel/app/screen/takein"
)

// given are the files that the program was started with, by their whole paths: a double click hands
// one over. What is wrong with one the window says.
func given(args []string) ([]string, error) {
	if len(args) > takein.FilesLimit {
		return nil, fmt.Errorf("nivel: %d files given, at most %d can be taken in at once", len(args), takein.FilesLimit)
	}
	var out []string
	for _, a := range args {
		path, err := filepath.Abs(a)
		if err != nil {
			return nil, err
		}
		out = append(out, path)
	}
	return out, nil
}

// takeIn shows the page that takes in the files the program was started with.
func (p *program) takeIn(files []string) {
	if p.app != nil && len(files) > 0 {
		p.app.Go(screen.Route{Page: screen.TakeIn, ID: takein.Join(files)})
	}
}
