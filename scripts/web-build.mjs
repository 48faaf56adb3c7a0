// Builds the web app where what it is made of has changed since it was built last.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const PARTS = [
  'web',
  join('src', 'contract'),
  'package-lock.json',
  join('scripts', 'web-build.mjs'),
]
/** Beside what was built, so that it goes with it. */
const STAMP = join('web', 'dist', '.built-from')

/** Whether there is a web app here, built from what lies here now. */
export function isWebBuilt(root) {
  if (!existsSync(join(root, 'web', 'index.html'))) return true
  const stamp = join(root, STAMP)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(root)
}

/** Builds it with `node`; what went wrong is told where it went wrong. True when it was built. */
export function buildWeb(root, node) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(vite)) return false
  const built = hashOf(root)
  const words = [vite, 'build', 'web', '--logLevel', 'warn']
  const env = { ...process.env, NODE_ENV: 'production' } // whatever it is for who asks
  const { status } = spawnSync(node, words, { cwd: root, env, stdio: ['ignore', 2, 2] })
  if (status !== 0) return false
  writeFileSync(join(root, STAMP), built)
  return true
}

function hashOf(root) {
  const hash = createHash('sha256')
  for (const file of PARTS.flatMap((part) => filesIn(root, part)).sort()) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function filesIn(root, part) {
  const path = join(root, part)
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [part]
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'dist' && name !== 'node_modules')
    .flatMap(({ name }) => filesIn(root, join(part, name)))
}
