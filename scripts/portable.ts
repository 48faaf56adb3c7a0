import { spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import packageFile from '../package.json' with { type: 'json' }
import { withInstallLock } from './install-lock.mjs'
import { makeFolder } from './portable/make-folder.ts'
import { TARGETS, type Target, targetsAsked } from './portable/targets.ts'
import { type WrittenZip, zipFolder } from './portable/zip-folder.ts'
import { buildWeb, isWebBuilt } from './web-build.mjs'

/**
 * Makes portable folders and their zips: `npm run portable -- [--target NAME ...] [--output FOLDER]`. Ends with 1 where
 * one of them could not be made; the others are made.
 */
const ROOT = join(import.meta.dirname, '..')
const USAGE = `npm run portable -- [--target ${TARGETS.map(({ name }) => name).join('|')}|this ...] [--output FOLDER]`

process.env.TZ = 'UTC' // a zip tells times of the clock on the wall
const { target: words = [], output = 'portable' } = parseArgs({
  options: { target: { type: 'string', multiple: true }, output: { type: 'string' } },
}).values
const asked = targetsAsked(words, process)
if (asked.kind === 'unknown') {
  console.error(`There is no target ${asked.word} here: ${USAGE}`)
  process.exit(1)
}
const isBuilt = async () => isWebBuilt(ROOT) || buildWeb(ROOT, process.execPath)
if (!(await withInstallLock(ROOT, isBuilt))) {
  console.error('The web app was not built: npm ci brings its tools.')
  process.exit(1)
}

const place = resolve(output)
const time = timeOfRelease()
await mkdir(place, { recursive: true })
const zips: WrittenZip[] = []
for (const target of asked.targets) {
  const zip = await make(target).catch((error: Error) => {
    console.error(`${target.name}: not made. ${error.message}`)
    process.exitCode = 1
    return null
  })
  if (zip) zips.push(zip)
}
const sums = zips.map(({ file, sha256 }) => `${sha256}  ${basename(file)}\n`).join('')
await writeFile(join(place, 'SHA256SUMS'), sums)
console.log(sums.trimEnd())

async function make(target: Target): Promise<WrittenZip> {
  const started = performance.now()
  const folder = join(place, `muster-${packageFile.version}-${target.name}`)
  const fetched = await makeFolder({ root: ROOT, target, folder })
  const zip = await zipFolder(folder, `${folder}.zip`, time)
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(`${zip.file}: ${Math.round(zip.bytes / 1e6)} MB in ${seconds} s`)
  if (fetched.length > 0) console.log(`  fetched, by their hashes: ${fetched.join(', ')}`)
  return zip
}

/** Of the last commit, so that one commit makes one zip; files of two releases differ in it, which browsers go by. */
function timeOfRelease(): Date {
  const { SOURCE_DATE_EPOCH: given } = process.env
  if (given) return new Date(Number(given) * 1000)
  const { status, stdout } = spawnSync('git', ['-C', ROOT, 'log', '-1', '--format=%ct'], {
    encoding: 'utf8',
  })
  return status === 0 ? new Date(Number(stdout) * 1000) : new Date()
}
