import { describe, expect, it } from 'vitest'
import { uploadWarnings } from './upload-warnings.ts'

const NOW = new Date('2026-11-21T12:00:00Z')
const PLAIN = { encoding: 'utf-8', hiddenSheets: [] } as const

describe('uploadWarnings', () => {
  it('says nothing of a file that is as it should be', () => {
    expect(uploadWarnings(PLAIN, NOW, NOW)).toEqual([])
    expect(uploadWarnings({ ...PLAIN, encoding: 'utf-16le' }, null, NOW)).toEqual([])
    expect(uploadWarnings({ ...PLAIN, encoding: null }, null, NOW)).toEqual([])
  })

  it('says that an encoding was guessed, and which sheets are hidden', () => {
    const nature = { encoding: 'windows-1252', hiddenSheets: ['Old', 'Older'] } as const
    expect(uploadWarnings(nature, null, NOW)).toEqual([
      { code: 'encoding-guessed' },
      { code: 'sheets-hidden', sheets: ['Old', 'Older'] },
    ])
  })

  it('says that events are yet to come once they are more than a day ahead', () => {
    const atLeast = new Date('2026-11-22T12:00:00Z')
    expect(uploadWarnings(PLAIN, atLeast, NOW)).toEqual([])

    const later = new Date('2026-11-22T12:00:00.001Z')
    expect(uploadWarnings(PLAIN, later, NOW)).toEqual([
      { code: 'events-to-come', lastAt: '2026-11-22T12:00:00.001Z' },
    ])
  })
})
