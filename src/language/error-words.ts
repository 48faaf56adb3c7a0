import type { AppError, ErrorCode } from '../lib/errors.ts'
import { ACCESS_ERRORS } from './errors/access-errors.ts'
import { ANALYTICS_ERRORS } from './errors/analytics-errors.ts'
import { API_ERRORS } from './errors/api-errors.ts'
import { BACKUP_ERRORS } from './errors/backup-errors.ts'
import { CASE_ERRORS } from './errors/case-errors.ts'
import { COLUMN_ERRORS } from './errors/column-errors.ts'
import { COMMAND_ERRORS } from './errors/command-errors.ts'
import { DATABASE_ERRORS } from './errors/database-errors.ts'
import type { ErrorPhrases } from './errors/error-phrases.ts'
import { EVENT_ERRORS } from './errors/event-errors.ts'
import { FINDING_ERRORS } from './errors/finding-errors.ts'
import { FLEET_ERRORS } from './errors/fleet-errors.ts'
import { OCS_ERRORS } from './errors/ocs-errors.ts'
import { PLAN_ERRORS } from './errors/plan-errors.ts'
import { REQUEST_ERRORS } from './errors/request-errors.ts'
import { START_ERRORS } from './errors/start-errors.ts'
import { UPLOAD_ERRORS } from './errors/upload-errors.ts'
import { WATCH_ERRORS } from './errors/watch-errors.ts'
import { WORKBOOK_ERRORS } from './errors/workbook-errors.ts'
import { type Language, type Phrase, say } from './language.ts'

/** The sentences for every named failure; a code without them does not compile. */
export const ERROR_WORDS: ErrorPhrases = {
  ...START_ERRORS,
  ...COMMAND_ERRORS,
  ...DATABASE_ERRORS,
  ...BACKUP_ERRORS,
  ...WORKBOOK_ERRORS,
  ...OCS_ERRORS,
  ...API_ERRORS,
  ...PLAN_ERRORS,
  ...FLEET_ERRORS,
  ...FINDING_ERRORS,
  ...CASE_ERRORS,
  ...EVENT_ERRORS,
  ...COLUMN_ERRORS,
  ...UPLOAD_ERRORS,
  ...ANALYTICS_ERRORS,
  ...REQUEST_ERRORS,
  ...ACCESS_ERRORS,
  ...WATCH_ERRORS,
}

/** A reason told by another program may bring its own full stop. */
const DOUBLED_STOP = /(?<=[\p{L}\p{N}"')])\.\.(?=\s|$)/gu

/** A failure in full sentences for an operator: where, what, why, and what to do. */
export function explain(error: AppError, language: Language): string {
  return say(phraseOf(error), language).replace(DOUBLED_STOP, '.')
}

function phraseOf<Code extends ErrorCode>({ code, details }: AppError<Code>): Phrase {
  return ERROR_WORDS[code](details)
}
