import { AppError, isAppError } from '../../../lib/errors.ts'

/** What is wrong with a workbook, in the words for any file of events and under the name it was sent by. */
export function workbookFault(error: unknown, file: string): unknown {
  const options = { cause: error }
  if (isAppError(error, 'workbook.corrupt')) {
    const { part: place, reason } = error.details
    return new AppError('file.corrupt', { file, place, reason }, options)
  }
  if (isAppError(error, 'workbook.not-a-workbook')) {
    const { looksLike } = error.details
    return new AppError('file.unsupported', { file, looksLike }, options)
  }
  if (isAppError(error, 'workbook.undecodable')) {
    return new AppError('file.undecodable', { ...error.details, file }, options)
  }
  if (isAppError(error, 'workbook.too-large')) {
    const { what, limit } = error.details
    return new AppError('file.too-large', { file, what, limit, place: '' }, options)
  }
  if (isAppError(error, 'workbook.encrypted') || isAppError(error, 'workbook.legacy-xls')) {
    return new AppError(error.code, { file }, options)
  }
  return error
}
