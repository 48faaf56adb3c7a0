import { corrupt, type PartSource } from '../zip/part-source.ts'
import type { XmlTag } from './xml-scanner.ts'
import { decodeXmlText } from './xml-text.ts'

const EQUALS = 0x3d
const SPACE = 0x20
const DOUBLE_QUOTE = 0x22
const SINGLE_QUOTE = 0x27

/** The value of an attribute, or null; `*:id` asks for `id` with any prefix. */
export function attribute(tag: XmlTag, name: string, source: PartSource): string | null {
  const from = attributeStart(tag, name)
  if (from < 0) return null
  const raw = tag.bytes.toString('utf8', from, attributeEnd(tag, from))
  return decodeXmlText(source, raw)
}

/** True when a flag such as `date1904` is set. */
export function isFlagSet(tag: XmlTag, name: string, source: PartSource): boolean {
  const value = attribute(tag, name, source)
  return value === '1' || value === 'true'
}

/** A count or index, or null when the attribute is absent. */
export function numberAttribute(tag: XmlTag, name: string, source: PartSource): number | null {
  const from = attributeStart(tag, name)
  if (from < 0) return null
  const raw = tag.bytes.toString('latin1', from, attributeEnd(tag, from))
  if (!/^\d{1,10}$/.test(raw)) corrupt(source, `not-a-number: ${name}="${raw.slice(0, 40)}"`)
  return Number(raw)
}

/** Where the value of an attribute starts in the tag's bytes, or -1. */
export function attributeStart({ bytes, from, to }: XmlTag, name: string): number {
  for (let at = from; at < to; ) {
    while (at < to && (bytes[at] ?? 0) <= SPACE) at++
    const nameFrom = at
    while (at < to && bytes[at] !== EQUALS && (bytes[at] ?? 0) > SPACE) at++
    const nameTo = at
    while (at < to && bytes[at] !== DOUBLE_QUOTE && bytes[at] !== SINGLE_QUOTE) at++
    const quote = bytes[at]
    const valueFrom = at + 1
    for (at = valueFrom; at < to && bytes[at] !== quote; ) at++
    if (at < to && isName(bytes, { from: nameFrom, to: nameTo }, name)) return valueFrom
    at++
  }
  return -1
}

/** Where the value that starts at `from` ends. */
export function attributeEnd({ bytes, to }: XmlTag, from: number): number {
  const quote = bytes[from - 1]
  let at = from
  while (at < to && bytes[at] !== quote) at++
  return at
}

function isName(bytes: Buffer, { from, to }: { from: number; to: number }, name: string): boolean {
  if (name.startsWith('*:')) return bytes.toString('utf8', from, to).endsWith(name.slice(1))
  if (to - from !== name.length) return false
  for (let i = 0; i < name.length; i++) if (bytes[from + i] !== name.charCodeAt(i)) return false
  return true
}
