import { type Language, type Phrase, say } from '../../language/language.ts'
import { type Health, type Remark, worstOf } from '../doctor/remark.ts'

const HEALTH: Readonly<Record<Health, Phrase>> = {
  ok: { en: 'ok', es: 'bien' },
  attention: { en: 'attention', es: 'atención' },
  broken: { en: 'broken', es: 'roto' },
}

const SUBJECT_WORDS: ReadonlyMap<string, Phrase> = new Map(
  Object.entries({
    versions: { en: 'versions', es: 'versiones' },
    account: { en: 'account', es: 'cuenta' },
    memory: { en: 'memory', es: 'memoria' },
    disk: { en: 'disk', es: 'disco' },
    configuration: { en: 'configuration', es: 'configuración' },
    clock: { en: 'clock', es: 'reloj' },
    keys: { en: 'keys', es: 'claves' },
    database: { en: 'database', es: 'base de datos' },
    sources: { en: 'source', es: 'fuente' },
    alerts: { en: 'alerts', es: 'avisos' },
    web: { en: 'web app', es: 'aplicación web' },
    server: { en: 'server', es: 'servidor' },
    nights: { en: 'last night', es: 'última noche' },
    backup: { en: 'backup', es: 'copia' },
  }),
)

const VERDICT: Readonly<Record<Health, Phrase>> = {
  ok: { en: 'All is well.', es: 'Todo está bien.' },
  attention: {
    en: 'It works; look at what asks for attention.',
    es: 'Funciona; mire lo que pide atención.',
  },
  broken: { en: 'Something does not work; see above.', es: 'Algo no funciona; vea arriba.' },
}

/** What was looked at, a line each, with what to do below it; the verdict last. */
export function doctorLines(remarks: readonly Remark[], language: Language): string[] {
  const words = (phrase: Phrase | undefined) => (phrase ? say(phrase, language) : '')
  const width = Math.max(...Object.values(HEALTH).map((phrase) => words(phrase).length))
  const indent = ' '.repeat(width + 2)
  return [
    ...remarks.flatMap(({ subject, about, health, says, todo }) => {
      const what = [words(SUBJECT_WORDS.get(subject)), about].filter((part) => part).join(' ')
      const [first = '', ...rest] = words(says).split('\n')
      return [
        `${words(HEALTH[health]).padEnd(width)}  ${what}: ${first}`,
        ...rest.map((line) => indent + line),
        ...(todo ? [`${indent}→ ${words(todo)}`] : []),
      ]
    }),
    '',
    words(VERDICT[worstOf(remarks)]),
  ]
}
