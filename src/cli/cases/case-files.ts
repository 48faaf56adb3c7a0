import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { NamedText } from '../../cases/placed-faults.ts'
import { AppError } from '../../lib/errors.ts'

/** Where cases are looked for when none is named: beside the configuration. */
const FOLDER = 'tests'
/** What `--config` is when it is not given. */
const USUAL_CONFIG = 'muster.yaml'
const YAML = /\.ya?ml$/iu

/**
 * The files of cases that are named, a folder for all in it; with none named those in `tests` beside
 * the configuration. Throws `cases.unreadable` and `cases.none`.
 */
export async function caseFiles(config: string, named: readonly string[]): Promise<NamedText[]> {
  if (named.length === 0) {
    const folder = join(dirname(resolve(config)), FOLDER)
    const files = await yamlIn(folder).catch(() => [])
    if (files.length === 0) throw new AppError('cases.none', { folder })
    return Promise.all(files.map((file) => textOf(file)))
  }
  const files: string[] = []
  for (const name of named) files.push(...(await filesAt(name)))
  return Promise.all([...new Set(files)].map((file) => textOf(file)))
}

/** The configuration cases are run with; null where there is none under the usual name. */
export async function configText(config: string): Promise<NamedText | null> {
  const file = resolve(config)
  try {
    return { file, text: await readFile(file, 'utf8') }
  } catch (cause) {
    if (config === USUAL_CONFIG) return null
    throw new AppError('config.not-found', { file }, { cause })
  }
}

async function filesAt(name: string): Promise<string[]> {
  const found = await stat(name).catch((cause: unknown) => {
    throw unreadable(name, cause)
  })
  if (!found.isDirectory()) return [name]
  const files = await yamlIn(name)
  if (files.length === 0) throw new AppError('cases.none', { folder: name })
  return files
}

async function yamlIn(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  const files = names.filter((name) => YAML.test(name)).toSorted()
  return files.map((name) => join(folder, name))
}

async function textOf(file: string): Promise<NamedText> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw unreadable(file, cause)
  })
  return { file, text }
}

function unreadable(file: string, cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new AppError('cases.unreadable', { file, reason }, { cause })
}
