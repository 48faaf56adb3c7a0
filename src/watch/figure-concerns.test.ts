import { describe, expect, it } from 'vitest'
import { AlertSettings } from './alert-settings.ts'
import { anomalyConcerns, findingConcerns, type SeenAnomaly } from './figure-concerns.ts'

const { findings } = AlertSettings.parse({})

describe('findingConcerns', () => {
  it('tells of each level a check reaches, counting severities from the one configured up', () => {
    const seen = [
      { check: 'missing-in-edr', severity: 'critical', count: 4 },
      { check: 'missing-in-edr', severity: 'high', count: 6 },
      { check: 'missing-in-edr', severity: 'low', count: 900 },
      { check: 'class-mismatch', severity: 'medium', count: 50 },
    ] as const

    const concerns = findingConcerns(seen, findings)

    expect(concerns.map(({ key }) => key)).toEqual([
      'findings:missing-in-edr:1',
      'findings:missing-in-edr:10',
    ])
    expect(concerns[1]?.details).toEqual({
      ...{ check: 'missing-in-edr', severity: 'critical', count: 10, level: 10 },
    })
  })

  it('says nothing below the first level', () => {
    const seen = [{ check: 'missing-in-edr', severity: 'high', count: 9 }] as const
    expect(findingConcerns(seen, { severity: 'high', levels: [10] })).toEqual([])
  })

  it('counts nothing where no severity is configured', () => {
    const seen = [{ check: 'missing-in-edr', severity: 'critical', count: 9 }] as const
    expect(findingConcerns(seen, { ...findings, severity: null })).toEqual([])
  })
})

describe('anomalyConcerns', () => {
  const moment = { now: new Date('2026-11-21T09:00:00Z'), timeZone: 'America/Havana' }
  const odd = (day: string, changed: Partial<SeenAnomaly> = {}): SeenAnomaly => ({
    ...{ source: 'pos', metric: 'sold', day, value: 90, expected: 50 },
    ...{ score: 6, direction: 'high', verdict: null, ...changed },
  })
  const keys = (seen: readonly SeenAnomaly[], days = 2) =>
    anomalyConcerns(seen, days, moment).map(({ key }) => key)

  it('tells of the days back that are configured, and of none older', () => {
    const seen = [odd('2026-11-20'), odd('2026-11-19'), odd('2026-11-18')]
    expect(keys(seen)).toEqual(['anomaly:pos:sold:2026-11-20', 'anomaly:pos:sold:2026-11-19'])
    expect(keys(seen, 0)).toEqual([])
  })

  it.each(['expected', 'no-anomaly'])(
    'says nothing of a day that a person called %s',
    (verdict) => {
      expect(keys([odd('2026-11-20', { verdict })])).toEqual([])
    },
  )

  it('tells of a metric and day once, by its oddest figure', () => {
    const seen = [
      odd('2026-11-20', { value: 1, score: -4 }),
      odd('2026-11-20', { value: 2, score: -9 }),
      odd('2026-11-20', { value: 3, score: 5 }),
    ]
    expect(anomalyConcerns(seen, 2, moment)).toMatchObject([{ details: { value: 2 } }])
  })

  it('is past once its day is further back than that, by the local calendar', () => {
    const [concern] = anomalyConcerns([odd('2026-11-20')], 2, moment)
    expect(concern?.pastAt).toEqual(new Date('2026-11-23T05:00:00Z'))
  })
})
