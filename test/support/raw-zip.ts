import { writeFile } from 'node:fs/promises'
import { crc32, deflateRawSync } from 'node:zlib'

/** One part of a zip file as it shall stand there, true or not. */
export interface RawPart {
  readonly name: string
  readonly packed: Buffer
  readonly size: number
  readonly crc: number
  readonly method: number
  readonly flags: number
  /** Offset of the local header it claims; its own when absent. */
  readonly offset?: number
}

/** An honest part; change what shall be a lie. */
export function rawPart(name: string, content: string | Buffer): RawPart {
  const bytes = Buffer.from(content)
  const packed = deflateRawSync(bytes)
  return { name, packed, size: bytes.length, crc: crc32(bytes), method: 8, flags: 0 }
}

/** A deflate stream of `unit` repeated, packed without ever being whole in memory. */
export function repeatedDeflate(unit: Buffer, times: number): Buffer {
  const block = deflateRawSync(unit, { finishFlush: 3 }) // Z_FULL_FLUSH: may be repeated
  const end = deflateRawSync(Buffer.alloc(0))
  return Buffer.concat([...Array.from({ length: times }, () => block), end])
}

/** Writes parts as they are given, without checking anything. */
export async function writeRawZip(file: string, parts: readonly RawPart[]): Promise<string> {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const local = Buffer.concat([localHeader(part), part.packed])
    directory.push(centralHeader(part, part.offset ?? offset))
    chunks.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  await writeFile(
    file,
    Buffer.concat([...chunks, entries, endRecord(parts.length, entries, offset)]),
  )
  return file
}

function localHeader({ name, packed, size, crc, method, flags }: RawPart): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(method, 8)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(size, 22)
  header.writeUInt16LE(Buffer.byteLength(name), 26)
  return Buffer.concat([header, Buffer.from(name)])
}

function centralHeader(
  { name, packed, size, crc, method, flags }: RawPart,
  offset: number,
): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(flags, 8)
  header.writeUInt16LE(method, 10)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(packed.length, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(Buffer.byteLength(name), 28)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, Buffer.from(name)])
}

function endRecord(count: number, entries: Buffer, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
