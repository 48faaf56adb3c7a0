import { type App, createApp } from '../app.ts'
import type { Config } from '../config.ts'
import { openUnshaped } from '../db/database.ts'
import { explain } from '../language/error-words.ts'
import { chooseLanguage, type Language, type Phrase, say } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'
import type { Answer } from './answer.ts'
import type { Desk, GlobalOptions } from './command.ts'
import { EXIT } from './exit-code.ts'
import { withLocalTimes } from './local-times.ts'
import { openPatiently } from './open-patiently.ts'
import { readConfig } from './read-config.ts'
import { terminalProgress } from './terminal-progress.ts'

/** How failures are told; the configuration decides once it is read. */
interface Speech {
  language: Language
  timeZone: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** What a desk knows of the process it stands in. */
export interface DeskContext {
  readonly env: Environment
  /** As `LANG` holds it. */
  readonly locale: string | undefined
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  actor(): string
  readonly host: string
  readonly pid: number
  readonly version: string
  readonly now: () => Date
  /** Aborted when the process is asked to stop. */
  readonly signal: AbortSignal
  readonly input: () => AsyncIterable<Uint8Array>
  exitWith(code: number): void
}

/** Sets up a desk for each command: what is typed comes in, answers and exit codes go out. */
export function deskOpener(context: DeskContext) {
  return (options: GlobalOptions): Desk => {
    const speech: Speech = {
      language: chooseLanguage({ flag: options.lang, environment: context.locale }),
      timeZone: 'UTC',
    }
    const print = (text: string) => context.stdout.write(`${text}\n`)
    const finish = (answer: Answer) => {
      print(options.json ? JSON.stringify(answer.document) : answer.lines.join('\n').trimEnd())
      context.exitWith(EXIT[answer.ending])
    }
    const withApp = (
      { env, open }: Opening,
      ...[file, work]: Parameters<Desk['withApp']>
    ): Promise<void> =>
      answering(context, { options, speech }, async () => {
        const config = await readConfig(env, file, speech.language)
        if (config.language && !options.lang) speech.language = config.language
        speech.timeZone = config.timeZone
        const asked = { config, open, language: speech.language }
        finish(await workWithApp(context, asked, work))
      })
    return {
      config: options.config,
      language: speech.language,
      env: context.env,
      version: context.version,
      now: context.now,
      isWatched: context.stdout.isTTY === true && !options.json,
      languageFor: (configured) => options.lang ?? configured ?? speech.language,
      tell: (lines) => {
        if (!options.json && lines.length > 0) print(lines.join('\n').trimEnd())
      },
      guarded: (work) => answering(context, { options, speech }, work),
      answer: (work) => answering(context, { options, speech }, async () => finish(await work())),
      withApp: (file, work) => withApp({ env: context.env }, file, work),
      withOwnApp: (file, work) => withApp({ env: {} }, file, work),
      withPatientApp: (file, work) => {
        const tell = (phrase: Phrase) => context.stderr.write(`${say(phrase, speech.language)}\n`)
        const open = openPatiently({ signal: context.signal, tell })
        return withApp({ env: context.env, open }, file, work)
      },
      withUnshapedApp: (file, work) =>
        withApp({ env: context.env, open: openUnshaped }, file, work),
    }
  }
}

/** In which environment an app is opened, and how its database is where that is not the usual way. */
interface Opening {
  readonly env: Environment
  readonly open?: typeof openUnshaped | undefined
}

async function workWithApp(
  context: DeskContext,
  { config, language, open }: Omit<Opening, 'env'> & { config: Config; language: Language },
  work: (app: App) => Promise<Answer>,
): Promise<Answer> {
  const { host, pid, version, now, stderr, signal, input } = context
  const progress = terminalProgress(stderr, language)
  const told = { actor: context.actor(), host, pid, version, now, progress, language }
  const app = await createApp(config, { ...told, signal, input }, open)
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}

const INTERNAL: Phrase = {
  en: 'Internal error: this is a defect of Muster, not of your input. Nothing beyond what was confirmed has been written. Please report it with the lines below.',
  es: 'Error interno: es un defecto de Muster, no de sus datos. No se escribió nada más que lo confirmado. Por favor, infórmelo con las líneas de abajo.',
}

/** What waits for a person, and can be done again once they gave their word. */
const WAITING: ReadonlySet<string> = new Set(['plan.held', 'access.second-person-needed'])

/** Ends a named failure in its sentence, or its code with `--json`; anything else is a defect, and says so. */
async function answering(
  { stdout, stderr, exitWith }: DeskContext,
  { options, speech }: { options: GlobalOptions; speech: Readonly<Speech> },
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof AppError)) {
      const report = error instanceof Error ? (error.stack ?? error.message) : String(error)
      if (options.json) stdout.write(`${JSON.stringify({ error: { code: 'internal' } })}\n`)
      stderr.write(`${say(INTERNAL, speech.language)}\n\n${report}\n`)
      exitWith(EXIT.failed)
      return
    }
    const { code, details } = error
    if (options.json) stdout.write(`${JSON.stringify({ error: { code, details } })}\n`)
    else {
      const told = withLocalTimes(error, speech.timeZone)
      stderr.write(`${explain(told, speech.language)}\n`)
    }
    exitWith(WAITING.has(code) ? EXIT.held : EXIT.failed)
  }
}
