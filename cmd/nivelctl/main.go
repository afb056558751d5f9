// Command nivelctl is Nivel without a window: it scores answer files, names next steps, writes
// reports and checks content, on any machine that Go runs on.
//
// The rule: results go to standard output, everything else to standard error, in the language of
// the user; the exit code is 0 where it is done, 1 where the input is at fault, 2 where the call is.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}
