const PLAIN_INTEGER = /^[1-9]\d{0,14}$/
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/
const MOST_DIGITS = 400

/** Which number a spreadsheet's text stands for, or null when it is none. */
export function parseNumber(lexeme: string): { value: number; text: string } | null {
  if (PLAIN_INTEGER.test(lexeme)) return { value: Number(lexeme), text: lexeme }
  const value = NUMBER.test(lexeme) && /\d/.test(lexeme) ? Number(lexeme) : Number.NaN
  return Number.isFinite(value) ? { value, text: numberText(lexeme, value) } : null
}

/**
 * The number as a person writes it: no exponent, no `.0`. A whole number keeps every digit of the
 * file; any other is the shortest decimal that gives the same value, as spreadsheets show it.
 */
function numberText(lexeme: string, value: number): string {
  if (value === 0) return '0'
  return wholeDigits(lexeme) ?? expand(String(value))
}

/** The digits of a whole number, or null when it has a fraction. */
function wholeDigits(lexeme: string): string | null {
  const { sign, digits, point } = split(lexeme)
  if (point > MOST_DIGITS || /[1-9]/.test(digits.slice(Math.max(point, 0)))) return null
  const whole = digits.slice(0, Math.max(point, 0)).padEnd(point, '0').replace(/^0+/, '')
  return whole === '' ? null : sign + whole
}

function expand(lexeme: string): string {
  const { sign, digits, point } = split(lexeme)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits.replace(/0+$/, '')}`
  if (point >= digits.length) return sign + digits.padEnd(point, '0')
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** Sign, all digits, and how many of them stand before the decimal point. */
function split(lexeme: string): { sign: string; digits: string; point: number } {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = NUMBER.exec(lexeme) ?? []
  const digits = (whole + fraction).replace(/^0+/, '')
  const dropped = whole.length + fraction.length - digits.length
  const point = whole.length + Number(exponent) - dropped
  return { sign: sign === '-' ? '-' : '', digits, point }
}
