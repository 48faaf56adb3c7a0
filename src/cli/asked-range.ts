import { AppError } from '../lib/errors.ts'

/** From which number to which an option may go, both included. */
export interface NumberRange {
  readonly from: number
  readonly to: number
  readonly isWhole: boolean
}

/** A number of a range as a person typed it. Throws `command.bad-argument`, which tells the range. */
export function askedInRange(
  text: string,
  argument: string,
  { from, to, isWhole }: NumberRange,
): number {
  const form = isWhole ? /^-?\d{1,16}$/u : /^-?\d{1,16}(?:\.\d{1,15})?$/u
  const number = form.test(text) ? Number(text) : Number.NaN
  if (number >= from && number <= to) return number
  throw new AppError('command.bad-argument', {
    ...{ argument, value: text, wanted: `${from} - ${to}` },
    form: isWhole ? 'whole-number-from-to' : 'number-from-to',
  })
}
