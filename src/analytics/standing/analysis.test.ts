import { describe, expect, it } from 'vitest'
import { QUALITY_RULES } from '../../../test/support/quality-rules.ts'
import { smallInventory } from '../../../test/support/small-inventory.ts'
import { analyse, overall } from './analysis.ts'
import { dashboardStats } from './dashboard-stats.ts'

const { analysis, failing } = analyse(smallInventory())

/** Which computers fail what. */
function failed(measure: string, field: string | null = null): string[] {
  return failing
    .filter((row) => row.measure === measure && row.field === field)
    .map(({ key, why }) => `${key} ${why}`)
}

describe('the quality of eight computers', () => {
  it('is the weighted sum of four shares, counted by hand', () => {
    const { parts, score, grade } = overall(analysis)

    expect(parts.completeness).toEqual({ passed: 28, of: 40, percent: 70, weight: 0.3 })
    expect(parts.consistency).toEqual({ passed: 3, of: 5, percent: 60, weight: 0.25 })
    expect(parts.uniqueness).toMatchObject({ passed: 4, of: 6, weight: 0.25 })
    expect(parts.validity).toEqual({ passed: 4, of: 8, percent: 50, weight: 0.2 })
    expect([score, grade]).toEqual([62.7, 'D']) // 21 + 15 + 16.67 + 10
  })

  it('weighs as it is told to, whatever the weights add up to', () => {
    const weights = { completeness: 2, consistency: 2, uniqueness: 2, validity: 2 }
    const even = analyse(smallInventory({ rules: { ...QUALITY_RULES, weights } }))

    expect(overall(even.analysis).score).toBe(61.7) // (70 + 60 + 66.67 + 50) / 4
    expect(overall(even.analysis).parts.validity.weight).toBe(0.25)
  })

  it('opens into the rows that fail, each with why', () => {
    expect(failed('completeness', 'tag')).toEqual(['2 placeholder', '5 blank', '7 placeholder'])
    expect(failed('completeness', 'building')).toEqual([
      '4 not-placed',
      '5 not-placed',
      '7 not-placed',
    ])
    expect(failed('completeness', 'inventory-number')).toEqual(['7 blank'])
    expect(failed('completeness', 'user')).toEqual(['3 blank', '5 blank', '6 placeholder'])
    expect(failed('completeness', 'serial')).toEqual(['4 placeholder', '7 blank'])
    expect(failed('consistency')).toEqual(['4 both-sides-unknown', '6 description-unknown'])
    expect(failed('uniqueness')).toEqual(['2 repeated', '3 repeated'])
    expect(failed('validity')).toEqual([
      '4 location-not-in-classifier',
      '5 location-blank',
      '7 number-empty',
      '8 not-in-finance',
    ])
  })

  it('names first what takes most from the score', () => {
    const [first, second] = analysis.issues

    expect(first).toMatchObject({ measure: 'consistency', failing: 2, of: 5, gain: 10 })
    expect(second).toMatchObject({ measure: 'validity', failing: 4, of: 8, gain: 10 })
    const gains = analysis.issues.reduce((sum, { gain }) => sum + gain, 0)
    expect(gains).toBeCloseTo(100 - (21 + 15 + 50 / 3 + 10), 9)
  })

  it('is told of every municipality and building, also of what is nowhere', () => {
    const told = analysis.places.map(({ scope, place, devices }) => [scope, place, devices])

    expect(told).toEqual([
      ['all', null, 8],
      ['site', 'Norte', 2],
      ['site', 'Sur', 3],
      ['site', null, 3],
      ['building', 'Anexo', 2],
      ['building', 'Torre Norte', 3],
      ['building', null, 3],
    ])
  })

  it('holds a number of one building against those of all others', () => {
    const norte = analysis.places.find(({ scope, place }) => scope === 'site' && place === 'Norte')

    expect(norte?.parts.uniqueness).toMatchObject({ passed: 0, of: 2 })
  })
})

describe('where eight computers stand', () => {
  it('counts them by TAG, building, user and kind, and says of how many nobody knows', () => {
    expect(analysis.distribution).toMatchObject({
      tagStatus: { 'in-form': 3, 'other-form': 2, placeholder: 2, blank: 1 },
      buildings: [
        { name: 'Torre Norte', count: 3 },
        { name: 'Anexo', count: 2 },
      ],
      users: [
        { name: 'ana', count: 3 },
        { name: 'beto', count: 1 },
        { name: 'carla', count: 1 },
      ],
      without: { building: 3, user: 3, category: 0 },
    })
    expect(analysis.distribution.balance.percent).toBeCloseTo(97.0951, 4) // scipy.stats.entropy([3, 2], base=2)
  })

  it('finds duplicates, missing TAGs, lost computers and other forms, the gravest first', () => {
    expect(analysis.problems).toEqual([
      { code: 'duplicates', severity: 'critical', numbers: 1, affected: ['PC-2', 'PC-3'] },
      { code: 'missing-tags', severity: 'critical', of: 8, affected: ['PC-2', 'OCS 5', 'PC-7'] },
      { code: 'orphans', severity: 'warning', affected: ['OCS 5'] },
      { code: 'other-form-tags', severity: 'warning', of: 5, affected: ['PC-4', 'PC-6'] },
    ])
    expect(analysis.buildings).toEqual({ kind: 'too-few', has: 2, needs: 6 })
  })

  it('recommends what a plan would write, with what that gives', () => {
    const write = analysis.recommendations.find(({ code }) => code === 'write-tags')

    expect(write?.devices).toBe(1)
    expect(write?.gain).toBeCloseTo(0.3 * 2.5 + 25 * (4 / 6 - 3 / 5), 9)
  })

  it('recommends the rest with the devices each would fix', () => {
    const rest = analysis.recommendations.filter(({ code }) => code !== 'write-tags')
    const devices = Object.fromEntries(rest.map((each) => [each.code, each.devices]))

    expect(devices).toEqual({
      ...{ 'correct-tags': 2, 'separate-duplicates': 2, 'fill-numbers': 1, 'fill-users': 3 },
      ...{ 'fill-serials': 2, 'register-in-finance': 1, 'fill-locations': 1 },
      'complete-classifier': 1,
    })
  })

  it('has the figures a dashboard opens with', () => {
    expect(dashboardStats(analysis)).toEqual({
      ...{ total: 8, with_tag: 5, without_tag: 3, virtual_machines: 1, empty_inventory: 1 },
      buildings: { 'Torre Norte': 3, Anexo: 2 },
    })
  })
})

describe('analyse', () => {
  it('measures nothing where there is nothing', () => {
    const { analysis: none, failing: rows } = analyse(smallInventory({ outcomes: [] }))

    expect(overall(none)).toMatchObject({ devices: 0, score: null, grade: null })
    expect(none.distribution.balance).toEqual({ percent: null, buildings: 0 })
    expect(none.coverage).toMatchObject({ kind: 'not-enough-days', percent: null, has: 0 })
    expect(rows).toEqual([])
  })

  it('puts today in the place of what was kept of today', () => {
    const coverage = [{ day: '2026-11-21', percent: 1 }]
    const { analysis: again } = analyse(smallInventory({ coverage }))

    expect(again.coverage).toMatchObject({ percent: 62.5, has: 1 })
  })
})
