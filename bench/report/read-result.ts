import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KeptResult } from './kept-result.ts'

/** What a benchmark kept as data in a folder; null where there is none, throws where it is no result. */
export async function readResult(folder: string, name: string): Promise<KeptResult | null> {
  const file = join(folder, `${name}.json`)
  if (!existsSync(file)) return null
  return KeptResult.parse(JSON.parse(await readFile(file, 'utf8')))
}
