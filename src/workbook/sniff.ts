/** What a file is by its first bytes; its name is never asked. */
export type Sniffed =
  | { readonly kind: 'zip' }
  | { readonly kind: 'ole' }
  | { readonly kind: 'text' }
  | { readonly kind: 'other'; readonly looksLike: string }

const MAGIC: readonly (readonly [string, string])[] = [
  ['25504446', 'PDF'],
  ['7b5c727466', 'RTF'],
  ['89504e470d0a', 'PNG'],
  ['ffd8ff', 'JPEG'],
  ['47494638', 'GIF'],
  ['1f8b08', 'gzip'],
  ['377abcaf271c', '7z'],
  ['526172211a07', 'RAR'],
  ['53514c69746520666f726d6174', 'SQLite'],
  ['7f454c46', 'ELF'],
]
const MARKUP = /^\s*<(\?xml|!doctype|html|head|body|meta|table|script|style|div)\b/i
const MOST_CONTROL_SHARE = 0.1

/** Tells zip, OLE and text apart from everything that is no workbook. */
export function sniff(head: Buffer): Sniffed {
  if (head.length === 0) return { kind: 'other', looksLike: 'empty-file' }
  const start = head.toString('latin1', 0, 1024)
  const hex = head.toString('hex', 0, 16)
  if (/^504b(0304|0506)/.test(hex)) return { kind: 'zip' }
  if (hex.startsWith('d0cf11e0a1b11ae1')) return { kind: 'ole' }
  const magic = MAGIC.find(([bytes]) => hex.startsWith(bytes))
  if (magic) return { kind: 'other', looksLike: magic[1] }
  if (hex.startsWith('fffe') || hex.startsWith('feff')) return { kind: 'text' }
  return sniffText(head, start.replace(/^\xef\xbb\xbf/, ''))
}

function sniffText(head: Buffer, start: string): Sniffed {
  const markup = MARKUP.exec(start)?.[1]?.toLowerCase()
  if (markup !== undefined) {
    const isXml = markup === '?xml' && !/<html\b/i.test(start)
    return { kind: 'other', looksLike: isXml ? 'XML' : 'HTML' }
  }
  return isBinary(head) ? { kind: 'other', looksLike: 'binary' } : { kind: 'text' }
}

function isBinary(head: Buffer): boolean {
  let controls = 0
  for (const byte of head) {
    if (byte === 0) return true
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls++
  }
  return controls > head.length * MOST_CONTROL_SHARE
}
