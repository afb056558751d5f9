package guard

import "math/bits"

// prime is the one modulo which all is reckoned: whole numbers as small as ours behave modulo it as
// fractions do, and it takes one multiplication.
const prime = 1<<61 - 1

func add(a, b uint64) uint64 {
	if a += b; a >= prime {
		a -= prime
	}
	return a
}

func mul(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return add(hi<<3|lo>>61, lo&prime)
}

func negative(a uint64) uint64 {
	if a == 0 {
		return 0
	}
	return prime - a
}

// inverse is 1/a, by Fermat.
func inverse(a uint64) uint64 {
	out := uint64(1)
	for e := uint64(prime - 2); e > 0; e >>= 1 {
		if e&1 == 1 {
			out = mul(out, a)
		}
		a = mul(a, a)
	}
	return out
}

// subtract takes times as much of w from v.
func subtract(v, w []uint64, times uint64) {
	if times == 0 {
		return
	}
	times = negative(times)
	for i, x := range w {
		if x != 0 {
			v[i] = add(v[i], mul(times, x))
		}
	}
}
