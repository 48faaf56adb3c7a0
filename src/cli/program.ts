import { Command as Commander, CommanderError, Option } from 'commander'
import { LANGUAGES, type Language, type Phrase, say } from '../language/language.ts'
import type { Call, Command, Desk, GlobalOptions } from './command.ts'
import { HELP_WORDS, spoken } from './help-words.ts'
import { typedCommand } from './typed-command.ts'
import { usageFailure } from './usage-failure.ts'

type CommandFile = () => Promise<Command>

/** The commands of Muster, in the order of the help; reading all of their files takes a while. */
export const COMMANDS: ReadonlyMap<string, CommandFile> = new Map<string, CommandFile>([
  ['init', async () => (await import('./commands/init.ts')).init],
  ['lint', async () => (await import('./commands/lint.ts')).lint],
  ['test', async () => (await import('./commands/test.ts')).test],
  ['doctor', async () => (await import('./commands/doctor.ts')).doctor],
  ['check', async () => (await import('./commands/check.ts')).check],
  ['plan', async () => (await import('./commands/plan.ts')).plan],
  ['approve', async () => (await import('./commands/approve.ts')).approve],
  ['apply', async () => (await import('./commands/apply.ts')).apply],
  ['verify', async () => (await import('./commands/verify.ts')).verify],
  ['undo', async () => (await import('./commands/undo.ts')).undo],
  ['report', async () => (await import('./commands/report.ts')).report],
  ['analyze', async () => (await import('./commands/analyze.ts')).analyze],
  ['nightly', async () => (await import('./commands/nightly.ts')).nightly],
  ['collect', async () => (await import('./commands/collect.ts')).collect],
  ['days', async () => (await import('./commands/days.ts')).days],
  ['devices', async () => (await import('./commands/devices.ts')).devices],
  ['device', async () => (await import('./commands/device.ts')).device],
  ['counts', async () => (await import('./commands/counts.ts')).counts],
  ['compare', async () => (await import('./commands/compare.ts')).compare],
  ['reconcile', async () => (await import('./commands/reconcile.ts')).reconcile],
  ['site-map', async () => (await import('./commands/site-map.ts')).siteMap],
  ['link', async () => (await import('./commands/link.ts')).link],
  ['unlink', async () => (await import('./commands/unlink.ts')).unlink],
  ['import-day', async () => (await import('./commands/import-day.ts')).importDay],
  ['prune', async () => (await import('./commands/prune.ts')).prune],
  ['ingest', async () => (await import('./commands/ingest.ts')).ingest],
  ['study', async () => (await import('./commands/study.ts')).study],
  ['anomalies', async () => (await import('./commands/anomalies.ts')).anomalies],
  ['verdict', async () => (await import('./commands/verdict.ts')).verdict],
  ['forecast', async () => (await import('./commands/forecast.ts')).forecast],
  ['forecasts', async () => (await import('./commands/forecasts.ts')).forecasts],
  ['inbox', async () => (await import('./commands/inbox.ts')).inbox],
  ['uploads', async () => (await import('./commands/uploads.ts')).uploads],
  ['metrics', async () => (await import('./commands/metrics.ts')).metrics],
  ['keys', async () => (await import('./commands/keys.ts')).keys],
  ['findings', async () => (await import('./commands/findings.ts')).findings],
  ['finding', async () => (await import('./commands/finding.ts')).finding],
  ['decide', async () => (await import('./commands/decide.ts')).decide],
  ['ageing', async () => (await import('./commands/ageing.ts')).ageing],
  ['what-if', async () => (await import('./commands/what-if.ts')).whatIf],
  ['alerts', async () => (await import('./commands/alerts.ts')).alerts],
  ['accept', async () => (await import('./commands/accept.ts')).accept],
  ['plans', async () => (await import('./commands/plans.ts')).plans],
  ['runs', async () => (await import('./commands/runs.ts')).runs],
  ['show', async () => (await import('./commands/show.ts')).show],
  ['audit', async () => (await import('./commands/audit.ts')).audit],
  ['export', async () => (await import('./commands/export.ts')).exportCommand],
  ['picture', async () => (await import('./commands/picture.ts')).picture],
  ['migrate', async () => (await import('./commands/migrate.ts')).migrate],
  ['serve', async () => (await import('./commands/serve.ts')).serve],
  ['work', async () => (await import('./commands/work.ts')).work],
  ['people', async () => (await import('./commands/people.ts')).people],
  ['person', async () => (await import('./commands/person.ts')).person],
  ['tokens', async () => (await import('./commands/tokens.ts')).tokens],
  ['backup', async () => (await import('./commands/backup.ts')).backup],
  ['restore', async () => (await import('./commands/restore.ts')).restore],
  ['demo', async () => (await import('./commands/demo.ts')).demo],
])

export interface ProgramContext {
  readonly version: string
  /** Of the help; the configuration is not read for it. */
  readonly language: Language
  /** Makes what a command works at, from what the command line says. */
  openDesk(options: GlobalOptions): Desk
}

/** Runs what was typed; what cannot be done as it was typed is told like every other failure. */
export async function runProgram(context: ProgramContext, argv: readonly string[]): Promise<void> {
  const program = createProgram(context, await commandsFor(argv.slice(2)))
  try {
    await program.parseAsync(argv)
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return // help or the version was asked for, and printed
    const { config, language } = { ...program.opts<GlobalOptions>(), ...context }
    const desk = context.openDesk({ config, json: argv.includes('--json'), lang: language })
    await desk.guarded(() => Promise.reject(usageFailure(error.message, program.args)))
  }
}

/** The command that is typed; all where none is, as the help and a word mistyped need them. */
function commandsFor(words: readonly string[]): Promise<Command[]> {
  const typed = COMMANDS.get(typedCommand(words) ?? '')
  return Promise.all(typed ? [typed()] : [...COMMANDS.values()].map((read) => read()))
}

/** The command line of Muster, with some of its commands. */
export function createProgram(
  { version, language, openDesk }: ProgramContext,
  commands: readonly Command[],
): Commander {
  const words = (phrase: Phrase) => say(phrase, language)
  const program = spoken(new Commander('muster'), language)
    .description(words(HELP_WORDS.program))
    .version(version, '-V, --version', words(HELP_WORDS.version))
    .helpCommand('help [command]', words(HELP_WORDS.help))
    .option('--config <file>', words(HELP_WORDS.config), 'muster.yaml')
    .option('--json', words(HELP_WORDS.json), false)
    .addOption(new Option('--lang <language>', words(HELP_WORDS.lang)).choices(LANGUAGES))
    .addHelpText('after', `\n${words(HELP_WORDS.exitCodes)}`)
  for (const command of commands) {
    const added = describe(spoken(program.command(command.name), language), command, words)
    added.action(() =>
      command.run(openDesk(program.opts<GlobalOptions>()), callOf(added.args, added.opts())),
    )
  }
  return program
}

function describe(
  added: Commander,
  { does, argument, second, options = [] }: Command,
  words: (phrase: Phrase) => string,
): Commander {
  added.description(words(does))
  if (argument) added.argument(argument.syntax, words(argument.means))
  if (second) added.argument(second.syntax, words(second.means))
  for (const { flags, means, choices, isRequired = false, isRepeatable = false } of options) {
    const option = new Option(flags, words(means)).makeOptionMandatory(isRequired)
    if (isRepeatable) option.argParser(joined)
    added.addOption(choices ? option.choices(choices) : option)
  }
  for (const { flags } of options) if (flags.startsWith('--no-')) refuseBoth(added, flags)
  return added
}

/** Commander keeps the last of `--site` and `--no-site`; whoever types both is told so. */
function refuseBoth(added: Commander, without: string): void {
  const given = new Set<string>()
  const plain = without.replace('--no-', '--')
  for (const flag of [without, plain]) {
    added.on(`option:${flag.slice(2)}`, () => {
      given.add(flag)
      if (given.size > 1)
        added.error(`error: option '${without}' cannot be used with option '${plain}'`)
    })
  }
}

/** What was given before and what is given now. */
function joined(value: string, before: string | undefined): string {
  return before === undefined ? value : `${before},${value}`
}

function callOf(args: readonly string[], options: Readonly<Record<string, unknown>>): Call {
  const [argument = null, second, ...others] = args
  return {
    argument,
    ...(second === undefined ? {} : { second }),
    ...(others.length === 0 ? {} : { others }),
    option: (name) => {
      const value = options[name]
      return typeof value === 'string' ? value : null
    },
    has: (name) => options[name] === true || options[ruledOut(name)] === false,
  }
}

/** Commander keeps `--no-site` as a `site` that is false. @example ruledOut('noSite') // => 'site' */
function ruledOut(name: string): string {
  return name.replace(/^no(?=[A-Z])(.)/u, (_no, first: string) => first.toLowerCase())
}
