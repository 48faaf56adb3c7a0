import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

const LINK = 0o120_777
const PROGRAM = 0o100_755
const FILE = 0o100_644

/** A zip that was written. */
export interface WrittenZip {
  readonly file: string
  /** Of the file, in hex. */
  readonly sha256: string
  readonly bytes: number
}

/**
 * Packs `folder` into `file` under the folder's own name, in the order of the names. Links stay links, programs stay
 * programs, and everything else of the rights is the same on every machine. Every entry is of `time`; where the clock of
 * this process is in UTC, the same folder gives the same bytes.
 */
export async function zipFolder(folder: string, file: string, time: Date): Promise<WrittenZip> {
  const zip = new ZipFile()
  for (const path of await filesIn(folder)) await add(zip, { folder, path, time })
  zip.end()
  const hash = createHash('sha256')
  let bytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(zip.outputStream, count, createWriteStream(file))
  return { file, sha256: hash.digest('hex'), bytes }
}

/** Files and links, sorted by their whole path. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted((a, b) => (a < b ? -1 : 1))
}

interface Entry {
  readonly folder: string
  readonly path: string
  readonly time: Date
}

async function add(zip: ZipFile, { folder, path, time }: Entry): Promise<void> {
  const name = [basename(folder), ...relative(folder, path).split(sep)].join('/')
  const stats = await lstat(path)
  if (stats.isSymbolicLink()) {
    zip.addBuffer(Buffer.from(await readlink(path)), name, { mtime: time, mode: LINK })
  } else {
    const mode = (stats.mode & 0o111) === 0 ? FILE : PROGRAM
    zip.addFile(path, name, { mtime: time, mode })
  }
}
