import type { ErrorCode, ErrorDetails } from '../../lib/errors.ts'
import type { Phrase } from '../language.ts'

/** What to say of each named failure: where, what, why, and what to do. */
export type ErrorPhrases = {
  readonly [Code in ErrorCode]: (details: ErrorDetails[Code]) => Phrase
}

/** The share of one area, the part of a code before its dot; none of its codes may be left out. */
export type PhrasesOf<Area extends string> = Pick<
  ErrorPhrases,
  Extract<ErrorCode, `${Area}.${string}`>
>
