import { AppError } from '../lib/errors.ts'
import type { Caller } from './caller.ts'

/** The person who sends a request; of a token its person. Throws `request.not-signed-in`, `access.person-needed`. */
export function personOf(caller: Caller | null): number {
  if (caller === null) throw new AppError('request.not-signed-in', {})
  if (caller.personId === null) throw new AppError('access.person-needed', {})
  return caller.personId
}
