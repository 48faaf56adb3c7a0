import { type Entry, fromFdPromise, type ZipFile } from 'yauzl'
import { AppError } from '../../lib/errors.ts'
import { closeFile, type OpenFile } from '../file-descriptor.ts'
import { corrupt, type PartSource } from './part-source.ts'
import { zipReason } from './zip-reason.ts'

const MOST_PARTS = 10_000
const LOCAL_HEADER_BYTES = 30

/** A zip file whose list of parts was read and found sound. */
export interface ZipArchive {
  readonly file: string
  readonly zip: ZipFile
  /** By name in lower case, without a leading slash: part names know no case. */
  readonly entries: ReadonlyMap<string, Entry>
}

/** Reads the list of parts; from here on the archive owns the file's descriptor. */
export async function openZip(opened: OpenFile): Promise<ZipArchive> {
  const { file, descriptor } = opened
  const source: PartSource = { file, part: 'zip-directory' }
  const zip = await fromFdPromise(descriptor, { autoClose: false }).catch(
    async (error: unknown) => {
      await closeFile(opened)
      return corrupt(source, zipReason(error), error)
    },
  )
  try {
    return { file, zip, entries: await readEntries(source, zip) }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** The part of that name, or null. */
export function findPart({ entries }: ZipArchive, name: string): Entry | null {
  return entries.get(name.toLowerCase()) ?? null
}

async function readEntries(source: PartSource, zip: ZipFile): Promise<Map<string, Entry>> {
  const { file } = source
  if (zip.entryCount > MOST_PARTS) {
    const details = { file, what: 'parts', found: zip.entryCount, limit: MOST_PARTS } as const
    throw new AppError('workbook.too-large', details)
  }
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new AppError('workbook.encrypted', { file })
      const name = entry.fileName.toLowerCase()
      if (name === '') corrupt(source, 'part-without-name')
      if (entries.has(name)) corrupt(source, `part-twice: ${entry.fileName}`)
      entries.set(name, entry)
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    if (/encryption/.test(messageOf(error))) throw new AppError('workbook.encrypted', { file })
    corrupt(source, zipReason(error), error)
  }
  refuseOverlaps(source, [...entries.values()])
  return entries
}

/** Parts that share bytes are how a small file unpacks to a huge one. */
function refuseOverlaps(source: PartSource, entries: readonly Entry[]): void {
  const inOrder = entries.toSorted(
    (one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader,
  )
  let end = 0
  for (const entry of inOrder) {
    const start = entry.relativeOffsetOfLocalHeader
    if (start < end) corrupt(source, `parts-overlap: ${entry.fileName}`)
    end = start + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
