import { foldHeading } from '../profile/heading.ts'

/** Heads the reasons in a file of refused rows; ignored when that file is sent. */
export const REASON_HEADING = 'muster_reason'

/** Starts of text that spreadsheets run as a formula, with or without apostrophes before it. */
const LIKE_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u
/** A figure, whatever its separators; no spreadsheet runs it. */
const FIGURE = /^[+-]?[\d.,'’ \u00a0\u202f]+(?:[eE][+-]?\d+)?$/u
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/u

/** A text that no spreadsheet runs as a formula: an apostrophe comes before one that begins like it. */
export function guardedText(text: string): string {
  return LIKE_FORMULA.test(text) && !FIGURE.test(text) ? `'${text}` : text
}

/** The text that `guardedText` was given. @example unguardedText("'=A1") // => '=A1' */
export function unguardedText(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text
}

/** Whether a heading, in any case, is the one over the reasons. */
export function isReasonHeading(heading: string): boolean {
  return foldHeading(heading) === REASON_HEADING
}

/** Whether columns are those of refused rows that come back: their texts may be guarded. */
export function isReturned(columns: readonly string[]): boolean {
  return columns.some(isReasonHeading)
}
