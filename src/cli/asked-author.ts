import { AppError } from '../lib/errors.ts'
import type { Call, CommandOption } from './command.ts'

/** Who says something, and why; in words that are kept. */
export interface Author {
  readonly by: string
  readonly reason: string | null
}

/** The options of the commands by which people decide. */
export const AUTHOR_OPTIONS: readonly CommandOption[] = [
  { flags: '--by <name>', means: { en: 'who says so', es: 'quién lo dice' } },
  { flags: '--reason <text>', means: { en: 'why', es: 'por qué' } },
]

/** Throws `command.misused` when nobody is named, `command.bad-argument` for a name that is blank. */
export function askedAuthor({ option }: Pick<Call, 'option'>): Author {
  const named = option('by')
  if (named === null) {
    const problem = 'missing-option'
    throw new AppError('command.misused', { problem, about: '--by <name>', meant: '' })
  }
  const by = named.trim()
  if (by === '') {
    throw new AppError('command.bad-argument', { argument: '--by', value: by, wanted: 'Ana' })
  }
  return { by, reason: option('reason')?.trim() || null }
}
