import { sniff } from '../../workbook/sniff.ts'
import type { StartEncoding } from './text/start-encoding.ts'

/** What the first bytes of a file are, whatever its name says. */
export type ContentKind =
  | { readonly kind: 'empty' | 'text' | 'zip' | 'ole' }
  | { readonly kind: 'other'; readonly looksLike: string }

/** Above this share of control characters a file is no damaged text, but none. */
const MOST_CONTROL_SHARE = 0.1
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0c, 0x0d])

/** Tells what may hold events from what may not. A text with a few NULs is one, and refused as such. */
export function contentKind(head: Buffer, { encoding }: StartEncoding): ContentKind {
  if (head.length === 0) return { kind: 'empty' }
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return { kind: 'text' }
  const sniffed = sniff(head)
  if (sniffed.kind !== 'other' || sniffed.looksLike !== 'binary') return sniffed
  return controlShare(head) > MOST_CONTROL_SHARE ? sniffed : { kind: 'text' }
}

function controlShare(head: Buffer): number {
  let controls = 0
  for (const byte of head) if (byte < 0x20 && !TEXT_CONTROLS.has(byte)) controls += 1
  return controls / head.length
}
