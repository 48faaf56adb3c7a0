import { describe, expect, it } from 'vitest'
import deaths from '../forecast/fixtures/accidental-deaths.json' with { type: 'json' }
import { meanAbsoluteScaledError, naiveScale } from './mean-absolute-scaled-error.ts'
import { symmetricPercentageError } from './symmetric-percentage-error.ts'

const history = deaths.values.slice(0, 60)
const actual = deaths.values.slice(60)
const lastSeason = deaths.values.slice(48, 60)

describe('meanAbsoluteScaledError', () => {
  it('gives what accuracy of R forecast 8.20 gives for the last season of USAccDeaths', () => {
    const mase = meanAbsoluteScaledError(actual, lastSeason, { history, period: 12 })

    expect(mase).toBeCloseTo(0.5387310237446478, 12)
    expect(naiveScale({ history, period: 12 })).toBeCloseTo(481.6875, 10)
    expect(symmetricPercentageError(actual, lastSeason)).toBeCloseTo(2.919309816516537, 10)
  })

  it('is null where the history repeats itself exactly', () => {
    expect(meanAbsoluteScaledError([7], [8], { history: [1, 2, 1, 2], period: 2 })).toBeNull()
  })

  it('is null where nothing of the forecast is known, or nothing of the yardstick', () => {
    expect(meanAbsoluteScaledError([null], [8], { history: [1, 3], period: 1 })).toBeNull()
    expect(meanAbsoluteScaledError([7], [8], { history: [1], period: 7 })).toBeNull()
  })

  it('compares no figure with one that is not there', () => {
    expect(naiveScale({ history: [1, 2, 4], period: 2 })).toBe(3)
    expect(naiveScale({ history: [1, 2], period: 2 })).toBeNull()
    expect(naiveScale({ history: [1, 2, 4], period: 9 })).toBeNull()
  })

  it('is null where no two figures a period apart are known', () => {
    expect(naiveScale({ history: [1, null, null, 4], period: 2 })).toBeNull()
    expect(naiveScale({ history: [1], period: 7 })).toBeNull()
  })
})
