import type { Language } from '../api/spoken-language.ts'

const MINUS = '−'

/** @example formatNumber(12345.6, 'es') // => '12.345,6' */
export function formatNumber(value: number, language: Language, digits = 1): string {
  const options = { maximumFractionDigits: digits, useGrouping: 'always' } as const
  return new Intl.NumberFormat(language, options).format(value).replace('-', MINUS)
}

/** With its sign, and none for no change. @example formatSigned(4, 'en') // => '+4' */
export function formatSigned(value: number, language: Language, digits = 1): string {
  const told = formatNumber(Math.abs(value), language, digits)
  if (value === 0) return told
  return `${value > 0 ? '+' : MINUS}${told}`
}

/** @example formatPercent(12.34, 'en') // => '12.3 %' */
export function formatPercent(value: number, language: Language, digits = 1): string {
  return `${formatNumber(value, language, digits)}\u202f%`
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** @example formatBytes(1536, 'en') // => '1.5 KB' */
export function formatBytes(bytes: number, language: Language): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1)
  return `${formatNumber(bytes / 1024 ** step, language)}\u00a0${UNITS[step]}`
}
