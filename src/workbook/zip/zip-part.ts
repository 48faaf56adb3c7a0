import type { Readable } from 'node:stream'
import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib'
import type { Entry } from 'yauzl'
import { AppError } from '../../lib/errors.ts'
import { refuseBeyond, type WorkbookLimits } from '../workbook-limits.ts'
import { corrupt, type PartSource } from './part-source.ts'
import type { ZipArchive } from './zip-archive.ts'

const STORED = 0
const DEFLATED = 8
const CHUNK_BYTES = 1 << 16
const RATIO_FROM_BYTES = 1_000_000

/**
 * The bytes of one part, unpacked. It may not say that it is larger than the limits, nor be larger
 * than it says; the last chunk is followed by the proof that the part is whole, or by an error.
 */
export async function* partBytes(
  { file, zip }: ZipArchive,
  entry: Entry,
  limits: WorkbookLimits,
): AsyncGenerator<Buffer> {
  const source: PartSource = { file, part: entry.fileName }
  refuseSize(source, entry, limits)
  const unpacker = unpackerFor(source, entry)
  const packed = await openPacked(source, zip, entry)
  const unpacked = unpacker ? unpack(packed, unpacker) : packed
  let bytes = 0
  let checksum = 0
  try {
    for await (const piece of unpacked) {
      const chunk: Buffer = piece
      bytes += chunk.length
      if (bytes > entry.uncompressedSize) corrupt(source, 'longer-than-told')
      checksum = crc32(chunk, checksum)
      yield chunk
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    corrupt(source, `not-unpackable: ${error instanceof Error ? error.message : error}`, error)
  } finally {
    packed.destroy()
    unpacker?.destroy()
  }
  if (bytes !== entry.uncompressedSize) corrupt(source, 'shorter-than-told')
  if (checksum !== entry.crc32) corrupt(source, 'wrong-checksum')
  if (unpacker && unpacker.bytesWritten !== entry.compressedSize) {
    corrupt(source, 'foreign-bytes')
  }
}

function refuseSize(
  { file }: PartSource,
  { uncompressedSize, compressedSize }: Entry,
  limits: WorkbookLimits,
): void {
  refuseBeyond(limits.partBytes, uncompressedSize, { file, what: 'part-bytes' })
  if (uncompressedSize <= RATIO_FROM_BYTES) return
  const ratio = Math.ceil(uncompressedSize / Math.max(compressedSize, 1))
  refuseBeyond(limits.compressionRatio, ratio, { file, what: 'compression-ratio' })
}

function openPacked(source: PartSource, zip: ZipArchive['zip'], entry: Entry): Promise<Readable> {
  return zip
    .openReadStreamPromise(entry, { decodeFileData: false })
    .catch((error: Error) => corrupt(source, error.message, error))
}

function unpackerFor(source: PartSource, { compressionMethod }: Entry): InflateRaw | null {
  if (compressionMethod === STORED) return null
  if (compressionMethod === DEFLATED) return createInflateRaw({ chunkSize: CHUNK_BYTES })
  return corrupt(source, `unknown-compression: ${compressionMethod}`)
}

function unpack(packed: Readable, unpacker: InflateRaw): Readable {
  packed.on('error', (error) => unpacker.destroy(error))
  return packed.pipe(unpacker)
}
