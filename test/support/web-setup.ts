import { join } from 'node:path'
import { buildWeb, isWebBuilt } from '../../scripts/web-build.mjs'

const ROOT = join(import.meta.dirname, '../..')

/** Builds the web app once for the run, where it is not built from what lies here. */
export function setup(): void {
  if (isWebBuilt(ROOT)) return
  if (!buildWeb(ROOT, process.execPath)) throw new Error('the web app was not built; see above')
}
