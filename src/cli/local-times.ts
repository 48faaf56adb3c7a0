import { AppError, isAppError } from '../lib/errors.ts'
import { voiceOf } from '../reports/voice.ts'

/** A failure to be told to a person: its instants as the clock of an IANA time zone shows them. */
export function withLocalTimes(error: AppError, timeZone: string): AppError {
  if (!isAppError(error, 'run.busy')) return error
  const since = new Date(error.details.since)
  if (Number.isNaN(since.getTime())) return error // nobody knows since when
  const { at } = voiceOf('en', timeZone)
  return new AppError('run.busy', { ...error.details, since: at(since) }, { cause: error })
}
