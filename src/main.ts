#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { dirname, resolve } from 'node:path'
import packageFile from '../package.json' with { type: 'json' }
import { createApp } from './app.ts'
import { EXIT } from './cli/exit-code.ts'
import { writeFirstConfig } from './cli/init.ts'
import {
  createProgram,
  type GlobalOptions,
  type InitCommand,
  type RunCommand,
} from './cli/program.ts'
import { type Config, loadConfig } from './config.ts'
import { explain } from './language/error-words.ts'
import { chooseLanguage, type Language } from './language/language.ts'
import { AppError } from './lib/errors.ts'
import { SILENT } from './lib/progress.ts'

const run: RunCommand = (options, work) =>
  answering(options, async (speech) => {
    const config = await readConfig(options.config)
    if (config.language && !options.lang) speech.language = config.language
    const app = await createApp(config, {
      actor: userInfo().username,
      host: hostname(),
      pid: process.pid,
      version: packageFile.version,
      now: () => new Date(),
      progress: SILENT,
    })
    try {
      const answer = await work(app, speech.language)
      print(options.json ? JSON.stringify(answer.document) : answer.lines.join('\n'))
      process.exitCode = EXIT[answer.ending]
    } finally {
      await app.close()
    }
  })

const init: InitCommand = (options) =>
  answering(options, async () => {
    const file = resolve(options.config)
    await writeFirstConfig(file)
    print(options.json ? JSON.stringify({ file }) : file)
  })

/** The language spoken; the configuration may change it once it is read. */
interface Speech {
  language: Language
}

/** Ends a named failure in its sentence, or its code with `--json`; anything else is a bug and flies. */
async function answering(options: GlobalOptions, work: (speech: Speech) => Promise<void>) {
  const speech = { language: chooseLanguage({ flag: options.lang, environment: process.env.LANG }) }
  try {
    await work(speech)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, details } = error
    if (options.json) print(JSON.stringify({ error: { code, details } }))
    else process.stderr.write(`${explain(error, speech.language)}\n`)
    process.exitCode = code === 'plan.held' ? EXIT.held : EXIT.failed
  }
}

async function readConfig(name: string): Promise<Config> {
  const file = resolve(name)
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('config.not-found', { file }, { cause })
  })
  return loadConfig({ file, folder: dirname(file), text, env: process.env })
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

await createProgram(packageFile.version, { run, init }).parseAsync()
