//go:build !cgo && !ci

// Command nivel opens the desktop program. This file stands in where there is no C compiler.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "Nivel's window needs a C compiler and graphics headers to be built: run `make run`, which installs what is missing, or use `go run ./cmd/nivelctl help`, which needs neither.")
	os.Exit(1)
}
