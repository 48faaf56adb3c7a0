import { describe, expect, it } from 'vitest'
import type { Figures } from '../../series.ts'
import { observe } from './filter/observations.ts'
import { fitSarimax } from './fit-sarimax.ts'
import { lookOver } from './outlook.ts'
import {
  ACCIDENTS,
  AIRLINE,
  APPROVAL,
  LAKE_HURON,
  LYNX,
  WEB_USERS,
} from './testing/published-series.ts'

const AIRLINE_ORDER = { p: 0, d: 1, q: 1, P: 0, D: 1, Q: 1, s: 12 }
const autoregression = (p: number) => ({ p, d: 0, q: 0, P: 0, D: 0, Q: 0, s: 1 })

/** Fits printed by the help of R, `?arima` and those named; the digits beyond are those of R 4.2.2. */
describe('fitSarimax', () => {
  it('fits the airline series as Box and Jenkins do', () => {
    const fit = fitSarimax(logarithms(AIRLINE), AIRLINE_ORDER)!

    expectWithin(fit.coefficients.ma[0]!, -0.4018, 0.001)
    expectWithin(fit.coefficients.seasonalMa[0]!, -0.5569, 0.001)
    expectWithin(fit.variance, 0.001348, 0.001)
    expect(Math.abs(fit.logLikelihood - 244.7)).toBeLessThan(0.01)
    expect(fit.count).toBe(131)
  })

  it('fits the airline series with gaps as R does, in the first year too', () => {
    const some = fitSarimax(
      without(logarithms(AIRLINE), [20, 21, 22, 50, 100, 101]),
      AIRLINE_ORDER,
    )!
    const more = [3, 8, 20, 21, 22, 50, 100, 101, 144]
    const early = fitSarimax(without(logarithms(AIRLINE), more), AIRLINE_ORDER)!

    expectWithin(some.coefficients.ma[0]!, -0.3998886747, 0.001)
    expectWithin(some.coefficients.seasonalMa[0]!, -0.5694772359, 0.001)
    expect(Math.abs(some.logLikelihood - 230.6014269)).toBeLessThan(0.01)
    expectWithin(early.coefficients.ma[0]!, -0.4027469679, 0.001)
    expectWithin(early.coefficients.seasonalMa[0]!, -0.5685728956, 0.001)
    expect(Math.abs(early.logLikelihood - 223.5104788)).toBeLessThan(0.01)
  })

  it('fits the level of Lake Huron about a falling line, the year a regressor', () => {
    const years = LAKE_HURON.map((_, at) => 1875 + at - 1920)
    const options = { regressors: [years], hasConstant: true }
    const fit = fitSarimax(LAKE_HURON, autoregression(2), options)!

    expectWithin(fit.coefficients.ar[0]!, 1.0048, 0.001)
    expectWithin(fit.coefficients.ar[1]!, -0.2913, 0.001)
    expectWithin(fit.constant!, 579.0993, 0.0001)
    expectWithin(fit.effects[0]!, -0.0216, 0.01)
    expectWithin(fit.variance, 0.4566, 0.001)
    expect(Math.abs(fit.logLikelihood - -101.2)).toBeLessThan(0.01)
  })

  it('fits the deaths by accident', () => {
    const fit = fitSarimax(ACCIDENTS, AIRLINE_ORDER)!

    expectWithin(fit.coefficients.ma[0]!, -0.4303, 0.002)
    expectWithin(fit.coefficients.seasonalMa[0]!, -0.5528, 0.002)
    expectWithin(fit.variance, 99347, 0.001)
    expect(Math.abs(fit.logLikelihood - -425.44)).toBeLessThan(0.02)
  })

  it('fits the users of a web server: Durbin and Koopman, `?WWWusage`', () => {
    const fit = fitSarimax(WEB_USERS, { p: 3, d: 1, q: 0, P: 0, D: 0, Q: 0, s: 1 })!

    expectWithin(fit.coefficients.ar[0]!, 1.1513, 0.001)
    expectWithin(fit.coefficients.ar[1]!, -0.6612, 0.001)
    expectWithin(fit.coefficients.ar[2]!, 0.3407, 0.001)
    expectWithin(fit.variance, 9.363, 0.001)
    expect(Math.abs(fit.logLikelihood - -252)).toBeLessThan(0.01)
  })

  it('fits the approval of presidents, six quarters unknown', () => {
    const fit = fitSarimax(APPROVAL, autoregression(3), { hasConstant: true })!

    expectWithin(fit.coefficients.ar[0]!, 0.7496, 0.001)
    expectWithin(fit.coefficients.ar[1]!, 0.2523, 0.001)
    expectWithin(fit.coefficients.ar[2]!, -0.189, 0.002)
    expectWithin(fit.constant!, 56.2236, 0.001)
    expectWithin(fit.variance, 81.12, 0.001)
    expect(Math.abs(fit.logLikelihood - -414.08)).toBeLessThan(0.01)
    expect(fit.count).toBe(114)
  })

  it('fits the logarithms of the lynx', () => {
    const figures = LYNX.map((value) => value && Math.log10(value))
    const fit = fitSarimax(figures, autoregression(2), { hasConstant: true })!

    expectWithin(fit.coefficients.ar[0]!, 1.377606, 0.001)
    expectWithin(fit.coefficients.ar[1]!, -0.739877, 0.001)
    expectWithin(fit.constant!, 2.90382, 0.001)
    expect(Math.abs(fit.logLikelihood - 6.50466)).toBeLessThan(0.001)
  })
})

describe('lookOver', () => {
  it('looks as far ahead over the airline series as predict of R', () => {
    const figures = logarithms(AIRLINE)
    const model = fitSarimax(figures, AIRLINE_ORDER)!
    const observations = observe({
      figures,
      regressors: [],
      order: AIRLINE_ORDER,
      hasConstant: false,
    })!
    const { mean, error } = lookOver({ model, observations, length: 144, causes: [] })!.ahead(
      24,
      [],
    )
    const corrected = Math.sqrt(131 / (131 - 2)) // R divides by all figures

    expect(mean[0]).toBeCloseTo(6.110185741, 4)
    expect(mean[6]).toBeCloseTo(6.50729378, 4)
    expect(mean[23]).toBeCloseTo(6.264274128, 4)
    expectWithin(error[0]!, 0.03671562248 * corrected, 0.001)
    expectWithin(error[11]!, 0.08157071461 * corrected, 0.001)
    expectWithin(error[23]!, 0.13843407446 * corrected, 0.001)
  })

  it('counts the doubt about the line under Lake Huron, as statsmodels does with it in the state', () => {
    const years = Array.from({ length: 101 }, (_, at) => 1875 + at - 1920)
    const sighting = { regressors: [years.slice(0, 98)], hasConstant: true }
    const model = fitSarimax(LAKE_HURON, autoregression(2), sighting)!
    const observations = observe({ figures: LAKE_HURON, order: autoregression(2), ...sighting })!
    const lookout = lookOver({ model, observations, length: 98, causes: [years] })!
    const { mean, error } = lookout.ahead(3, [years])
    const corrected = Math.sqrt(98 / (98 - 4))

    expect(mean[0]).toBeCloseTo(579.397258, 3)
    expect(mean[2]).toBeCloseTo(578.368108, 3)
    // mle_regression = False, use_exact_diffuse = True of statsmodels 0.13.5
    expectWithin(error[0]!, 0.6891902036 * corrected, 0.001)
    expectWithin(error[2]!, 1.1375230521 * corrected, 0.001)
  })
})

function logarithms(figures: Figures): Figures {
  return figures.map((value) => (value === null ? null : Math.log(value)))
}

/** Steps are counted from 1, as in R. */
function without(figures: Figures, steps: readonly number[]): Figures {
  return figures.map((value, at) => (steps.includes(at + 1) ? null : value))
}

function expectWithin(found: number, wanted: number, share: number): void {
  expect(Math.abs(found / wanted - 1)).toBeLessThan(share)
}
