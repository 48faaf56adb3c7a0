import type { Phrase } from './language.ts'
import { countWords } from './list-words.ts'
import { stateWord } from './state-words.ts'

/** How a plan stands, and how much of it an undo took back or left. */
export interface PlanStanding {
  readonly state: string
  readonly takenBack: number
  readonly leftAlone: number
}

/** The state of a plan; where an undo left rows alone, with how many. */
export function planStateWords({ state, takenBack, leftAlone }: PlanStanding): Phrase {
  if (state !== 'partly-undone') return stateWord(state)
  const [back, left] = [countWords(takenBack), countWords(leftAlone)]
  if (takenBack === 0) {
    return {
      en: `not undone: all ${left.en} left alone`,
      es: `sin deshacer: no se tocó ninguno de los ${left.es}`,
    }
  }
  return {
    en: `partly undone: ${back.en} taken back, ${left.en} left alone`,
    es: `deshecho en parte: ${back.es} revertidos, ${left.es} sin tocar`,
  }
}
