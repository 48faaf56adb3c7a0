import type { Parameters } from '../forecast-model.ts'
import { isOrder, type SarimaxOrder } from './arma/order.ts'
import type { ArmaCoefficients } from './arma/stationary-arma.ts'
import type { SarimaxModel } from './fit-sarimax.ts'

/** How the coefficients of each polynomial are called, before their number. */
const NAMES = { ar: 'ar', ma: 'ma', seasonalAr: 'sar', seasonalMa: 'sma' } as const

/** A model by the names of its parts: `p` to `s`, `ar1`, `ma1`, `sar1`, `sma1`, `constant`, `effect1`, `variance` and what it was judged by. */
export function parametersOf(model: SarimaxModel): Parameters {
  const { order, coefficients, constant, effects, variance, logLikelihood, aicc, count } = model
  return {
    ...order,
    ...numbered(NAMES.ar, coefficients.ar),
    ...numbered(NAMES.ma, coefficients.ma),
    ...numbered(NAMES.seasonalAr, coefficients.seasonalAr),
    ...numbered(NAMES.seasonalMa, coefficients.seasonalMa),
    ...(constant === null ? {} : { constant }),
    ...numbered('effect', effects),
    ...{ variance, logLikelihood, aicc, count },
  }
}

/** The model these are the parameters of; null where a part is missing or is no number. */
export function modelOf(found: Parameters): SarimaxModel | null {
  const { p = Number.NaN, d = Number.NaN, q = Number.NaN, s = Number.NaN } = found
  const { P = Number.NaN, D = Number.NaN, Q = Number.NaN } = found
  const { variance = Number.NaN, logLikelihood = Number.NaN, aicc = Number.NaN } = found
  const { count = Number.NaN, constant = null } = found
  const order: SarimaxOrder = { p, d, q, P, D, Q, s }
  if (!isOrder(order)) return null
  const effects = effectsIn(found)
  const coefficients: ArmaCoefficients = {
    ar: Float64Array.from(listed(found, NAMES.ar, p)),
    ma: Float64Array.from(listed(found, NAMES.ma, q)),
    seasonalAr: Float64Array.from(listed(found, NAMES.seasonalAr, P)),
    seasonalMa: Float64Array.from(listed(found, NAMES.seasonalMa, Q)),
  }
  const all = [variance, logLikelihood, aicc, count, constant ?? 0, ...effects]
  const parts = Object.values(coefficients).flatMap((part: Float64Array) => [...part])
  if (![...all, ...parts].every(Number.isFinite) || variance <= 0) return null
  return { order, coefficients, constant, effects, variance, logLikelihood, aicc, count }
}

function numbered(name: string, values: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries(Array.from(values, (value, at) => [`${name}${at + 1}`, value]))
}

function listed(found: Parameters, name: string, count: number): number[] {
  return Array.from({ length: count }, (_, at) => found[`${name}${at + 1}`] ?? Number.NaN)
}

function effectsIn(found: Parameters): number[] {
  const count = Object.keys(found).filter((name) => /^effect\d+$/.test(name)).length
  return listed(found, 'effect', count)
}
