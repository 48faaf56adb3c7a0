import { attributeEnd, attributeStart } from '../xml/xml-attributes.ts'
import type { XmlTag } from '../xml/xml-scanner.ts'
import { corrupt, type PartSource } from '../zip/part-source.ts'

/** What a `<c>` tag says of its cell; -1 and '' where it says nothing. Reused for each cell. */
export interface CellTag {
  column: number
  row: number
  style: number
  type: string
}

const SHARED = 's'
const ZERO = 0x30
const NINE = 0x39
/** No column or row has a number as large; stops a long one from growing. */
const TOO_LARGE = 10_000_000

/** Reads where the cell of a `<c>` tag stands, without making text of it, for there may be millions. */
export function readCellPlace(tag: XmlTag, into: CellTag, source: PartSource): void {
  into.column = -1
  into.row = -1
  const from = attributeStart(tag, 'r')
  if (from >= 0) readAddress(tag, from, into)
  if (into.column === -2) {
    const address = tag.bytes.toString('utf8', from, Math.min(attributeEnd(tag, from), from + 40))
    corrupt(source, `no-cell-address: ${address}`)
  }
}

/** Reads how the cell is to be understood. */
export function readCellLook(tag: XmlTag, into: CellTag, source: PartSource): void {
  into.style = Math.max(0, attributeNumber(tag, 's', source))
  into.type = attributeWord(tag, 't')
}

function attributeWord(tag: XmlTag, name: string): string {
  const from = attributeStart(tag, name)
  if (from < 0) return ''
  const to = attributeEnd(tag, from)
  return to - from === 1 && tag.bytes[from] === 0x73 ? SHARED : tag.bytes.toString('utf8', from, to)
}

function attributeNumber(tag: XmlTag, name: string, source: PartSource): number {
  const from = attributeStart(tag, name)
  if (from < 0) return -1
  const to = attributeEnd(tag, from)
  const number = digits(tag.bytes, from, to)
  return number >= 0 ? number : corrupt(source, `not-a-number: ${name}`)
}

/** Reads `AB12`; leaves column -2 when it is none. */
function readAddress(tag: XmlTag, from: number, into: CellTag): void {
  const to = attributeEnd(tag, from)
  let column = 0
  let at = from
  for (; at < to; at++) {
    const letter = (tag.bytes[at] ?? 0) & 0xdf
    if (letter < 0x41 || letter > 0x5a) break
    if (column < TOO_LARGE) column = column * 26 + letter - 0x40
  }
  into.row = digits(tag.bytes, at, to)
  into.column = column === 0 || into.row < 1 ? -2 : column - 1
}

/** The number written from `from` to `to`, or -1 when there is another character or none. */
function digits(bytes: Buffer, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0
    if (byte < ZERO || byte > NINE) return -1
    if (number < TOO_LARGE) number = number * 10 + byte - ZERO
  }
  return to > from ? number : -1
}
