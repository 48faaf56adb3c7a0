import { AppError } from '../../lib/errors.ts'

/** A file that lies somewhere for the time being, and what its sender calls it. */
export interface LentFile {
  readonly path: string
  readonly name: string
}

/** A failure that names a file by what its sender calls it, and not by where it lay for a moment. */
export function failureOf(error: unknown, { path, name }: LentFile): unknown {
  if (!(error instanceof AppError)) return error
  const { details } = error
  if ('file' in details && details.file === path) Object.assign(details, { file: name })
  return error
}
