import type { Drill } from './drill.ts'

/** Shares kills out among drills by their shares, one at least to each that kills, the sum kept where that allows. */
export function killsByDrill(drills: readonly Drill[], kills: number): ReadonlyMap<string, number> {
  const whole = drills.reduce((sum, { killShare }) => sum + killShare, 0)
  const shares = new Map<string, number>()
  let [given, before] = [0, 0]
  for (const { name, killShare } of drills) {
    given += whole === 0 ? 0 : (killShare / whole) * kills
    const own = Math.round(given) - before
    before = Math.round(given)
    shares.set(name, killShare > 0 ? Math.max(1, own) : 0)
  }
  return shares
}
