import { z } from 'zod'

/** A name as a person sends it: of a source, a metric, a file. */
export const AskedName = z
  .string()
  .regex(/^\P{Cc}+$/u, 'no control characters')
  .min(1)
  .max(255)

/** A text that is looked for. */
export const AskedText = z
  .string()
  .regex(/^\P{Cc}*$/u, 'no control characters')
  .max(255)

/** A day of the calendar, such as `2026-01-31`. */
export const AskedDay = z.iso.date().regex(/^[1-9]/u, 'a year from 1000 on')

/** The number of something that is kept. */
export const AskedId = z.object({
  id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
})

/** Yes or no in an address; no unless given. */
export const AskedFlag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((said) => said === 'true')

/** Codes with commas between, each once; those of a list, or of any form a code has. */
export function askedCodes(codes: readonly string[] = []) {
  const one = codes.length === 0 ? '[a-z][a-z0-9-]*' : `(?:${codes.join('|')})`
  return z
    .string()
    .max(1000)
    .regex(new RegExp(`^${one}(?:,${one})*$`, 'u'))
    .transform((said) => [...new Set(said.split(','))])
}
