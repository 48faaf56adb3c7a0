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

/** Throws `command.bad-argument` unless somebody is named. */
export function askedAuthor({ option }: Pick<Call, 'option'>): Author {
  const by = option('by')?.trim() ?? ''
  if (by === '') {
    throw new AppError('command.bad-argument', { argument: '--by', value: by, wanted: 'Ana' })
  }
  return { by, reason: option('reason')?.trim() || null }
}
