import pg from 'pg'

/** How values arrive: counts and ids as numbers, days as text, instants as Date, decimals as text. */
export const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : textParser(oid),
}

const { DATE, INT8 } = pg.types.builtins
const INT8_ARRAY: number = 1016
const DATE_ARRAY: number = 1182
const TEXT_ARRAY: number = 1009

/** An eight-byte integer as a number. Beyond what a number holds exactly it is refused. */
export function parseInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond exact numbers`)
  return value
}

function textParser(oid: number): (text: string) => unknown {
  if (oid === INT8) return parseInteger
  if (oid === DATE) return (text) => text
  if (oid === INT8_ARRAY) return parseIntegers
  if (oid === DATE_ARRAY) return pg.types.getTypeParser(TEXT_ARRAY, 'text')
  return pg.types.getTypeParser(oid, 'text')
}

function parseIntegers(text: string): unknown {
  const parts: unknown = pg.types.getTypeParser(INT8_ARRAY, 'text')(text)
  return numbersIn(parts)
}

/** Arrays may hold arrays and nulls. */
function numbersIn(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(numbersIn)
  return typeof part === 'string' ? parseInteger(part) : part
}
