package dossier

import (
	"errors"
	"fmt"
	"io"
	"strconv"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"nivel/assessments"
)

// workFactor is the power of two by which scrypt works when a file is written, and the most that is
// accepted of one that is read: 256 MB of memory and about a second.
const workFactor = 18

const ageMagic = "age-encryption.org/v1\n"

// working is a variable so that the tests that read thousands of files need not take hours.
var working = workFactor

// encrypt writes an age file around what content writes.
func encrypt(w io.Writer, content func(io.Writer) error, passphrase string) error {
	to, err := age.NewScryptRecipient(norm.NFC.String(passphrase))
	if err != nil {
		return err
	}
	to.SetWorkFactor(working)
	out, err := age.Encrypt(w, to)
	if err != nil {
		return fmt.Errorf("encrypt: %w", err)
	}
	if err := content(out); err != nil {
		return err
	}
	return out.Close()
}

// decrypt gives a reader of what is inside an age file. What comes out of it is not to be believed
// before its end has been reached.
func decrypt(r io.Reader, passphrase string) (io.Reader, error) {
	id, err := age.NewScryptIdentity(norm.NFC.String(passphrase))
	if err != nil {
		return nil, assessments.NewFault("dossier-locked")
	}
	id.SetMaxWorkFactor(workFactor)
	out, err := age.Decrypt(r, &bounded{id})
	var fault *assessments.Fault
	switch {
	case err == nil:
		return out, nil
	case errors.As(err, &fault):
		return nil, fault
	case errors.Is(err, age.ErrIncorrectIdentity):
		return nil, assessments.NewFault("dossier-passphrase")
	}
	return nil, assessments.NewFault("dossier-damaged")
}

// bounded looks at how much work a file asks for before any is done.
type bounded struct{ id *age.ScryptIdentity }

// Unwrap implements age.Identity.
func (b *bounded) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	if len(stanzas) != 1 || stanzas[0].Type != "scrypt" || len(stanzas[0].Args) != 2 {
		return nil, assessments.NewFault("dossier-key-kind")
	}
	if n, err := strconv.Atoi(stanzas[0].Args[1]); err == nil && n > workFactor {
		return nil, assessments.NewFault("dossier-work")
	}
	return b.id.Unwrap(stanzas)
}
