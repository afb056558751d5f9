package main

import (
	"flag"
	"nivel/assessments"
	"slices"

	"nivel/assessments/content"
	"nivel/assets"
)

// version is the program's own; the content has versions of its own.
const version = assessments.Version

const helpName = "help"

// prepareHelp is a function because help knows all verbs, itself among them.
func prepareHelp(*flag.FlagSet) action {
	return func(c *call, args []string) error {
		switch {
		case len(args) == 0:
			return c.help("main")
		case len(args) > 1:
			return misused("many")
		case !slices.ContainsFunc(verbs(), func(v verb) bool { return v.name == args[0] }):
			return misused("verb", "verb", args[0])
		}
		return c.help(args[0])
	}
}

// help prints a verb's help text.
func (c *call) help(verb string) error {
	c.sayf("help." + verb)
	return nil
}

var versionVerb = verb{"version", func(*flag.FlagSet) action {
	return func(c *call, args []string) error {
		if len(args) > 0 {
			return misused("many")
		}
		c.say("nivelctl", version)
		lib, _ := content.Load(assets.Content) // what is built in is checked when it is built
		for i := range lib.Models {
			c.say(lib.Models[i].Model.ID, lib.Models[i].Model.Version)
		}
		return nil
	}
}}
