import { type Phrase, say } from './language.ts'
import { counted, countWords, type Noun } from './list-words.ts'
import { percentOf } from './share-words.ts'

/** What would make an inventory better. */
export type RecommendationWord =
  | 'write-tags'
  | 'correct-tags'
  | 'separate-duplicates'
  | 'fill-numbers'
  | 'fill-users'
  | 'fill-serials'
  | 'register-in-finance'
  | 'fill-locations'
  | 'complete-classifier'
  | 'settle-doubts'

/** Each recommendation in a few words. */
export const RECOMMENDATION_WORDS: Record<RecommendationWord, Phrase> = {
  'write-tags': {
    en: 'write the TAGs the workbooks ask for',
    es: 'escribir los TAG que piden los libros',
  },
  'correct-tags': {
    en: 'settle the TAGs of another form that no plan corrects',
    es: 'resolver los TAG con otra forma que ningún plan corrige',
  },
  'separate-duplicates': {
    en: 'give every computer an inventory number of its own',
    es: 'dar a cada computadora su propio número de inventario',
  },
  'fill-numbers': {
    en: 'fill in missing inventory numbers in OCS',
    es: 'completar en OCS los números de inventario que faltan',
  },
  'fill-users': { en: 'find out who uses them', es: 'averiguar quién las usa' },
  'fill-serials': {
    en: 'fill in missing serial numbers',
    es: 'completar los números de serie que faltan',
  },
  'register-in-finance': {
    en: "have them entered in finance's register, or correct their numbers",
    es: 'hacer que finanzas las registre, o corregir sus números',
  },
  'fill-locations': {
    en: 'have finance say where they stand',
    es: 'pedir a finanzas que diga dónde están',
  },
  'complete-classifier': {
    en: 'have their locations entered in the classifier',
    es: 'hacer que sus locales figuren en el clasificador',
  },
  'settle-doubts': {
    en: "mend the rows of finance's register that contradict each other or cannot be read",
    es: 'arreglar las filas del registro de finanzas que se contradicen o no se pueden leer',
  },
}

/** What somebody does about a recommendation. */
export const RECOMMENDATION_COMMANDS: Record<RecommendationWord, string> = {
  'write-tags': 'muster plan',
  'correct-tags': 'muster analyze --failing consistency',
  'separate-duplicates': 'muster analyze --failing uniqueness',
  'fill-numbers': 'muster analyze --failing completeness --field inventory-number',
  'fill-users': 'muster analyze --failing completeness --field user',
  'fill-serials': 'muster analyze --failing completeness --field serial',
  'register-in-finance': 'muster analyze --failing validity --why not-in-finance',
  'fill-locations': 'muster analyze --failing validity --why location-blank',
  'complete-classifier': 'muster analyze --failing validity --why location-not-in-classifier',
  'settle-doubts': 'muster analyze --failing validity',
}

/** When the target is reached, or why that cannot be said. */
export type ToldCoverage = { readonly percent: number | null; readonly target: number } & (
  | { readonly kind: 'reached' }
  | {
      readonly kind: 'projected'
      readonly perDay: number
      readonly days: number
      readonly day: string
    }
  | { readonly kind: 'not-at-this-pace'; readonly perDay: number }
  | { readonly kind: 'not-enough-days'; readonly has: number; readonly needs: number }
)

/** The projection of coverage in a sentence. */
export function coverageWords(coverage: ToldCoverage): Phrase {
  const { target } = coverage
  switch (coverage.kind) {
    case 'reached':
      return { en: `${target} % is reached`, es: `el ${target} % está alcanzado` }
    case 'projected':
      return {
        en: `${target} % around ${coverage.day}, in ${countWords(coverage.days).en} days at the pace seen (${paceWords(coverage.perDay).en} a day)`,
        es: `el ${target} % hacia el ${coverage.day}, en ${countWords(coverage.days).es} días al ritmo visto (${paceWords(coverage.perDay).es} al día)`,
      }
    case 'not-at-this-pace':
      return {
        en: `${target} % not at this pace (${paceWords(coverage.perDay).en} a day)`,
        es: `el ${target} % no se alcanza a este ritmo (${paceWords(coverage.perDay).es} al día)`,
      }
    case 'not-enough-days':
      return {
        en: `not enough days to tell when ${target} % is reached: has ${coverage.has}, needs ${coverage.needs}`,
        es: `no hay días suficientes para decir cuándo se alcanza el ${target} %: hay ${coverage.has}, se necesitan ${coverage.needs}`,
      }
  }
}

/** Points of per cent, small ones as well. */
function paceWords(perDay: number): Phrase {
  const format = { maximumSignificantDigits: 2, signDisplay: 'exceptZero' } as const
  return {
    en: `${perDay.toLocaleString('en-US', format)} points`,
    es: `${perDay.toLocaleString('es-ES', format)} puntos`,
  }
}

/** Which share of planned TAGs is likely to be written. */
export type ToldSync =
  | {
      readonly kind: 'known'
      readonly percent: number
      readonly plans: number
      readonly planned: number
      readonly applied: number
    }
  | { readonly kind: 'no-runs' }

const PLANS: Noun = {
  one: { en: 'plan that was applied', es: 'plan aplicado' },
  many: { en: 'plans that were applied', es: 'planes aplicados' },
}

/** The estimate in a sentence. */
export function syncWords(sync: ToldSync): Phrase {
  if (sync.kind === 'no-runs') {
    return {
      en: 'no plan of TAGs was applied yet, so nothing is known of how many would be written',
      es: 'aún no se aplicó ningún plan de TAG, así que no se sabe cuántos se escribirían',
    }
  }
  const { percent, plans, planned, applied } = sync
  const tell = (language: 'en' | 'es') => ({
    percent: say(percentOf(percent), language),
    plans: say(counted(plans, PLANS), language),
    planned: say(countWords(planned), language),
    applied: say(countWords(applied), language),
  })
  const [en, es] = [tell('en'), tell('es')]
  return {
    en: `${en.percent} of planned TAGs are written: ${en.applied} of ${en.planned}, by the last ${en.plans}`,
    es: `se escribe el ${es.percent} de los TAG planificados: ${es.applied} de ${es.planned}, según ${es.plans}`,
  }
}

/** What the balance over buildings rests on. */
export function balanceNote(buildings: number): Phrase | null {
  if (buildings > 1) return null
  return buildings === 1
    ? {
        en: 'all computers are in one building, which is in balance by itself',
        es: 'todas las computadoras están en un solo edificio, que está en equilibrio por sí mismo',
      }
    : { en: 'no building is known', es: 'no se conoce ningún edificio' }
}

/** Why no building is called unusual; null where buildings were judged. */
export function unjudgedBuildings(
  verdict:
    | { readonly kind: 'judged' }
    | { readonly kind: 'too-few'; readonly has: number; readonly needs: number }
    | { readonly kind: 'no-spread' },
): Phrase | null {
  switch (verdict.kind) {
    case 'judged':
      return null
    case 'too-few':
      return {
        en: `too few buildings to call one unusual: has ${verdict.has}, needs ${verdict.needs}`,
        es: `hay pocos edificios para llamar inusual a uno: hay ${verdict.has}, se necesitan ${verdict.needs}`,
      }
    case 'no-spread':
      return {
        en: 'half of the buildings or more have the same number of computers, so none can be called unusual',
        es: 'la mitad o más de los edificios tiene la misma cantidad de computadoras, así que ninguno se puede llamar inusual',
      }
  }
}
