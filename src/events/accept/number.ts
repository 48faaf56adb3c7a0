import type { CellValue } from '../parse/row-stream.ts'
import { decimalSign, type MappingProfile } from '../profile/mapping-profile.ts'
import { cellText } from './cell.ts'
import type { CellFaultReason, ReadCell } from './event.ts'

type NumberFormat = Pick<MappingProfile, 'decimalComma' | 'thousandsSeparator'>

/** How typed numbers are written out. */
const TYPED: NumberFormat = { decimalComma: false }
/** Digits before the point, and after it: enough for every finite number of a computer (309 and 340). */
const MOST_DIGITS = 350
/** A text beyond this is no number that anyone meant. */
const MOST_CHARACTERS = 1_000

const GROUPING: Record<NonNullable<NumberFormat['thousandsSeparator']>, string> = {
  ',': ',',
  '.': String.raw`\.`,
  ' ': '[ \u00a0\u202f]',
  "'": "['’]",
}
const NOT_FINITE = /^[+-]?(?:nan|inf|infinity|∞)$/iu
const TRUE_FALSE = /^(?:true|false)$/iu
const WITH_SEPARATORS = /^[+-]?\d[\d.,'’ \u00a0\u202f]*$/u

/**
 * Reads finite decimals as text without exponent: no plus, no zeros at either end, no minus before zero.
 * Commas and separators of thousands only as the profile says; typed numbers as they are.
 */
export function numberReader(format: NumberFormat): (cell: CellValue | undefined) => ReadCell {
  const written = textReader(format)
  const typed = textReader(TYPED)
  return (cell) => {
    if (typeof cell === 'boolean') return { kind: 'refused', reason: 'number-true-false' }
    return typeof cell === 'number' ? typed(String(cell)) : written(cellText(cell))
  }
}

function textReader(format: NumberFormat): (text: string) => ReadCell {
  const pattern = patternOf(format)
  return (text) =>
    isPlain(text, format) ? { kind: 'read', value: text } : plainDecimal(text, pattern)
}

const [MINUS, DOT, ZERO, NINE] = [0x2d, 0x2e, 0x30, 0x39]

/** Whether a text is a decimal as it is kept: by far the most are, and this is told quickly. */
function isPlain(text: string, { decimalComma }: NumberFormat): boolean {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0
  const end = text.length
  if (end - start > MOST_DIGITS) return false
  let point = -1
  for (let at = start; at < end; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === DOT && point < 0) point = at
    else if (sign < ZERO || sign > NINE) return false
  }
  const isZeroFirst = text.charCodeAt(start) === ZERO
  if (point < 0) return end > start && !(isZeroFirst && (end - start > 1 || start === 1))
  if (decimalComma || point === start || text.charCodeAt(end - 1) === ZERO) return false
  return point < end - 1 && !(isZeroFirst && point - start > 1)
}

/** Sign, digits before the point with their separators, digits after it, exponent. */
function patternOf({ decimalComma, thousandsSeparator }: NumberFormat): RegExp {
  const group = thousandsSeparator === undefined ? null : GROUPING[thousandsSeparator]
  const whole = group === null ? String.raw`\d*` : String.raw`\d{1,3}(?:${group}\d{3})+|\d*`
  const decimals = String.raw`(?:[${decimalSign(decimalComma)}](\d*))?`
  return new RegExp(String.raw`^([+-]?)(${whole})${decimals}(?:[eE]([+-]?\d{1,6}))?$`, 'u')
}

function plainDecimal(text: string, pattern: RegExp): ReadCell {
  if (text.length > MOST_CHARACTERS) return { kind: 'refused', reason: 'number-too-long' }
  const [, sign, whole = '', fraction = '', exponent = '0'] = pattern.exec(text) ?? []
  const before = whole.replace(/\D/gu, '')
  if (before === '' && fraction === '') return { kind: 'refused', reason: whyNot(text) }
  const value = expanded(before + fraction, before.length + Number(exponent))
  if (value === null) return { kind: 'refused', reason: 'number-too-long' }
  return { kind: 'read', value: sign === '-' && value !== '0' ? `-${value}` : value }
}

/** Digits with the point after so many of them; null where that takes more digits than are kept. */
function expanded(all: string, point: number): string | null {
  let [start, end] = [0, all.length]
  while (all.charCodeAt(start) === ZERO) start += 1
  while (end > start && all.charCodeAt(end - 1) === ZERO) end -= 1
  const digits = all.slice(start, end)
  if (digits === '') return '0'
  const before = point - start
  if (before > MOST_DIGITS || digits.length - before > MOST_DIGITS) return null
  if (before <= 0) return `0.${'0'.repeat(-before)}${digits}`
  if (before >= digits.length) return digits.padEnd(before, '0')
  return `${digits.slice(0, before)}.${digits.slice(before)}`
}

function whyNot(text: string): CellFaultReason {
  if (text === '') return 'number-blank'
  if (TRUE_FALSE.test(text)) return 'number-true-false'
  if (NOT_FINITE.test(text)) return 'number-not-finite'
  return WITH_SEPARATORS.test(text) ? 'number-separators' : 'number-unknown'
}
