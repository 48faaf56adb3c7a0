import type { Chance } from '../../demo/chance.ts'

const PARTS = 2 ** 30

/**
 * When requests of people who know nothing of each other come, in milliseconds from the first moment: so many a second
 * on average, each at an instant of its own (a Poisson process).
 */
export function arrivals(
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
  chance: Chance,
): number[] {
  const instants: number[] = []
  let at = 0
  for (;;) {
    const share = (chance.below(PARTS) + 1) / PARTS // never 0, whose logarithm there is none of
    at += (-Math.log(share) / rate) * 1000
    if (at >= seconds * 1000) return instants
    instants.push(at)
  }
}
