import { TextDecoder } from 'node:util'

const DECLARED = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/
const LONGEST_DECLARATION = 200

/**
 * XML text from its bytes, in the encoding that its first bytes or its declaration name; what comes
 * out says UTF-8, for so it will be written. Throws `TypeError` or `RangeError` when it cannot be.
 */
export async function* decodedXml(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  let head: string | null = ''
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
    const text = decoder.decode(piece, { stream: true })
    if (head === null) {
      yield text
      continue
    }
    head += text
    if (head.length < LONGEST_DECLARATION) continue
    yield sayUtf8(head)
    head = null
  }
  const rest = decoder?.decode() ?? ''
  yield head === null ? rest : sayUtf8(head + rest)
}

function encodingOf(first: Buffer): string {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le'
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be'
  const declared = DECLARED.exec(first.toString('latin1', 0, LONGEST_DECLARATION))?.[1]
  return declared ?? 'utf-8'
}

function sayUtf8(head: string): string {
  const declared = DECLARED.exec(head)
  const encoding = declared?.[1]
  if (!declared || !encoding) return head
  const at = declared[0].lastIndexOf(encoding)
  return `${head.slice(0, at)}UTF-8${head.slice(at + encoding.length)}`
}
