import { describe, expect, it } from 'vitest'
import { goldenBooks } from '../../../test/support/golden-books.ts'
import { reportData } from '../../../test/support/report-data.ts'
import type { Language } from '../../language/language.ts'
import type { RefusedOfBooks } from '../../reconcile/assess.ts'
import { voiceOf } from '../voice.ts'
import { ambiguous } from './ambiguous.ts'

/** What the list says of one computer, by column. */
function said(hardwareId: number, refused: RefusedOfBooks, language: Language = 'en') {
  const data = reportData({ ...goldenBooks(), refused })
  const lines = ambiguous.lines(data, voiceOf(language, 'America/Havana'))
  return lines
    .map(({ cells }) =>
      Object.fromEntries(cells.map((cell, index) => [ambiguous.columns[index], cell])),
    )
    .find((line) => line.hardwareId === String(hardwareId))
}

function refusal(place: string, key: string) {
  return { place, key, code: 'error-value', raw: '#REF!' } as const
}

describe('the list Ambiguous', () => {
  it('shows the refused cell of a number beside what its other rows say', () => {
    const refused = { finance: [refusal('AR01!I60', '10_240_000001')], locations: [] }

    expect(said(1, refused)).toMatchObject({
      book: "finance's register",
      answers: 'L-001 [AR01!I11]; refused: #REF! [AR01!I60]',
      financeCell: null,
    })
    expect(said(1, refused, 'es')?.answers).toBe('L-001 [AR01!I11]; rechazada: #REF! [AR01!I60]')
  })

  it('shows the refused cell of a room beside its other answers, and where finance names it', () => {
    const refused = { finance: [], locations: [refusal('Locales!G40', 'L-001')] }

    expect(said(1, refused)).toMatchObject({
      book: 'locations classifier',
      answers: 'L-001 = Edif_Central / Sala_Servidores [Locales!E2]; refused: #REF! [Locales!G40]',
      financeCell: 'AR01!I11',
    })
  })

  it('knows nothing of computers that no refused row is about', () => {
    const refused = { finance: [refusal('AR01!I60', '10_240_000002')], locations: [] }

    expect(said(1, refused)).toBeUndefined()
    expect(said(1, { finance: [], locations: [] })).toBeUndefined()
  })
})
