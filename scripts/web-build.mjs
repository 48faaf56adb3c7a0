// Builds the web app and the documentation where what they are made of has changed since they were built last.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const PARTS = [
  'web',
  join('src', 'contract'),
  'docs',
  'package-lock.json',
  join('scripts', 'web-build.mjs'),
]
const BUILT = join('web', 'dist')
/** Beside what was built, so that it goes with it. */
const STAMP = '.built-from'

/** Whether there is a web app here, built from what lies here now. */
export function isWebBuilt(root) {
  if (!existsSync(join(root, 'web', 'index.html'))) return true
  const stamp = join(root, BUILT, STAMP)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(root)
}

/**
 * Builds it with `node` aside, and puts it into place when it is whole, so that two that build at once do not meet; what
 * went wrong is told where it went wrong. True when it was built.
 */
export function buildWeb(root, node) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(vite)) return false
  const built = hashOf(root)
  const aside = join('node_modules', '.cache', `web-${process.pid}`)
  const out = ['--outDir', join('..', aside), '--emptyOutDir']
  const words = [vite, 'build', 'web', '--logLevel', 'warn', ...out]
  const env = { ...process.env, NODE_ENV: 'production' } // whatever it is for who asks
  const { status } = spawnSync(node, words, { cwd: root, env, stdio: ['ignore', 2, 2] })
  if (status === 0) {
    writeFileSync(join(root, aside, STAMP), built)
    putInPlace(join(root, aside), join(root, BUILT))
  }
  rmSync(join(root, aside), { recursive: true, force: true })
  return status === 0
}

/** Where another build comes between, what it put there stays: it is whole, and looked at anew next time. */
function putInPlace(fresh, place) {
  const old = `${fresh}-old`
  move(place, old)
  move(fresh, place)
  rmSync(old, { recursive: true, force: true })
}

/** Leaves it where there is nothing to move, or something in the way. */
function move(from, to) {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error
  }
}

function hashOf(root) {
  const hash = createHash('sha256')
  const parts = [...PARTS, ...sourcePages(root)]
  for (const file of parts.flatMap((part) => filesIn(root, part)).sort()) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

/** What each source says of itself is documentation too. */
function sourcePages(root) {
  const sources = join('src', 'sources')
  if (!existsSync(join(root, sources))) return []
  return readdirSync(join(root, sources)).map((name) => join(sources, name, 'README.md'))
}

function filesIn(root, part) {
  const path = join(root, part)
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [part]
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'dist' && name !== 'node_modules')
    .flatMap(({ name }) => filesIn(root, join(part, name)))
}
