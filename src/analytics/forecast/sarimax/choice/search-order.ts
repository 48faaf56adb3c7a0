import type { Figures } from '../../../series.ts'
import type { SarimaxOrder } from '../arma/order.ts'
import { hasRootsBeyond } from '../arma/stable-coefficients.ts'
import type { ArmaCoefficients } from '../arma/stationary-arma.ts'
import { observe } from '../filter/observations.ts'
import { fitOn, makeWorkbench, type SarimaxModel, type Workbench } from '../fit-sarimax.ts'
import { chooseDifferences } from './choose-differences.ts'

/** What a search is to look at. */
export interface Searched {
  readonly figures: Figures
  readonly regressors: readonly (readonly number[])[]
  /** Steps of a season; 1 where there is none. */
  readonly period: number
}

/** What is tried: how far back and how many surprises, from step to step and over seasons, and a constant. */
interface Candidate {
  readonly p: number
  readonly q: number
  readonly P: number
  readonly Q: number
  readonly hasConstant: boolean
}

/** The highest of each. */
const MOST = { p: 3, q: 3, P: 1, Q: 1 }
const MOST_FITS = 40
/** Nearer roots of the autoregression ask for differencing instead. */
const NEAREST_ROOT = 1.001

const FIRST = [
  { p: 2, q: 2, P: 1, Q: 1 },
  { p: 0, q: 0, P: 0, Q: 0 },
  { p: 1, q: 0, P: 1, Q: 0 },
  { p: 0, q: 1, P: 0, Q: 1 },
] as const

const MOVES = [
  { P: -1 },
  { Q: -1 },
  { P: 1 },
  { Q: 1 },
  { P: -1, Q: -1 },
  { P: 1, Q: 1 },
  { p: -1 },
  { q: -1 },
  { p: 1 },
  { q: 1 },
  { p: -1, q: -1 },
  { p: 1, q: 1 },
] as const

/**
 * The model of least AICc by the stepwise search of Hyndman and Khandakar (2008), seasonal orders up to 1 and others
 * up to 3: from the best of four, on to any better neighbour. Null where no model is determined.
 */
export function searchOrder({ figures, regressors, period }: Searched): SarimaxModel | null {
  const differences = { ...chooseDifferences(figures, regressors, period), s: period }
  const mayHaveConstant = differences.d + differences.D < 2
  const benches = [false, true].map((hasConstant) => {
    const seen = observe({ figures, regressors, order: differences, hasConstant })
    return seen && (mayHaveConstant || !hasConstant) ? makeWorkbench(seen, period) : null
  })
  const tried = new Map<string, SarimaxModel | null>()
  const orderOf = ({ p, q, P, Q }: Candidate): SarimaxOrder => ({ p, q, P, Q, ...differences })
  const tryOut = (candidate: Candidate, best: SarimaxModel | null): SarimaxModel | null => {
    const key = JSON.stringify(Object.values(candidate))
    const bench = benches[candidate.hasConstant ? 1 : 0]
    if (!bench || tried.has(key) || tried.size >= MOST_FITS) return null
    const near = best ? { near: resized(best.coefficients, candidate) } : {}
    const model = fitOn(bench, orderOf(candidate), { isCoarse: true, ...near })
    const sound = model && isSound(model.coefficients) ? model : null
    tried.set(key, sound)
    return sound
  }
  const best = climb(tryOut, { isSeasonal: period > 1, mayHaveConstant })
  const bench = best && benches[best.constant === null ? 0 : 1]
  return bench ? refined(bench, best) : null
}

function climb(
  tryOut: (candidate: Candidate, best: SarimaxModel | null) => SarimaxModel | null,
  { isSeasonal, mayHaveConstant }: { isSeasonal: boolean; mayHaveConstant: boolean },
): SarimaxModel | null {
  const isAllowed = ({ p, q, P, Q }: Candidate) =>
    [p, q, P, Q].every((part) => part >= 0) &&
    p <= MOST.p &&
    q <= MOST.q &&
    P <= (isSeasonal ? MOST.P : 0) &&
    Q <= (isSeasonal ? MOST.Q : 0)
  let best: SarimaxModel | null = null
  for (const first of FIRST) {
    const seasonal = isSeasonal ? {} : { P: 0, Q: 0 }
    best = better(best, tryOut({ ...first, ...seasonal, hasConstant: mayHaveConstant }, best))
  }
  best = better(best, tryOut({ p: 0, q: 0, P: 0, Q: 0, hasConstant: false }, best))
  for (let isImproved = true; isImproved && best; ) {
    isImproved = false
    for (const next of neighbours(best).filter(isAllowed)) {
      const found = better(best, tryOut(next, best))
      if (found === best) continue
      best = found
      isImproved = true
      break
    }
  }
  return best
}

/** The coefficients of a neighbour, cut off or filled up with zeros. */
function resized(near: ArmaCoefficients, { p, q, P, Q }: Candidate): ArmaCoefficients {
  const cut = (values: Float64Array, count: number) =>
    Float64Array.from({ length: count }, (_, at) => values[at] ?? 0)
  return {
    ar: cut(near.ar, p),
    ma: cut(near.ma, q),
    seasonalAr: cut(near.seasonalAr, P),
    seasonalMa: cut(near.seasonalMa, Q),
  }
}

function neighbours({ order, constant }: SarimaxModel): Candidate[] {
  const { p, q, P, Q } = order
  const hasConstant = constant !== null
  const moved = MOVES.map((move) => {
    const by = { p: 0, q: 0, P: 0, Q: 0, ...move }
    return { p: p + by.p, q: q + by.q, P: P + by.P, Q: Q + by.Q, hasConstant }
  })
  return [...moved, { p, q, P, Q, hasConstant: !hasConstant }]
}

function better(one: SarimaxModel | null, other: SarimaxModel | null): SarimaxModel | null {
  if (!one || !other) return one ?? other
  return other.aicc < one.aicc ? other : one
}

function isSound({ ar, seasonalAr }: ArmaCoefficients): boolean {
  return hasRootsBeyond(NEAREST_ROOT, ar) && hasRootsBeyond(NEAREST_ROOT, seasonalAr)
}

/** The same model, looked for more finely. */
function refined(bench: Workbench, coarse: SarimaxModel): SarimaxModel {
  const fine = fitOn(bench, coarse.order, { near: coarse.coefficients })
  return fine && isSound(fine.coefficients) ? fine : coarse
}
