import { AppError } from '../lib/errors.ts'

/** A plan as a person names it: `P12`, `12`, or `latest` (null). */
export function parsePlan(text: string): number | null {
  if (text.toLowerCase() === 'latest') return null
  const match = /^p?(\d{1,15})$/iu.exec(text)
  if (match) return Number(match[1])
  throw new AppError('command.bad-argument', {
    argument: 'PLAN',
    value: text,
    wanted: 'P12, 12, latest',
  })
}

/** Something a person names by a letter and its number, or the newest there is. */
export type Named<Kind extends string> = { readonly kind: Kind; readonly id: number } | 'latest'

/** What is to be accepted: a held plan (`P12`), a held collection (`C41`), or the newest held plan. */
export function parseHeld(text: string): Named<'plan' | 'collection'> {
  return parseNamed(text, { argument: 'HELD', kinds: { P: 'plan', C: 'collection' } })
}

/** What is to be shown: a plan (`P12`), a run (`R7`), or the latest plan. */
export function parseShown(text: string): Named<'plan' | 'run'> {
  return parseNamed(text, { argument: 'WHAT', kinds: { P: 'plan', R: 'run' } })
}

function parseNamed<Kind extends string>(
  text: string,
  { argument, kinds }: { argument: string; kinds: Readonly<Record<string, Kind>> },
): Named<Kind> {
  if (text.toLowerCase() === 'latest') return 'latest'
  const [, letter = '', number = ''] = /^([a-z]?)(\d{1,15})$/iu.exec(text) ?? []
  const kind = kinds[letter.toUpperCase()]
  if (kind !== undefined) return { kind, id: Number(number) }
  // A number alone is no guess of ours to make: nothing tells a plan's from a run's.
  const [one, other] = Object.keys(kinds)
  const isNumber = letter === '' && number !== ''
  throw new AppError('command.bad-argument', {
    argument,
    value: text,
    wanted: isNumber ? `${one}${number}, ${other}${number}` : `${one}12, ${other}7, latest`,
    form: isNumber ? 'one-of' : 'such-as',
  })
}
