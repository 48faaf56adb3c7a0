import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** What was found good at the last start: the Node to use, for which tools, under which lock file. */
const STAMP = join('node_modules', '.muster-ready')

/** The Node of the last good start when nothing has changed since, else null. */
export function nodeOfStamp({ root, tools }) {
  const [node = '', kind, lock] = textOf(join(root, STAMP)).split('\n')
  const suffices = kind === 'tools' || (kind === 'product' && !tools)
  if (!suffices || lock !== lockHash(root)) return null
  return existsSync(resolve(root, node)) ? node : null
}

/** Keeps what was found, for a quick start next time. Where that may not be written, it is looked for again. */
export function writeStamp({ root, tools }, node) {
  try {
    writeFileSync(join(root, STAMP), `${node}\n${tools ? 'tools' : 'product'}\n${lockHash(root)}\n`)
  } catch {
    // a folder we may only read
  }
}

/**
 * Whether every package of the lock file is in place, in its version. Times of files would say less:
 * copying a folder changes them. Optional packages may be missing.
 */
export function isInstalled({ root, tools }) {
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  const needed = Object.entries(packagesIn(join(root, 'package-lock.json')))
    .filter(([path]) => path !== '')
    .filter(([, found]) => !found.optional && !found.devOptional && (tools || !found.dev))
  return needed.every(([path, { version }]) => installed[path]?.version === version)
}

function packagesIn(file) {
  const text = textOf(file)
  return text === '' ? {} : JSON.parse(text).packages
}

function lockHash(root) {
  return createHash('sha256')
    .update(textOf(join(root, 'package-lock.json')))
    .digest('hex')
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
