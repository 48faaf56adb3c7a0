import type { Phrase } from './language.ts'
import { counted, countWords, type Noun } from './list-words.ts'
import { COMPUTERS } from './noun-words.ts'
import { decimalWords, percentOf } from './share-words.ts'

/** What stands out in an inventory, as far as it is told. */
export type ToldProblem = { readonly devices: number } & (
  | { readonly code: 'duplicates'; readonly numbers: number }
  | { readonly code: 'missing-tags' | 'other-form-tags'; readonly of: number }
  | { readonly code: 'orphans' }
  | {
      readonly code: 'building-outlier'
      readonly name: string
      readonly count: number
      readonly direction: 'high' | 'low'
      readonly z: number
      readonly median: number
    }
)

/** A problem in a title, a sentence, and what to do about it. */
export interface ProblemWords {
  readonly title: Phrase
  readonly description: Phrase
  readonly suggestion: Phrase
}

const NUMBERS: Noun = {
  one: { en: 'inventory number', es: 'número de inventario' },
  many: { en: 'inventory numbers', es: 'números de inventario' },
}

/** What is said of a problem. */
export function problemWords(problem: ToldProblem): ProblemWords {
  const computers = counted(problem.devices, COMPUTERS)
  switch (problem.code) {
    case 'duplicates':
      return duplicateWords(computers, counted(problem.numbers, NUMBERS))
    case 'missing-tags':
      return missingTagWords(computers, shareWords(problem.devices, problem.of))
    case 'other-form-tags':
      return otherFormWords(computers, shareWords(problem.devices, problem.of))
    case 'orphans':
      return orphanWords(computers)
    case 'building-outlier':
      return outlierWords(problem)
  }
}

function duplicateWords(computers: Phrase, numbers: Phrase): ProblemWords {
  return {
    title: { en: 'Inventory numbers on several computers', es: 'Números de inventario repetidos' },
    description: {
      en: `${computers.en} share ${numbers.en}.`,
      es: `${computers.es} comparten ${numbers.es}.`,
    },
    suggestion: {
      en: 'Find out which computer truly bears each number and correct the others in OCS: muster analyze --failing uniqueness',
      es: 'Averigüe qué computadora lleva de verdad cada número y corrija las demás en OCS: muster analyze --failing uniqueness',
    },
  }
}

function missingTagWords(computers: Phrase, share: Phrase): ProblemWords {
  return {
    title: { en: 'Computers without a TAG', es: 'Computadoras sin TAG' },
    description: {
      en: `${computers.en} without a TAG, ${share.en} of all.`,
      es: `${computers.es} sin TAG, el ${share.es} del total.`,
    },
    suggestion: {
      en: 'Write those the workbooks know (muster plan, muster apply latest), then see what is left: muster analyze --failing completeness --field tag',
      es: 'Escriba los que los libros conocen (muster plan, muster apply latest) y vea lo que queda: muster analyze --failing completeness --field tag',
    },
  }
}

function otherFormWords(computers: Phrase, share: Phrase): ProblemWords {
  return {
    title: { en: 'TAGs of another form', es: 'TAG con otra forma' },
    description: {
      en: `${computers.en} with a TAG that is no building-room of the classifier, ${share.en} of those with a TAG.`,
      es: `${computers.es} con un TAG que no es edificio-local del clasificador, el ${share.es} de las que tienen TAG.`,
    },
    suggestion: {
      en: 'Write the TAGs the workbooks ask for; where a TAG is right, the classifier lacks its room: muster analyze --failing consistency',
      es: 'Escriba los TAG que piden los libros; donde un TAG es correcto, falta su local en el clasificador: muster analyze --failing consistency',
    },
  }
}

function orphanWords(computers: Phrase): ProblemWords {
  return {
    title: { en: 'Computers nobody can place', es: 'Computadoras sin paradero' },
    description: {
      en: `${computers.en} without a building, a user and a TAG.`,
      es: `${computers.es} sin edificio, sin usuario y sin TAG.`,
    },
    suggestion: {
      en: 'Look for them on the spot, or archive them in OCS where they are gone.',
      es: 'Búsquelas en el lugar, o archívelas en OCS si ya no existen.',
    },
  }
}

function outlierWords(outlier: ToldProblem & { readonly code: 'building-outlier' }): ProblemWords {
  const { name, direction, z } = outlier
  const isHigh = direction === 'high'
  const computers = counted(outlier.count, COMPUTERS)
  const median = countWords(Math.round(outlier.median * 10) / 10)
  return {
    title: {
      en: `${isHigh ? 'Unusually many' : 'Unusually few'} computers in ${name}`,
      es: `${isHigh ? 'Más' : 'Menos'} computadoras de lo usual en ${name}`,
    },
    description: {
      en: `${computers.en} in ${name}, where half of the buildings have ${median.en} or fewer (robust z ${decimalWords(z).en}).`,
      es: `${computers.es} en ${name}, cuando la mitad de los edificios tiene ${median.es} o menos (z robusta ${decimalWords(z).es}).`,
    },
    suggestion: isHigh
      ? {
          en: 'Check whether all of them stand there, or finance books them there for want of a better place.',
          es: 'Compruebe si todas están allí, o si finanzas las anota allí a falta de otro lugar.',
        }
      : {
          en: 'Check whether computers there are missing in OCS, or booked elsewhere.',
          es: 'Compruebe si faltan en OCS computadoras de allí, o si están anotadas en otra parte.',
        },
  }
}

function shareWords(part: number, of: number): Phrase {
  return percentOf(of === 0 ? 0 : (100 * part) / of)
}
