import { describe, expect, it } from 'vitest'
import type { DecisionSummary } from '../../jobs/findings/decide.task.ts'
import { decidedLines, nothingLines, wouldLines } from './decision-lines.ts'

const SAID: DecisionSummary = {
  ...{ word: { kind: 'acknowledged', words: null }, by: 'Ana', said: [3, 12] },
  refused: [],
}

describe('decidedLines', () => {
  it('say how many findings, what was said of them, and by whom', () => {
    expect(decidedLines(SAID, 'en')).toEqual(['2 findings acknowledged, by Ana', '  F3 F12'])
  })

  it.each<[DecisionSummary['word'], string, string]>([
    [{ kind: 'fixed', words: 'seen' }, '2 findings said to be fixed (seen), by Ana', 'se dicen'],
    [
      { kind: 'accepted', words: 'in stock', until: '2027-01-31' },
      '2 findings accepted until 2027-01-31 (in stock), by Ana',
      'aceptadas hasta 2027-01-31 (in stock), según Ana',
    ],
    [{ kind: 'assigned', words: 'Luis' }, '2 findings given to Luis, by Ana', 'asignadas a Luis'],
    [{ kind: 'assigned', words: null }, '2 findings given to nobody, by Ana', 'sin responsable'],
    [{ kind: 'noted', words: null }, '2 findings without their note, by Ana', 'sin su nota'],
  ])('word %j', (word, en, es) => {
    expect(decidedLines({ ...SAID, word }, 'en')[0]).toBe(en)
    expect(decidedLines({ ...SAID, word }, 'es')[0]).toContain(es)
  })

  it('name those of which it could not be said, by where they stand', () => {
    const refused = [
      { id: 7, state: 'verified' },
      { id: 9, state: 'acknowledged' },
      { id: 8, state: 'verified' },
    ] as const

    expect(decidedLines({ ...SAID, said: [3], refused }, 'es')).toEqual([
      '1 discrepancia reconocida, según Ana',
      '  F3',
      'De 2 no se puede decir, en estado «verificada»: F7 F8',
      'De 1 no se puede decir, en estado «reconocida»: F9',
    ])
  })

  it('name no more than twenty', () => {
    const said = Array.from({ length: 1_200 }, (_, at) => at + 1)

    expect(decidedLines({ ...SAID, said }, 'en')[0]).toBe('1,200 findings acknowledged, by Ana')
    expect(decidedLines({ ...SAID, said }, 'en')[1]).toMatch(/ F20 \+1180$/u)
  })
})

describe('wouldLines', () => {
  it('say that nothing was said, and how to say it where that waits for a yes', () => {
    expect(wouldLines(SAID, true, 'en')).toEqual([
      'Nothing was said. It would be:',
      '  2 findings acknowledged, by Ana',
      '    F3 F12',
      'To say it: the same with --yes',
    ])
    expect(wouldLines(SAID, false, 'es').at(-1)).toBe('    F3 F12')
  })
})

it('nothingLines say that the filter lists nothing', () => {
  expect(nothingLines('en')).toEqual(['No finding is listed by that filter, so nothing was said.'])
})
