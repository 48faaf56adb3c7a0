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

/** What is to be shown: a plan (`P12`), a run (`R7`), a collection (`C41`), an upload (`U3`), or the latest plan. */
export function parseShown(text: string): Named<'plan' | 'run' | 'collection' | 'upload'> {
  const kinds = { P: 'plan', R: 'run', C: 'collection', U: 'upload' } as const
  return parseNamed(text, { argument: 'WHAT', kinds })
}

/** By letter, as the examples number them. */
const NUMBERS: Readonly<Record<string, number>> = { P: 12, R: 7, C: 41, U: 3 }

function parseNamed<Kind extends string>(
  text: string,
  { argument, kinds }: { argument: string; kinds: Readonly<Record<string, Kind>> },
): Named<Kind> {
  if (text.toLowerCase() === 'latest') return 'latest'
  const [, letter = '', number = ''] = /^([a-z]?)(\d{1,15})$/iu.exec(text) ?? []
  const kind = kinds[letter.toUpperCase()]
  if (kind !== undefined) return { kind, id: Number(number) }
  // A number alone is no guess of ours to make: nothing tells a plan's from a run's.
  const isNumber = letter === '' && number !== ''
  const examples = Object.keys(kinds).map((each) => `${each}${isNumber ? number : NUMBERS[each]}`)
  throw new AppError('command.bad-argument', {
    argument,
    value: text,
    wanted: isNumber ? examples.join(', ') : [...examples, 'latest'].join(', '),
    form: isNumber ? 'one-of' : 'such-as',
  })
}
