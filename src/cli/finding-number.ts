import { AppError } from '../lib/errors.ts'
import type { Call } from './command.ts'

/** A finding as a person names it: `F12` or `12`. Throws `command.bad-argument`. */
export function parseFinding(text: string): number {
  const match = /^f?(\d{1,15})$/iu.exec(text.trim())
  if (match) return Number(match[1])
  throw new AppError('command.bad-argument', {
    ...{ argument: 'FINDING', value: text, wanted: 'F12, 12' },
  })
}

/** The findings a person named, each once; with commas or blanks between. */
export function namedFindings({ argument, second, others = [] }: Call): number[] {
  const named = [argument ?? '', second ?? '', ...others].flatMap((each) => each.split(','))
  return [...new Set(named.filter((each) => each.trim() !== '').map(parseFinding))]
}
