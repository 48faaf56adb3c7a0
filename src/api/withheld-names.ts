import { AppError } from '../lib/errors.ts'
import type { Caller } from './caller.ts'

/** A failure as a caller may hear it: who is limited to some sites is told no names of what there is besides. */
export function withoutNames(error: unknown, caller: Pick<Caller, 'sites'> | null): unknown {
  if (caller === null || caller.sites === null || !(error instanceof AppError)) return error
  const { code, details } = error
  switch (code) {
    case 'source.not-found':
    case 'metric.not-found':
      return new AppError(code, { ...details, known: null } as never, { cause: error }) // of its code
    case 'metric.ambiguous':
      return new AppError(code, { ...details, sources: null } as never, { cause: error })
    default:
      return error
  }
}
