import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const MOST_BYTES = 200_000

/** The files of a folder of the project, and of those inside it, that end so. */
export function filesIn(folder: string, ending: RegExp): readonly Buffer[] {
  const found = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !name.includes('node_modules'))
    .map((name) => join(ROOT, folder, name))
    .filter((file) => statSync(file).size <= MOST_BYTES)
    .map((file) => readFileSync(file))
  if (found.length === 0) throw new Error(`nothing in ${folder} ends in ${ending.source}`)
  return found
}
