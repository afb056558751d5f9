package assessments

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Fault is something wrong in what somebody wrote or typed. Code names the sentence that says it
// in each language (package texts, keys "fault."+Code); Args fill its gaps.
type Fault struct {
	Code string
	Args map[string]string
}

// NewFault makes a fault from a code and pairs of name and value.
func NewFault(code string, pairs ...any) *Fault {
	f := &Fault{Code: code, Args: map[string]string{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		f.Args[fmt.Sprint(pairs[i])] = fmt.Sprint(pairs[i+1])
	}
	return f
}

// Error gives code and gaps in a plain form, for logs; people read the sentence from texts.
func (f *Fault) Error() string {
	var b strings.Builder
	b.WriteString(f.Code)
	for _, k := range slices.Sorted(maps.Keys(f.Args)) {
		fmt.Fprintf(&b, " %s=%q", k, f.Args[k])
	}
	return b.String()
}
