import { isUtf8 } from 'node:buffer'
import { AppError } from '../../lib/errors.ts'
import type { PartSource } from '../zip/part-source.ts'

type Decoder = InstanceType<typeof TextDecoder>

/** The bytes of an XML part as proven UTF-8 without a mark, cut between characters only. */
export async function* utf8Chunks(
  source: PartSource,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let decoder: Decoder | null = null
  let rest: Buffer | null = null
  for await (const chunk of chunks) {
    if (rest === null) decoder = utf16Decoder(chunk)
    const bytes: Buffer = decoder ? transcode(source, decoder, chunk) : join(rest, chunk)
    const whole: number = bytes.length - cutCharacterBytes(bytes)
    rest = bytes.subarray(whole)
    const complete = bytes.subarray(0, whole)
    if (!isUtf8(complete)) undecodable(source, 'UTF-8')
    yield complete
  }
  if (rest && rest.length > 0) undecodable(source, 'UTF-8')
  if (decoder) transcode(source, decoder, null)
}

function join(rest: Buffer | null, chunk: Buffer): Buffer {
  if (rest === null) return withoutMark(chunk)
  return rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
}

function withoutMark(chunk: Buffer): Buffer {
  return chunk.toString('hex', 0, 3) === 'efbbbf' ? chunk.subarray(3) : chunk
}

function utf16Decoder(chunk: Buffer): Decoder | null {
  const mark = chunk.toString('hex', 0, 2)
  if (mark === 'fffe') return new TextDecoder('utf-16le', { fatal: true })
  if (mark === 'feff') return new TextDecoder('utf-16be', { fatal: true })
  return null
}

/** `chunk` null: says whether the last character is whole. */
function transcode(source: PartSource, decoder: Decoder, chunk: Buffer | null): Buffer {
  try {
    return Buffer.from(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode())
  } catch {
    return undecodable(source, 'UTF-16')
  }
}

/** How many bytes at the end belong to a character that goes on in the next chunk. */
function cutCharacterBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return characterBytes(byte) > back ? back : 0
  }
  return 0
}

function characterBytes(lead: number): number {
  if (lead >= 0xf0) return 4
  return lead >= 0xe0 ? 3 : 2
}

function undecodable({ file, part }: PartSource, encoding: string): never {
  throw new AppError('workbook.undecodable', { file, encoding, place: part })
}
