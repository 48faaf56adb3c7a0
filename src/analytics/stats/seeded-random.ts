/** Four whole numbers of 32 bits, not all of them 0. */
export type XoshiroState = readonly [number, number, number, number]

/** Repeatable chance: equal seeds give equal draws, on every machine. */
export interface SeededRandom {
  /** From 0 up to but without 1, in steps of 2^-32. */
  next(): number
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number
}

const STEPS = 2 ** 32

/**
 * Draws that follow from a seed: xoshiro128** of Blackman and Vigna (2021), its state filled from the seed by
 * splitmix32. Of the seed the lower 32 bits count. Not for secrets.
 *
 * @example seededRandom(7).below(6) // => the same number each time
 */
export function seededRandom(seed: number): SeededRandom {
  const draw = xoshiro128(stateFrom(seed))
  return {
    next: () => draw() / STEPS,
    below: (limit) => Math.floor((draw() / STEPS) * limit),
  }
}

/** The bare sequence of xoshiro128**, whole numbers of 32 bits. @example xoshiro128([1, 2, 3, 4])() // => 11520 */
export function xoshiro128(state: XoshiroState): () => number {
  let [a, b, c, d] = state
  return () => {
    const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return scrambled >>> 0
  }
}

function stateFrom(seed: number): XoshiroState {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0
    const once = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97)
    return (twice ^ (twice >>> 15)) >>> 0
  }
  return [next(), next(), next(), next()]
}

function rotate(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by))
}
