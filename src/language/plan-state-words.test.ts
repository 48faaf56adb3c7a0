import { expect, it } from 'vitest'
import { planStateWords } from './plan-state-words.ts'

it('names the state of a plan alone where an undo left nothing', () => {
  const words = planStateWords({ state: 'undone', takenBack: 388, leftAlone: 0 })
  expect(words).toEqual({ en: 'undone', es: 'deshecho' })
})

it('says how many rows an undo took back and how many it left', () => {
  const words = planStateWords({ state: 'partly-undone', takenBack: 1_386, leftAlone: 2 })
  expect(words).toEqual({
    en: 'partly undone: 1,386 taken back, 2 left alone',
    es: 'deshecho en parte: 1386 revertidos, 2 sin tocar',
  })
})

it('does not call undone what no row was taken back of', () => {
  const words = planStateWords({ state: 'partly-undone', takenBack: 0, leftAlone: 3 })
  expect(words.en).toBe('not undone: all 3 left alone')
  expect(words.es).toBe('sin deshacer: no se tocó ninguno de los 3')
})
