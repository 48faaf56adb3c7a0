import type { UnsayableOf } from '../../lib/errors.ts'
import { codeWords } from '../code-words.ts'
import { FINDING_STATE_WORDS } from '../finding-words.ts'
import type { Phrase } from '../language.ts'
import { listWords } from '../list-words.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** How many findings are named in a sentence; `--json` has all. */
const NAMED = 10

/** Failures of what is asked of the findings, or said of them. */
export const FINDING_ERRORS: PhrasesOf<'finding'> = {
  'finding.not-found': ({ findings }) => {
    const named = listWords(firstOf(findings))
    return {
      en: `There is no finding ${named.en}, and nothing was said of any. Look the numbers up with "muster findings --state all".`,
      es: `No existe la discrepancia ${named.es}, y no se dijo nada de ninguna. Busque los números con «muster findings --state all».`,
    }
  },
  'finding.unsayable': ({ refused, sayableIn }) => {
    const [standing, wanted] = [refused.map(standingWords), sayableIn.map(stateWords)]
    return {
      en: `Nothing was said: ${standing.map(({ en }) => en).join('; ')}. That can be said of findings that are: ${wanted.map(({ en }) => en).join(', ')}.`,
      es: `No se dijo nada: ${standing.map(({ es }) => es).join('; ')}. Eso se puede decir de discrepancias en estado: ${wanted.map(({ es }) => es).join(', ')}.`,
    }
  },
}

function firstOf(findings: readonly string[]): string[] {
  const left = findings.length - NAMED
  return [...findings.slice(0, NAMED), ...(left > 0 ? [`+${left}`] : [])]
}

function stateWords(state: string) {
  return codeWords(FINDING_STATE_WORDS, state)
}

/** @example { state: 'open', findings: ['F7', 'F9'] } // => 'F7, F9 are open' */
function standingWords({ state, findings }: UnsayableOf): Phrase {
  const [words, named] = [stateWords(state), firstOf(findings).join(', ')]
  const isOne = findings.length === 1
  return {
    en: `${named} ${isOne ? 'is' : 'are'} ${words.en}`,
    es: `${named} ${isOne ? 'está' : 'están'} en estado «${words.es}»`,
  }
}
