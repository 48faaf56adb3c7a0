import type { CellLook } from '../sheet-content.ts'

/** How one kind of cell looks; the names lead into the tables of `xlsx-style-sheet.ts`. */
export interface CellFormat {
  readonly font: FontName
  readonly fill: FillName | null
  readonly shows: 'general' | 'text' | 'date'
  /** Text that begins like a formula stays text when the cell is edited or saved again. */
  readonly quoted: boolean
}

export type FontName = 'plain' | 'bold' | 'title' | 'bad' | 'good' | 'muted'
export type FillName = 'header' | 'bad' | 'good'
export type Look = CellLook | 'plain'

const LOOKS: Record<Look, Pick<CellFormat, 'font' | 'fill'>> = {
  plain: { font: 'plain', fill: null },
  bad: { font: 'bad', fill: 'bad' },
  good: { font: 'good', fill: 'good' },
  muted: { font: 'muted', fill: null },
  strong: { font: 'bold', fill: null },
}
const LOOK_ORDER: readonly Look[] = ['plain', 'bad', 'good', 'muted', 'strong']
const FORMATS_PER_LOOK = 4

/** Every format our sheets use, in the order in which a style sheet lists them. */
export const FORMATS: readonly CellFormat[] = [
  ...LOOK_ORDER.flatMap((look) => lookFormats(look)),
  { font: 'bold', fill: 'header', shows: 'text', quoted: false },
  { font: 'title', fill: null, shows: 'general', quoted: false },
  { font: 'plain', fill: null, shows: 'date', quoted: false },
  { font: 'muted', fill: null, shows: 'general', quoted: false },
]

const AFTER_LOOKS = LOOK_ORDER.length * FORMATS_PER_LOOK
export const HEADER_FORMAT = AFTER_LOOKS
export const TITLE_FORMAT = AFTER_LOOKS + 1
export const DATE_FORMAT = AFTER_LOOKS + 2
/** For the lines under a title. */
export const SUBTITLE_FORMAT = AFTER_LOOKS + 3

/** A cell formatted as text that holds more than this is drawn as `####` by older spreadsheets. */
const MAX_TEXT_FORMAT = 255

/** Place in `FORMATS` for a text. */
export function textFormat(text: string, look: Look): number {
  const long = text.length > MAX_TEXT_FORMAT ? 2 : 0
  return lookStart(look) + long + (looksLikeFormula(text) ? 1 : 0)
}

/** Place in `FORMATS` for a number. */
export function numberFormat(look: Look): number {
  return lookStart(look) + 2
}

function lookFormats(look: Look): CellFormat[] {
  const { font, fill } = LOOKS[look]
  return [
    { font, fill, shows: 'text', quoted: false },
    { font, fill, shows: 'text', quoted: true },
    { font, fill, shows: 'general', quoted: false },
    { font, fill, shows: 'general', quoted: true },
  ]
}

function lookStart(look: Look): number {
  return LOOK_ORDER.indexOf(look) * FORMATS_PER_LOOK
}

function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text)
}
