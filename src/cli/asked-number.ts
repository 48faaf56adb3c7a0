import { AppError } from '../lib/errors.ts'

/** A whole number from a smallest on, as a person typed it; `otherwise` when they typed none. */
export function askedNumber(
  text: string | null,
  { argument, from, otherwise }: { argument: string; from: number; otherwise: number },
): number {
  if (text === null) return otherwise
  const number = /^\d{1,9}$/u.test(text) ? Number(text) : Number.NaN
  if (number >= from) return number
  throw new AppError('command.bad-argument', { argument, value: text, wanted: `${otherwise}` })
}
