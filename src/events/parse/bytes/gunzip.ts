import { Readable } from 'node:stream'
import { createGunzip, type Gunzip } from 'node:zlib'
import { beyondLimit, corrupt, type EventFile } from '../event-file.ts'

const BLOCK_BYTES = 1 << 16
/** What unpacks to less cannot hurt, however well it was packed. */
const RATIO_FROM_BYTES = 10_000_000
const CUT_OFF = 'Z_BUF_ERROR'

/** True for the first bytes of gzip data. */
export function isGzip(head: Buffer): boolean {
  return head.toString('hex', 0, 3) === '1f8b08'
}

/** The unpacked bytes of gzip data; one that unpacks to far more than it is, or too much, is refused. */
export async function* gunzip(
  blocks: AsyncGenerator<Buffer>,
  file: EventFile,
): AsyncGenerator<Buffer> {
  let taken = 0
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const block of blocks) {
      taken += block.length
      yield block
    }
  }
  const packed = Readable.from(counted())
  const unpacker = createGunzip({ chunkSize: BLOCK_BYTES })
  packed.on('error', (error) => unpacker.destroy(error))
  let unpacked = 0
  try {
    for await (const piece of packed.pipe(unpacker)) {
      const block: Buffer = piece
      unpacked += block.length
      refuseBomb(unpacked, unpacker, file)
      yield block
    }
    if (unpacker.bytesWritten < taken) refuseRest(unpacker, file)
  } catch (error) {
    refuseBroken(error, unpacker, file)
    throw error
  } finally {
    packed.destroy()
    unpacker.destroy()
  }
}

/** What has been handed to the unpacker may be ahead of what came out, never behind. */
function refuseBomb(unpacked: number, { bytesWritten }: Gunzip, file: EventFile): void {
  const { unpackedBytes, compressionRatio } = file.limits
  if (unpacked > unpackedBytes) beyondLimit(file, 'unpacked-bytes', '')
  if (unpacked > RATIO_FROM_BYTES && unpacked > bytesWritten * compressionRatio) {
    beyondLimit(file, 'compression-ratio', `byte: ${bytesWritten}`)
  }
}

/** What follows zeros after the data is never looked at; it could be more data. */
function refuseRest({ bytesWritten }: Gunzip, file: EventFile): never {
  corrupt(file, { place: `byte: ${bytesWritten}`, reason: 'foreign-bytes' })
}

/** Whatever else went wrong, such as a connection that broke off, is not the file's fault. */
function refuseBroken(error: unknown, { bytesWritten }: Gunzip, file: EventFile): void {
  const { code, message } = error as NodeJS.ErrnoException // what zlib throws, and streams
  if (!code?.startsWith('Z_')) return
  const reason = code === CUT_OFF ? 'gzip-cut-off' : `not-unpackable: ${message}`
  corrupt(file, { place: `byte: ${bytesWritten}`, reason }, error)
}
