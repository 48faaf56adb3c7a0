import { describe, expect, it } from 'vitest'
import { smallInventory } from '../../test/support/small-inventory.ts'
import { type Analysed, analyse } from '../analytics/standing/analysis.ts'
import type { Language } from '../language/language.ts'
import { analyticsDocument } from './analytics-document.ts'

function documentOf(language: Language, given: Partial<Analysed> = {}) {
  const { analysis } = analyse(smallInventory(given))
  const at = new Date('2026-11-21T07:00:00Z')
  return analyticsDocument({ day: analysis.day, run: 1, at, analysis }, [], language)
}

describe('analyticsDocument', () => {
  const document = documentOf('en')

  it('has the fields that GET /api/analytics is documented with', () => {
    expect(document).toMatchObject({
      anomalies: expect.any(Array),
      data_quality: {
        ...{ score: 62.7, grade: 'D', completeness: 70, consistency: 60 },
        ...{ uniqueness: 66.67, validity: 50, issues: expect.any(Array) },
      },
      distribution: {
        tag_status: { in_form: 3, other_form: 2, placeholder: 2, blank: 1 },
        buildings: { 'Torre Norte': 3, Anexo: 2 },
        users: { ana: 3, beto: 1, carla: 1 },
        categories: { Desktop: 4, Notebook: 4 },
        building_balance: { score: 97.1, buildings: 2, note: null },
      },
      predictions: {
        sync_estimate: expect.any(Object),
        coverage: expect.any(Object),
        recommendations: expect.any(Array),
      },
      summary: '8 computers, quality 62.7 of 100, grade D',
      generated_at: '2026-11-21T07:00:00.000Z',
    })
  })

  it('tells each anomaly with the computers it concerns', () => {
    expect(document.anomalies[0]).toEqual({
      severity: 'critical',
      category: 'duplicates',
      title: 'Inventory numbers on several computers',
      description: '2 computers share 1 inventory number.',
      affected_assets: ['PC-2', 'PC-3'],
      suggestion: expect.stringContaining('muster analyze --failing uniqueness'),
    })
    expect(document.anomalies.map(({ category }) => category)).toEqual([
      ...['duplicates', 'missing_tags', 'orphans', 'tag_form'],
    ])
  })

  it('shows the weights, and what every share is of', () => {
    const { weights, shares } = document.data_quality

    expect(weights).toEqual({
      ...{ completeness: 0.3, consistency: 0.25, uniqueness: 0.25, validity: 0.2 },
    })
    expect(shares.completeness).toEqual({ passed: 28, of: 40, failing: 12, percent: 70 })
  })

  it('names for each issue the command that lists its rows', () => {
    const tags = document.data_quality.issues.find(({ field }) => field === 'tag')

    expect(tags).toMatchObject({
      ...{ failing: 3, of: 8, title: 'completeness: TAG' },
      command: 'muster analyze --failing completeness --field tag',
    })
  })

  it('says why there is no estimate, instead of a figure', () => {
    expect(document.predictions.sync_estimate).toMatchObject({
      percent: null,
      reason: expect.stringContaining('no plan of TAGs was applied yet'),
    })
    expect(document.predictions.coverage).toMatchObject({
      ...{ status: 'not_enough_days', percent: 62.5, has_days: 1, needs_days: 7 },
    })
  })

  it('says what became of the last plans where there were any', () => {
    const results = [{ plan: 4, planned: 200, applied: 150 }]
    const { predictions } = documentOf('es', { results })

    expect(predictions.sync_estimate).toEqual({
      ...{ percent: 75, plans: 1, planned: 200, applied: 150 },
      reason: 'se escribe el 75,0 % de los TAG planificados: 150 de 200, según 1 plan aplicado',
    })
  })

  it('speaks Spanish where that is asked for, in other words everywhere', () => {
    const spanish = documentOf('es')

    expect(spanish.summary).toBe('8 computadoras, calidad 62,7 de 100, nota D')
    for (const [at, anomaly] of document.anomalies.entries()) {
      const said = spanish.anomalies[at]
      expect(said?.title).not.toBe(anomaly.title)
      expect(said?.description).not.toBe(anomaly.description)
      expect(said?.suggestion).not.toBe(anomaly.suggestion)
    }
  })

  it('notes that one building is in balance by itself', () => {
    const { outcomes } = smallInventory()
    const { distribution } = documentOf('en', { outcomes: outcomes.slice(0, 1) })

    expect(distribution.building_balance).toMatchObject({ score: 100, buildings: 1 })
    expect(distribution.building_balance.note).toContain('one building')
  })
})
