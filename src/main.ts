#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { dirname, resolve } from 'node:path'
import packageFile from '../package.json' with { type: 'json' }
import { createApp } from './app.ts'
import { EXIT } from './cli/exit-code.ts'
import { createProgram, type RunCommand } from './cli/program.ts'
import { type Config, loadConfig } from './config.ts'
import { explain } from './language/error-words.ts'
import { chooseLanguage } from './language/language.ts'
import { AppError } from './lib/errors.ts'
import { SILENT } from './lib/progress.ts'

const run: RunCommand = async (options, work) => {
  let language = chooseLanguage({ flag: options.lang, environment: process.env.LANG })
  try {
    const config = await readConfig(options.config)
    language = chooseLanguage({
      flag: options.lang,
      configured: config.language,
      environment: process.env.LANG,
    })
    const app = await createApp(config, {
      actor: userInfo().username,
      host: hostname(),
      pid: process.pid,
      version: packageFile.version,
      now: () => new Date(),
      progress: SILENT,
    })
    try {
      const answer = await work(app, language)
      print(options.json ? JSON.stringify(answer.document) : answer.lines.join('\n'))
      process.exitCode = EXIT[answer.ending]
    } finally {
      await app.close()
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, details } = error
    if (options.json) print(JSON.stringify({ error: { code, details } }))
    else process.stderr.write(`${explain(error, language)}\n`)
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

await createProgram(packageFile.version, run).parseAsync()
