import type { Judgement, JudgeOrder } from '../analytics/study/judge-now.ts'
import { AppError } from '../lib/errors.ts'
import { askedInRange, type NumberRange } from './asked-range.ts'
import type { Call, CommandOption } from './command.ts'

export type JudgeMethod = Judgement['method']

/** As a person names the methods. */
export const JUDGE_METHODS = ['rolling', 'robust', 'forest', 'shape'] as const

const SIDES = ['both', 'high', 'low'] as const

/** How a series is judged, as far as a command line says it. */
export const JUDGE_OPTIONS: readonly CommandOption[] = [
  {
    flags: '--method <method>',
    means: {
      en: 'judge the metric now by this method, and keep nothing',
      es: 'juzgar la métrica ahora con este método, sin guardar nada',
    },
    choices: JUDGE_METHODS,
  },
  {
    flags: '--window <days>',
    means: {
      en: 'rolling: days before, 2 to 365 (7); shape: days of a stretch, 4 to 90 (7)',
      es: 'rolling: días anteriores, de 2 a 365 (7); shape: días de un tramo, de 4 a 90 (7)',
    },
  },
  {
    flags: '--threshold <number>',
    means: {
      en: 'the score that flags a day: rolling 3, robust 3.5, shape 4, forest 0.62 of 1',
      es: 'la puntuación que señala un día: rolling 3, robust 3.5, shape 4, forest 0.62 de 1',
    },
  },
  {
    flags: '--min-periods <days>',
    means: {
      en: 'rolling: known days that the window must have; all of them when left out',
      es: 'rolling: días conocidos que debe tener la ventana; todos si falta',
    },
  },
  {
    flags: '--contamination <number>',
    means: {
      en: 'forest: the share of days flagged at most, 0.001 to 0.5, in place of a threshold',
      es: 'forest: la parte de los días que se señala como máximo, de 0.001 a 0.5, en lugar de un umbral',
    },
  },
  {
    flags: '--seed <number>',
    means: {
      en: 'forest: equal seeds give equal scores (1)',
      es: 'forest: semillas iguales dan puntuaciones iguales (1)',
    },
  },
  {
    flags: '--trees <number>',
    means: { en: 'forest: 10 to 1000 trees (200)', es: 'forest: de 10 a 1000 árboles (200)' },
  },
  {
    flags: '--direction <side>',
    means: { en: 'only what is too high, or too low', es: 'solo lo demasiado alto, o bajo' },
    choices: SIDES,
  },
  {
    flags: '--small-change <number>',
    means: {
      en: 'robust, shape: changes up to this much are nobody’s concern',
      es: 'robust, shape: los cambios hasta este tamaño no interesan',
    },
  },
]

const DEVIATIONS: NumberRange = { from: 0.1, to: 100, isWhole: false }
const SMALL_CHANGE: NumberRange = { from: 0, to: 1e15, isWhole: false }

/** What each method can be told, and from where to where. */
export const JUDGE_LIMITS: Readonly<Record<JudgeMethod, Readonly<Record<string, NumberRange>>>> = {
  rolling: {
    window: { from: 2, to: 365, isWhole: true },
    threshold: DEVIATIONS,
    minPeriods: { from: 2, to: 365, isWhole: true },
  },
  robust: { threshold: DEVIATIONS, smallChange: SMALL_CHANGE },
  forest: {
    threshold: { from: 0, to: 1, isWhole: false },
    contamination: { from: 0.001, to: 0.5, isWhole: false },
    seed: { from: 0, to: 2 ** 31 - 1, isWhole: true },
    trees: { from: 10, to: 1_000, isWhole: true },
  },
  shape: {
    window: { from: 4, to: 90, isWhole: true },
    threshold: DEVIATIONS,
    smallChange: SMALL_CHANGE,
  },
}

const PARAMETERS = [...new Set(Object.values(JUDGE_LIMITS).flatMap(Object.keys))]
/** Days before the judged one that a rolling window has unless given. */
const WINDOW = 7

/**
 * How a person wants a series judged; null where they want none judged. Throws `command.misused` for an option that
 * the method does not have, `command.bad-argument` for a value outside of its range.
 */
export function askedJudgement({
  option,
}: Pick<Call, 'option'>): Pick<JudgeOrder, 'judgement' | 'direction'> | null {
  const method = JUDGE_METHODS.find((each) => each === option('method'))
  const given = PARAMETERS.filter((name) => option(name) !== null)
  if (!method) {
    const [stray] = option('direction') === null ? given : ['direction']
    if (stray) throw misplaced(stray, '--method rolling')
    return null
  }
  const limits = { ...JUDGE_LIMITS[method] }
  const values: Record<string, number> = {}
  for (const name of given) {
    const range = limits[name]
    if (!range) throw misplaced(name, `--method ${methodWith(name)}`)
    const top = name === 'minPeriods' ? (values.window ?? WINDOW) : range.to
    values[name] = askedInRange(option(name) ?? '', flagOf(name), { ...range, to: top })
  }
  if (values.threshold !== undefined && values.contamination !== undefined) {
    throw misplaced('threshold', '')
  }
  const direction = SIDES.find((each) => each === option('direction')) ?? 'both'
  return { direction, judgement: judgementOf(method, values) }
}

function judgementOf(method: JudgeMethod, values: Readonly<Record<string, number>>): Judgement {
  if (method !== 'shape') return { method, options: values }
  const { window, ...options } = values
  return { method, options: window === undefined ? options : { ...options, length: window } }
}

/** A method that an option is of. */
function methodWith(name: string): JudgeMethod {
  return JUDGE_METHODS.find((method) => JUDGE_LIMITS[method][name]) ?? 'robust'
}

function misplaced(name: string, meant: string): AppError {
  return new AppError('command.misused', {
    problem: 'misplaced-option',
    about: flagOf(name),
    meant,
  })
}

/** @example flagOf('minPeriods') // => '--min-periods' */
function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`
}
