import { describe, expect, it } from 'vitest'
import { uploadWarningWords } from './upload-warning-words.ts'

const WARNINGS = [
  { code: 'encoding-guessed' },
  { code: 'sheets-hidden', sheets: ['Old', 'Older'] },
  { code: 'events-to-come', lastAt: '2027-01-01T00:00:00.000Z' },
] as const

describe('uploadWarningWords', () => {
  it.each(WARNINGS)('says $code in a whole sentence in each language', (warning) => {
    const { en, es } = uploadWarningWords(warning)
    for (const said of [en, es]) expect(said).toMatch(/^\p{Lu}.+\.$/u)
    expect(en).not.toBe(es)
    expect(`${en}${es}`).not.toContain(warning.code)
  })

  it('names the hidden sheets, and the instant that is yet to come', () => {
    const [, hidden, ahead] = WARNINGS
    for (const said of Object.values(uploadWarningWords(hidden)))
      expect(said).toContain('Old, Older')
    for (const said of Object.values(uploadWarningWords(ahead))) {
      expect(said).toContain('2027-01-01T00:00:00.000Z')
    }
  })
})
