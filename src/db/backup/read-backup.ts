import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { AppError } from '../../lib/errors.ts'
import { errorCode } from '../system-error.ts'
import { countedRows, summed } from './counted-rows.ts'
import {
  type BackedTable,
  FORMAT_VERSION,
  type Manifest,
  partOf,
  readManifest,
  sha256Of,
} from './manifest.ts'

/** A backup that was opened and says what it holds. */
export interface OpenBackup {
  readonly file: string
  readonly manifest: Manifest
  /** The rows of a table; throws `backup.damaged` once they are not what the manifest says. */
  rowsOf(table: BackedTable, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array>
  /** The sealed key files; null where they were left out. */
  sealedKeys(): Promise<string | null>
}

const MOST_MANIFEST_BYTES = 16_000_000

/**
 * Opens a backup for `work`. Throws `backup.unreadable`, `backup.not-a-backup`, `backup.newer-format` and
 * `backup.damaged`.
 */
export async function withBackup<T>(
  file: string,
  work: (backup: OpenBackup) => Promise<T>,
): Promise<T> {
  const zip = await openFile(file)
  try {
    return await work(await openBackup(file, zip))
  } finally {
    zip.close()
  }
}

/** Reads every row and compares it with the manifest; nothing is kept. Throws `backup.damaged`. */
export async function checkBackup(
  { manifest, rowsOf }: OpenBackup,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const hear = summed(onBytes)
  for (const table of manifest.tables) {
    for await (const piece of rowsOf(table, hear)) void piece
  }
}

async function openFile(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { autoClose: false, lazyEntries: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const isOfSystem = /^E[A-Z]+$/u.test(errorCode(error) ?? '')
    if (isOfSystem) throw new AppError('backup.unreadable', { file, reason }, { cause: error })
    throw new AppError('backup.not-a-backup', { file }, { cause: error })
  }
}

async function openBackup(file: string, zip: ZipFile): Promise<OpenBackup> {
  const parts = new Parts(file, zip, await entriesOf(file, zip))
  if (!parts.has('manifest.json')) throw new AppError('backup.not-a-backup', { file })
  const text = await parts.text('manifest.json')
  const read = readManifest(text)
  if (read.kind === 'newer') {
    const { found } = read
    throw new AppError('backup.newer-format', { file, found, known: FORMAT_VERSION })
  }
  const sum = (await parts.text('manifest.sha256')).trim()
  if (read.kind === 'damaged' || sum !== sha256Of(text)) throw damaged(file, 'manifest.json')
  const { manifest } = read
  return {
    file,
    manifest,
    rowsOf: (table, onBytes) => checkedRows(parts, table, onBytes),
    sealedKeys: async () => (manifest.hasKeys ? parts.text('keys.json') : null),
  }
}

async function entriesOf(file: string, zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    return entries
  } catch (error) {
    throw damaged(file, 'zip-directory', error)
  }
}

/** The parts of an opened backup; what cannot be unpacked is told by the name of the part. */
class Parts {
  readonly file: string
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>

  constructor(file: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.file = file
    this.#zip = zip
    this.#entries = entries
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  async *pieces(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(name)
    if (!entry) throw damaged(this.file, name)
    try {
      const stream: Readable = await this.#zip.openReadStreamPromise(entry)
      yield* stream
    } catch (error) {
      throw damaged(this.file, name, error)
    }
  }

  async text(name: string): Promise<string> {
    const pieces: Uint8Array[] = []
    let bytes = 0
    for await (const piece of this.pieces(name)) {
      bytes += piece.length
      if (bytes > MOST_MANIFEST_BYTES) throw damaged(this.file, name)
      pieces.push(piece)
    }
    return Buffer.concat(pieces).toString('utf8')
  }
}

/** More than the manifest says ends it at once; less, or other, at the end. */
async function* checkedRows(
  parts: Parts,
  table: BackedTable,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const counted = countedRows(onBytes)
  let bytes = 0
  for await (const piece of counted.through(parts.pieces(partOf(table)))) {
    bytes += piece.length
    if (bytes > table.bytes) throw damaged(parts.file, partOf(table))
    yield piece
  }
  const found = counted.found()
  const isWhole = found.sha256 === table.sha256 && found.rows === table.rows
  if (!isWhole || found.bytes !== table.bytes) throw damaged(parts.file, partOf(table))
}

function damaged(file: string, part: string, cause?: unknown): AppError {
  return new AppError('backup.damaged', { file, part }, { cause })
}
