import type { App } from '../app.ts'
import type { Language, Phrase } from '../language/language.ts'
import type { Answer } from './answer.ts'

/** What every command line may say. */
export interface GlobalOptions {
  readonly config: string
  readonly json: boolean
  readonly lang?: Language
}

/** One command: its words for `--help`, and what it does. One file each, one line in `program.ts`. */
export interface Command {
  readonly name: string
  readonly does: Phrase
  readonly argument?: CommandArgument
  /** What follows the argument; a command that takes one has an argument as well. */
  readonly second?: CommandArgument
  readonly options?: readonly CommandOption[]
  run(desk: Desk, call: Call): Promise<void>
}

export interface CommandArgument {
  /** As commander writes it: `<plan>`, `[plan]`. */
  readonly syntax: string
  readonly means: Phrase
}

export interface CommandOption {
  /** As commander writes it: `--by <name>`. */
  readonly flags: string
  readonly means: Phrase
  readonly choices?: readonly string[]
  readonly isRequired?: boolean
  /** May be given several times; what was given is one value then, with commas between. */
  readonly isRepeatable?: boolean
}

/** What a person typed after the command's name. */
export interface Call {
  readonly argument: string | null
  /** What follows the argument; absent where there is nothing. */
  readonly second?: string
  /** What follows both, of a command that takes any number; absent where there is nothing. */
  readonly others?: readonly string[]
  /** The value of an option, or null when it was not given. */
  option(name: string): string | null
  /** True when a switch was given: `forget` for `--forget`, `noSite` for `--no-site`. */
  has(name: string): boolean
}

/** Where commands meet the person: opens the app, prints answers, sets the exit code. */
export interface Desk {
  /** As typed, or as the configuration would have it. */
  readonly config: string
  readonly language: Language
  readonly env: Readonly<Record<string, string | undefined>>
  readonly version: string
  readonly now: () => Date
  /** Whether a person looks on: what is printed goes to a terminal, and is not JSON. */
  readonly isWatched: boolean
  /** The language asked for, else the one a configuration names, else that of the environment. */
  languageFor(configured: Language | undefined): Language
  /** Opens the app by a configuration, does the work, prints its answer and closes the app. */
  withApp(config: string, work: (app: App) => Promise<Answer>): Promise<void>
  /** The same on the database that comes along, whatever the environment names. */
  withOwnApp(config: string, work: (app: App) => Promise<Answer>): Promise<void>
  /** As `withApp`, on a database in whatever shape it is. */
  withUnshapedApp(config: string, work: (app: App) => Promise<Answer>): Promise<void>
  /** As `withApp`, once the database answers: says that it waits. */
  withPatientApp(config: string, work: (app: App) => Promise<Answer>): Promise<void>
  /** Does work that prints its own answer; a named failure ends it in its sentence. */
  guarded(work: () => Promise<void>): Promise<void>
  /** Does work that needs no app, and prints its answer. */
  answer(work: () => Promise<Answer>): Promise<void>
  /** Prints lines at once, before the answer; nothing with `--json`. */
  tell(lines: readonly string[]): void
}

/** A command that works with an opened app, and no more. */
export interface AppCommand extends Command {
  work(app: App, call: Call): Promise<Answer>
}

/** Declares a command whose work begins with opening the app by the configuration. */
export function appCommand(command: Omit<AppCommand, 'run'>): AppCommand {
  return {
    ...command,
    run: (desk, call) => desk.withApp(desk.config, (app) => command.work(app, call)),
  }
}
