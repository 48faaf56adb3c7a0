import { describe, expect, it } from 'vitest'
import { NIGHT_HEAD, nightLine } from './night-line.ts'

describe('nightLine', () => {
  const line = nightLine({
    ...{ day: '2024-02-29', jobs: { nightly: 4, inbox: 0.5 } },
    steps: { prune: 0.1, 'study-series': 2.25, match: 1 },
    memory: { held: 1, resident: 2, peak: 3 },
    database: { bytes: 4, live: 5, dead: 6 },
  })

  it('tells a day in the columns of the head', () => {
    expect(line).toBe('2024-02-29,4.00,4.50,1,2,3,4,5,6,study-series,2.25')
    expect(line.split(',')).toHaveLength(NIGHT_HEAD.split(',').length)
  })
})
