import { describe, expect, it } from 'vitest'
import { smallInventory } from '../../../test/support/small-inventory.ts'
import { analyse } from '../../analytics/standing/analysis.ts'
import { analyzeLines } from './analyze-lines.ts'
import { failingLines } from './failing-lines.ts'

const { analysis, failing } = analyse(smallInventory())
const trendDay = { completeness: 70, consistency: 60, uniqueness: 66, validity: 50, coverage: 60 }

describe('analyzeLines', () => {
  const lines = analyzeLines(analysis, [{ day: '2026-11-20', score: 60.5, ...trendDay }], 'en')

  it('begins with the score, how it moved, and its parts with their weights', () => {
    expect(lines.slice(0, 7)).toEqual([
      '2026-11-21: 8 computers, quality 62.7 of 100, grade D (+2.2 since 2026-11-20)',
      '',
      '  Measure       Per cent  Pass  Asked  Weight  Points  Share of',
      '  completeness    70.0 %    28     40  30.0 %    21.0  key fields that are filled',
      '  consistency     60.0 %     3      5  25.0 %    15.0  TAGs that are a building and a room of the classifier',
      '  uniqueness      66.7 %     4      6  25.0 %    16.7  inventory numbers that occur once',
      '  validity        50.0 %     4      8  20.0 %    10.0  computers at a location of the classifier, or virtual',
    ])
  })

  it('sorts issues by what they would give, each with the command that lists its rows', () => {
    const [title, ...rows] = lines.slice(
      lines.indexOf('What takes from it, and the rows behind:') + 1,
    )

    expect(title).toMatch(/Would give\s+Failing\s+What\s+The rows/u)
    expect(rows[0]).toMatch(/10\.0\s+2\s+consistency\s+muster analyze --failing consistency$/u)
    const gains = rows.slice(0, 8).map((row) => Number(row.trim().split(' ')[0]))
    expect(gains).toEqual(gains.toSorted((one, other) => other - one))
  })

  it('says all of it in Spanish as well', () => {
    const spanish = analyzeLines(analysis, [], 'es')

    expect(spanish[0]).toBe('2026-11-21: 8 computadoras, calidad 62,7 de 100, nota D')
    expect(spanish).toHaveLength(lines.length)
    expect(spanish.filter((line) => line !== '' && lines.includes(line))).toEqual([])
  })
})

describe('failingLines', () => {
  const tags = failing.filter(({ field }) => field === 'tag')
  const asked = { day: '2026-11-21', measure: 'completeness', field: 'tag', place: null } as const

  it('lists each row with why it fails', () => {
    const lines = failingLines({ ...asked, items: tags, total: 3 }, 'en')

    expect(lines[0]).toBe('2026-11-21: 3 rows fail completeness (TAG)')
    expect(lines[2]).toMatch(
      /^ {2}2\s+PC-2\s+A-2\s+Anexo\s+TAG\s+a word that stands for nothing\s+na$/u,
    )
    expect(lines).toHaveLength(5)
  })

  it('says how many are not shown', () => {
    const lines = failingLines({ ...asked, items: tags.slice(0, 1), total: 3 }, 'es')

    expect(lines.at(-1)).toContain('2 filas más')
  })
})
