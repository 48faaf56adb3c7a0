import { describe, expect, it } from 'vitest'
import { dailyFigureLines } from './metric-lines.ts'

const DAY = { day: '2026-11-20', count: 2, subjects: 0 }
const OF = {
  ...{ source: 'pos', metric: 'sold' },
  days: [{ ...DAY, sum: '1234.50', average: '617.25', min: '-0.5', max: '1235' }],
}

describe('dailyFigureLines', () => {
  it('writes decimals as the language does, all of them', () => {
    const [, , english = ''] = dailyFigureLines(OF, 'en')
    const [, , spanish = ''] = dailyFigureLines(OF, 'es')
    expect(english.split(/ +/u)).toEqual(
      expect.arrayContaining(['1234.50', '617.25', '-0.5', '1235']),
    )
    expect(spanish.split(/ +/u)).toEqual(
      expect.arrayContaining(['1234,50', '617,25', '-0,5', '1235']),
    )
  })
})
