import type { Phrase } from './language.ts'

/** What is wrong with a setting of the wrong kind or size, by the code before the colon. */
export function settingFaultWords(code: string, about: string): Phrase | undefined {
  return code === 'type-wanted' ? typeWords(about) : SIZE_WORDS[code]?.(about)
}

const SIZE_WORDS: Readonly<Record<string, (about: string) => Phrase>> = {
  'one-of': (values) => ({ en: `must be one of: ${values}`, es: `debe ser uno de: ${values}` }),
  'number-from': (least) => ({ en: `must be ${least} or more`, es: `debe ser ${least} o más` }),
  'number-above': (least) => ({ en: `must be above ${least}`, es: `debe ser mayor que ${least}` }),
  'number-to': (most) => ({ en: `must be ${most} or less`, es: `debe ser ${most} o menos` }),
  'number-below': (most) => ({ en: `must be below ${most}`, es: `debe ser menor que ${most}` }),
  'length-from': (least) => ({
    en: `must have ${least} characters or more`,
    es: `debe tener ${least} caracteres o más`,
  }),
  'length-to': (most) => ({
    en: `must have ${most} characters or fewer`,
    es: `debe tener ${most} caracteres o menos`,
  }),
  'count-from': (least) => ({
    en: `must list ${least} or more`,
    es: `debe enumerar ${least} o más`,
  }),
  'count-to': (most) => ({
    en: `must list ${most} or fewer`,
    es: `debe enumerar ${most} o menos`,
  }),
}

const TYPES: Readonly<Record<string, Phrase>> = {
  string: { en: 'a text', es: 'un texto' },
  number: { en: 'a number', es: 'un número' },
  int: { en: 'a whole number', es: 'un número entero' },
  boolean: { en: 'true or false', es: 'true o false' },
  array: {
    en: 'a list, each after a hyphen or all in square brackets',
    es: 'una lista, cada uno tras un guion o todos entre corchetes',
  },
  object: {
    en: 'settings, each with its name, a colon and its value',
    es: 'ajustes, cada uno con su nombre, dos puntos y su valor',
  },
}

function typeWords(type: string): Phrase {
  const words = TYPES[type === 'record' ? 'object' : type === 'tuple' ? 'array' : type]
  return { en: `must be ${words?.en ?? type}`, es: `debe ser ${words?.es ?? type}` }
}
