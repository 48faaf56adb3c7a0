// Builds the web app and the documentation unless they are built from what lies here now.
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { withInstallLock } from './install-lock.mjs'
import { say } from './launch-words.mjs'
import { buildWeb, isWebBuilt } from './web-build.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** A folder that belongs to somebody else, or is only read. */
const NOT_OURS = ['EACCES', 'EPERM', 'EROFS']

if (!isWebBuilt(ROOT) && !(await isBuilt())) {
  say('buildFailed')
  process.exitCode = 1
}

async function isBuilt() {
  try {
    return await withInstallLock(ROOT, async () => isWebBuilt(ROOT) || built())
  } catch (error) {
    if (!NOT_OURS.includes(error.code)) throw error
    return false
  }
}

function built() {
  say('building')
  return buildWeb(ROOT, process.execPath)
}
