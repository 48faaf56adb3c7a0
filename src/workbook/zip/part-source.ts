import { AppError } from '../../lib/errors.ts'

/** Which part of which file is being read, for messages. */
export interface PartSource {
  readonly file: string
  readonly part: string
}

/** Ends the reading of a part that does not hold together. */
export function corrupt({ file, part }: PartSource, reason: string, cause?: unknown): never {
  throw new AppError('workbook.corrupt', { file, part, reason }, { cause })
}
