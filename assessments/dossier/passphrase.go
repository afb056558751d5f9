package dossier

import (
	"crypto/rand"
	"math/big"
	"strings"
)

// The letters of a passphrase: none that sounds like another in Spanish or English, or is hard to find
// on a keyboard of either. A group is consonant, vowel, consonant, vowel, end.
const (
	consonants = "bdfklmnprst"
	vowels     = "aeiou"
	ends       = "lnrs"
	groups     = 5
)

// unwanted begin or fill words that nobody wants to read out on the telephone.
var unwanted = []string{"put", "tet", "pen", "kak", "mam", "fol", "nig", "dik", "tit", "kul", "ped", "pis", "neg", "fuk", "nazi", "mari", "muer", "sid", "bobo", "tont", "tar", "mer", "dumb", "rap", "slut"}

// Passphrase makes a passphrase that can be said over the telephone in Spanish and English. It has more
// than 65 bits (TestPassphrase counts), which with the work that reading a file takes is out of reach.
func Passphrase() string {
	var out []string
	for len(out) < groups {
		group := pick(consonants) + pick(vowels) + pick(consonants) + pick(vowels) + pick(ends)
		if wanted(group) {
			out = append(out, group)
		}
	}
	return strings.Join(out, "-")
}

func wanted(group string) bool {
	for _, u := range unwanted {
		if strings.Contains(group, u) {
			return false
		}
	}
	return true
}

// pick draws one letter, each as likely as the others.
func pick(letters string) string {
	n, err := rand.Int(rand.Reader, big.NewInt(int64(len(letters))))
	if err != nil {
		panic(err) // without chance there is no secret
	}
	return letters[n.Int64() : n.Int64()+1]
}
