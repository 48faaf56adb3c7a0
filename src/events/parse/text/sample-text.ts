import type { StartEncoding } from './start-encoding.ts'

/**
 * How a text begins, good enough to find its structure by: that is made of ASCII, which is the same in
 * all encodings of one byte and in UTF-8.
 */
export function sampleText(head: Buffer, { encoding, markBytes }: StartEncoding): string {
  const bytes = head.subarray(markBytes)
  if (encoding === 'utf-16le') return bytes.toString('utf16le')
  if (encoding === 'utf-16be') return swapped(bytes).toString('utf16le')
  return bytes.toString('latin1')
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16()
}
