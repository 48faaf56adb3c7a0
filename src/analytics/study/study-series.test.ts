import { describe, expect, it } from 'vitest'
import { addDays } from '../../lib/day.ts'
import { layCauses } from '../forecast/regressors/causes.ts'
import { seededRandom } from '../stats/seeded-random.ts'
import { LONGEST_HORIZON, studySeries } from './study-series.ts'

const FIRST = '2025-03-03'
const DAYS = 320
/** What is planted: so much more on the days of a fair. */
const EFFECT = 25

const random = seededRandom(7)
/** Fairs fall on any day of the week, about one day in nine, and are known a month ahead. */
const FAIRS = Array.from({ length: DAYS + 30 }, () => (random.next() < 0.11 ? 1 : 0))
const normal = () =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())

/** A level with a weekly rhythm, errors that carry on, and the fairs. */
function moved(effect: number): number[] {
  let carried = 0
  return Array.from({ length: DAYS }, (_, at) => {
    carried = 0.5 * carried + 3 * normal()
    return 100 + [0, 4, 6, 5, 3, -10, -14][at % 7]! + effect * (FAIRS[at] ?? 0) + carried
  })
}

function figures(of: readonly (number | null)[]) {
  return Object.fromEntries(
    of.flatMap((value, at) => (value === null ? [] : [[addDays(FIRST, at), value]])),
  )
}

function studyWith(values: (number | null)[], fairs: readonly (number | null)[]) {
  const series = { first: FIRST, values }
  const regressor = { kind: 'given', name: 'fairs', figures: {} } as const
  const causes = layCauses(series, [{ regressor, figures: figures(fairs) }], LONGEST_HORIZON)
  const { forecast } = studySeries({ series, exempt: [], judgedFrom: DAYS - 7, kept: null, causes })
  if (forecast.kind !== 'chosen') throw new Error('no model was chosen')
  return forecast
}

describe('studySeries with what moves the figures', () => {
  it('finds a planted effect within its standard error, and expects it on the days to come', () => {
    const { kept, effects, outlook, lack, folds } = studyWith(moved(EFFECT), FAIRS)
    const [effect] = effects ?? []
    expect(kept.model).toBe('sarimax')
    expect(lack).toBeNull()
    expect(effect?.standardError).toBeGreaterThan(0.2)
    expect(effect?.standardError).toBeLessThan(1.5)
    expect(Math.abs((effect?.coefficient ?? 0) - EFFECT)).toBeLessThan(
      3 * (effect?.standardError ?? 0),
    )
    expect(kept.parameters).toMatchObject({
      ...{ effect1: effect?.coefficient, effectError1: effect?.standardError },
    })
    expect(folds.length).toBeGreaterThanOrEqual(4)
    expect(outlook.mean).toHaveLength(30) // as far as fairs are known
    const coming = FAIRS.slice(DAYS)
    const typical = (is: number) => {
      const days = outlook.mean.filter((_, at) => coming[at] === is)
      return days.reduce((sum, mean) => sum + mean, 0) / days.length
    }
    expect(typical(1) - typical(0)).toBeGreaterThan(EFFECT / 2)
  }, 60_000)

  it('finds none where none is planted', () => {
    const [effect] = studyWith(moved(0), FAIRS).effects ?? []
    expect(Math.abs(effect?.coefficient ?? 99)).toBeLessThan(3 * (effect?.standardError ?? 0))
  }, 60_000)

  it('does not see days on which the regressor is not known, and still finds the effect', () => {
    const holed = FAIRS.map((fair, at) => (at < DAYS && at % 10 === 4 ? null : fair))
    const [effect] = studyWith(moved(EFFECT), holed).effects ?? []
    expect(Math.abs((effect?.coefficient ?? 0) - EFFECT)).toBeLessThan(
      3 * (effect?.standardError ?? 0),
    )
  }, 60_000)

  it('errs at least by a third less in its trials than without them', () => {
    const values = moved(EFFECT)
    const errorOf = (folds: readonly { mae: number | null }[]) =>
      folds.reduce((sum, { mae }) => sum + (mae ?? 0), 0) / folds.length
    const series = { first: FIRST, values }
    const plain = studySeries({ series, exempt: [], judgedFrom: DAYS - 7, kept: null }).forecast
    if (plain.kind !== 'chosen') throw new Error('no model was chosen')
    const heeding = studyWith(values, FAIRS)
    expect(errorOf(heeding.folds)).toBeLessThan((2 / 3) * errorOf(plain.folds))
  }, 60_000)

  it('uses a model again with what is known by then', () => {
    const values = moved(EFFECT)
    const { kept } = studyWith(values, FAIRS)
    const series = { first: FIRST, values: [...values, 101] }
    const regressor = { kind: 'given', name: 'fairs', figures: {} } as const
    const causes = layCauses(series, [{ regressor, figures: figures(FAIRS) }], LONGEST_HORIZON)
    const { forecast } = studySeries({ series, exempt: [], judgedFrom: DAYS, kept, causes })
    expect(forecast).toMatchObject({ kind: 'used-again' })
    expect(forecast.kind === 'used-again' && forecast.outlook.mean.length).toBe(29)
  }, 60_000)
})
