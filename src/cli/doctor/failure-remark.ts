import { explain } from '../../language/error-words.ts'
import { AppError } from '../../lib/errors.ts'
import { broken, type Of, type Remark } from './remark.ts'

/** A failure with a name, in its own sentence, which says what to do. Anything else is a defect and flies on. */
export function failureRemark(of: Of, error: unknown): Remark {
  if (!(error instanceof AppError)) throw error
  return broken(of, { en: explain(error, 'en'), es: explain(error, 'es') }, null)
}
