import { errorCode } from './system-error.ts'

/** What the system and PostgreSQL say of a connection that broke or was shut. */
const CODES = /^(?:ECONN\w+|EPIPE|ETIMEDOUT|EAI_AGAIN|08\w{3}|57P0[1-5]|53300)$/u
/** What the driver says of one, without a code. */
const WORDS =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/u

/** Whether a statement failed because the server was not there for it: it may be again. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isLostConnection)
  return CODES.test(errorCode(error) ?? '') || WORDS.test(error.message)
}
