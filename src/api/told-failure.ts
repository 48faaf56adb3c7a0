import { ERROR_WORDS, explain } from '../language/error-words.ts'
import type { Language } from '../language/language.ts'
import { AppError, type ErrorCode } from '../lib/errors.ts'

/** A failure as it was kept, in its sentence; null where it has none, as of another version. */
export function keptFailureText(failure: unknown, language: Language): string | null {
  if (!isKept(failure) || !Object.hasOwn(ERROR_WORDS, failure.code)) return null
  const { code, details } = failure
  return explain(new AppError(code as ErrorCode, details as never), language) // a code with its details was kept by us
}

function isKept(failure: unknown): failure is { readonly code: string; readonly details: unknown } {
  return (
    typeof failure === 'object' && failure !== null && 'code' in failure && 'details' in failure
  )
}
