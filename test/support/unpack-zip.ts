import { createWriteStream } from 'node:fs'
import { chmod, mkdir, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'

const KIND = 0o170_000
const LINK = 0o120_000

/** Unpacks a zip as `unzip` does: with the rights of files, and links as links. Gives the names in it, in their order. */
export async function unpackZip(file: string, folder: string): Promise<string[]> {
  const zip = await openPromise(file)
  const names: string[] = []
  for await (const entry of zip.eachEntry()) {
    names.push(entry.fileName)
    await unpackEntry(zip, entry, join(folder, entry.fileName))
  }
  return names
}

async function unpackEntry(zip: ZipFile, entry: Entry, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const content = await zip.openReadStreamPromise(entry)
  const mode = entry.externalFileAttributes >>> 16
  if ((mode & KIND) === LINK) return symlink((await buffer(content)).toString('utf8'), path)
  await pipeline(content, createWriteStream(path))
  await chmod(path, mode & 0o777)
}
