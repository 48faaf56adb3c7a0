import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type App, createApp } from '../app.ts'
import { type Config, loadConfig } from '../config.ts'
import { explain } from '../language/error-words.ts'
import { chooseLanguage, type Language } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'
import { readSecrets } from '../secrets.ts'
import type { Answer } from './answer.ts'
import type { Desk, GlobalOptions } from './command.ts'
import { EXIT } from './exit-code.ts'
import { terminalProgress } from './terminal-progress.ts'

/** What a desk knows of the process it stands in. */
export interface DeskContext {
  readonly env: Readonly<Record<string, string | undefined>>
  /** As `LANG` holds it. */
  readonly locale: string | undefined
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  actor(): string
  readonly host: string
  readonly pid: number
  readonly version: string
  readonly now: () => Date
  exitWith(code: number): void
}

/** Sets up a desk for each command: what is typed comes in, answers and exit codes go out. */
export function deskOpener(context: DeskContext) {
  return (options: GlobalOptions): Desk => {
    const speech = {
      language: chooseLanguage({ flag: options.lang, environment: context.locale }),
    }
    const print = (text: string) => context.stdout.write(`${text}\n`)
    const finish = (answer: Answer) => {
      print(options.json ? JSON.stringify(answer.document) : answer.lines.join('\n').trimEnd())
      context.exitWith(EXIT[answer.ending])
    }
    return {
      config: options.config,
      language: speech.language,
      env: context.env,
      tell: (lines) => {
        if (!options.json && lines.length > 0) print(lines.join('\n').trimEnd())
      },
      answer: (work) => answering(context, { options, speech }, async () => finish(await work())),
      withApp: (file, work) =>
        answering(context, { options, speech }, async () => {
          const config = await readConfig(context, file, speech.language)
          if (config.language && !options.lang) speech.language = config.language
          finish(await withApp(context, { config, language: speech.language }, work))
        }),
    }
  }
}

async function withApp(
  context: DeskContext,
  { config, language }: { config: Config; language: Language },
  work: (app: App) => Promise<Answer>,
): Promise<Answer> {
  const { host, pid, version, now, stderr } = context
  const progress = terminalProgress(stderr, language)
  const actor = context.actor()
  const app = await createApp(config, { actor, host, pid, version, now, progress, language })
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}

/** Ends a named failure in its sentence, or its code with `--json`; anything else is a bug and flies. */
async function answering(
  { stdout, stderr, exitWith }: DeskContext,
  { options, speech }: { options: GlobalOptions; speech: { readonly language: Language } },
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, details } = error
    if (options.json) stdout.write(`${JSON.stringify({ error: { code, details } })}\n`)
    else stderr.write(`${explain(error, speech.language)}\n`)
    exitWith(code === 'plan.held' ? EXIT.held : EXIT.failed)
  }
}

async function readConfig({ env }: DeskContext, name: string, language: Language): Promise<Config> {
  const file = resolve(name)
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('config.not-found', { file }, { cause })
  })
  return loadConfig({ file, folder: dirname(file), text, env: await readSecrets(env), language })
}
