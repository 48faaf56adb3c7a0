import type { CommandProblem, WantedForm } from '../../lib/errors.ts'
import type { Phrase } from '../language.ts'
import { argumentWords, syntaxWords } from '../placeholder-words.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** What was typed cannot be done as it was typed. */
export const COMMAND_ERRORS: PhrasesOf<'command'> = {
  'command.bad-argument': ({ argument, value, wanted, form }) => ({
    en: `"${value}" is not a value for ${argumentWords(argument).en}. ${wantedWords(wanted, form).en}.`,
    es: `«${value}» no es un valor para ${argumentWords(argument).es}. ${wantedWords(wanted, form).es}.`,
  }),
  'command.misused': ({ problem, about, meant }) => {
    const words = problem === 'missing-argument' ? argumentWords(about) : syntaxWords(about)
    const { en, es } = COMMAND_PROBLEMS[problem](words)
    return {
      en: `${en}${meant === '' ? '.' : `; perhaps ${meant} was meant.`} See "muster help".`,
      es: `${es}${meant === '' ? '.' : `; quizás quiso decir ${meant}.`} Vea «muster help».`,
    }
  },
}

function wantedWords(wanted: string, form: WantedForm = 'such-as'): Phrase {
  if (form === 'one-of') {
    return { en: `It must be one of: ${wanted}`, es: `Debe ser uno de: ${wanted}` }
  }
  if (form === 'up-to') {
    return { en: `It may not be after ${wanted}`, es: `No puede ser posterior a ${wanted}` }
  }
  if (form === 'number-from-to' || form === 'whole-number-from-to') {
    const whole =
      form === 'whole-number-from-to' ? { en: 'whole ', es: ' entero' } : { en: '', es: '' }
    return {
      en: `It must be a ${whole.en}number in the range ${wanted}`,
      es: `Debe ser un número${whole.es} del intervalo ${wanted}`,
    }
  }
  const last = /, (?=(?:[^,"]|"(?:[^"\\]|\\.)*")*$)/u // no comma within a name in quotes
  return {
    en: `Give one such as ${wanted.replace(last, ' or ')}`,
    es: `Indique uno como ${wanted.replace(last, ' o ')}`,
  }
}

/** What is wrong with a command as it was typed, without the full stop. */
const COMMAND_PROBLEMS: Readonly<Record<CommandProblem, (about: Phrase) => Phrase>> = {
  'no-command': () => ({ en: 'No command was given', es: 'No se indicó ningún comando' }),
  'unknown-command': ({ en, es }) => ({
    en: `There is no command "${en}"`,
    es: `No existe el comando «${es}»`,
  }),
  'unknown-option': ({ en, es }) => ({
    en: `There is no option "${en}" here`,
    es: `Aquí no existe la opción «${es}»`,
  }),
  'missing-argument': ({ en, es }) => ({
    en: `The value ${en} is missing`,
    es: `Falta el valor ${es}`,
  }),
  'missing-option': ({ en, es }) => ({
    en: `The option ${en} is needed here`,
    es: `Aquí hace falta la opción ${es}`,
  }),
  'missing-value': ({ en, es }) => ({
    en: `The option ${en} was given no value`,
    es: `A la opción ${es} le falta su valor`,
  }),
  'misplaced-option': ({ en, es }) => ({
    en: `The option ${en} does not go with the rest of what was typed`,
    es: `La opción ${es} no va con el resto de lo que se escribió`,
  }),
  'too-many-arguments': ({ en, es }) => ({
    en: `More was typed than ${en} takes`,
    es: `Se escribió más de lo que admite ${es}`,
  }),
}
