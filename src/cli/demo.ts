import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeEstate } from '../../demo/estate.ts'
import { writeEstate } from '../../demo/write-estate.ts'
import { openDatabase } from '../db/database.ts'
import type { Language } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Beside the program, out of git's sight. */
export const DEMO_FOLDER = join(ROOT, 'data/demo')
export const LAUNCHER = join(ROOT, 'muster')

/** Always the same estate, so that what a person reads about it stays true. */
const SEED = 20261121

/** Speaks as the demo spoke, so that what is tried next does too. */
const configIn = (language: Language) => `# Made by "muster demo": an invented provincial office.
language: ${language}
timeZone: America/Havana
sources:
  ocs:
    file: ocs.sqlite
    inventoryField: NUMINV
  finance-register:
    folder: inbox
  locations:
    folder: inbox
tags:
  protectedTags: ["MANUAL-*"]
`

/** Makes the folder of the demo. Throws `config.unwritable` where this account may not. */
export async function makeDemoFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('config.unwritable', { file: folder, reason }, { cause: error })
  }
}

const CONFIG = 'muster.yaml'

/** A demo estate ready to be worked on. */
export interface DemoEstate {
  readonly config: string
  readonly ocsFile: string
}

/** True when a demo was made in `folder` before. */
export async function isDemo(folder: string): Promise<boolean> {
  return access(join(folder, CONFIG)).then(
    () => true,
    () => false,
  )
}

/** Makes the demo estate anew in `folder`, with a configuration that points at it. */
export async function prepareDemo(folder: string, language: Language): Promise<DemoEstate> {
  for (const made of ['inbox', 'reports']) {
    await rm(join(folder, made), { recursive: true, force: true })
  }
  const { ocsFile } = await writeEstate(folder, makeEstate({ seed: SEED }))
  await forgetHistory(join(folder, 'data'))
  const config = join(folder, CONFIG)
  await writeFile(config, configIn(language))
  return { config, ocsFile }
}

/** The demo starts from nothing each time; its own database holds nothing but demo history. */
async function forgetHistory(dataFolder: string): Promise<void> {
  const database = await openDatabase({ dataFolder })
  try {
    await database.pool.query('drop schema public cascade')
    await database.pool.query('create schema public')
  } finally {
    await database.close()
  }
}
