import { corrupt, type PartSource } from '../zip/part-source.ts'

const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Text as XML means it: its five entities, character numbers, and one kind of line end. */
export function decodeXmlText(source: PartSource, raw: string): string {
  const text = oneLineEnd(raw)
  if (!text.includes('&')) return text
  return text.replace(/&([^;&]{0,10};?)/g, (whole, name: string) => {
    const decoded = decodeEntity(name)
    return decoded ?? corrupt(source, `unknown-entity: ${whole}`)
  })
}

/** Text with every line end as XML reads it: a line feed. */
export function oneLineEnd(raw: string): string {
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
}

/** Text as spreadsheets mean it: `_x000D_` stands for a character XML cannot hold. */
export function decodeCellText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

function decodeEntity(name: string): string | null {
  if (!name.endsWith(';')) return null
  const body = name.slice(0, -1)
  const digits = /^#(?:(\d+)|x([0-9A-Fa-f]+))$/.exec(body)
  if (!digits) return NAMED.get(body) ?? null
  const code = digits[1] ? Number(digits[1]) : Number.parseInt(digits[2] ?? '', 16)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}
