import { Command as Commander, CommanderError, Option } from 'commander'
import { LANGUAGES, type Language, type Phrase, say } from '../language/language.ts'
import type { Call, Command, Desk, GlobalOptions } from './command.ts'
import { accept } from './commands/accept.ts'
import { ageing } from './commands/ageing.ts'
import { apply } from './commands/apply.ts'
import { audit } from './commands/audit.ts'
import { check } from './commands/check.ts'
import { collect } from './commands/collect.ts'
import { compare } from './commands/compare.ts'
import { counts } from './commands/counts.ts'
import { days } from './commands/days.ts'
import { decide } from './commands/decide.ts'
import { demo } from './commands/demo.ts'
import { device } from './commands/device.ts'
import { devices } from './commands/devices.ts'
import { exportCommand } from './commands/export.ts'
import { finding } from './commands/finding.ts'
import { findings } from './commands/findings.ts'
import { importDay } from './commands/import-day.ts'
import { init } from './commands/init.ts'
import { keys } from './commands/keys.ts'
import { link } from './commands/link.ts'
import { lint } from './commands/lint.ts'
import { nightly } from './commands/nightly.ts'
import { picture } from './commands/picture.ts'
import { plan } from './commands/plan.ts'
import { plans } from './commands/plans.ts'
import { prune } from './commands/prune.ts'
import { reconcile } from './commands/reconcile.ts'
import { report } from './commands/report.ts'
import { runs } from './commands/runs.ts'
import { show } from './commands/show.ts'
import { siteMap } from './commands/site-map.ts'
import { test } from './commands/test.ts'
import { undo } from './commands/undo.ts'
import { unlink } from './commands/unlink.ts'
import { verify } from './commands/verify.ts'
import { whatIf } from './commands/what-if.ts'
import { HELP_WORDS, spoken } from './help-words.ts'
import { usageFailure } from './usage-failure.ts'

/** The commands of Muster, in the order of the help. */
const COMMANDS: readonly Command[] = [
  ...[init, lint, test, check, plan, apply, verify, undo, report, nightly],
  ...[
    collect,
    days,
    devices,
    device,
    counts,
    compare,
    reconcile,
    siteMap,
    link,
    unlink,
    importDay,
    prune,
    keys,
  ],
  ...[findings, finding, decide, ageing, whatIf],
  ...[accept, plans, runs, show, audit, exportCommand, picture, demo],
]

export interface ProgramContext {
  readonly version: string
  /** Of the help; the configuration is not read for it. */
  readonly language: Language
  /** Makes what a command works at, from what the command line says. */
  openDesk(options: GlobalOptions): Desk
}

/** Runs what was typed; what cannot be done as it was typed is told like every other failure. */
export async function runProgram(context: ProgramContext, argv: readonly string[]): Promise<void> {
  const program = createProgram(context)
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

/** The command line of Muster. */
export function createProgram({ version, language, openDesk }: ProgramContext): Commander {
  const words = (phrase: Phrase) => say(phrase, language)
  const program = spoken(new Commander('muster'), language)
    .description(words(HELP_WORDS.program))
    .version(version, '-V, --version', words(HELP_WORDS.version))
    .helpCommand('help [command]', words(HELP_WORDS.help))
    .option('--config <file>', words(HELP_WORDS.config), 'muster.yaml')
    .option('--json', words(HELP_WORDS.json), false)
    .addOption(new Option('--lang <language>', words(HELP_WORDS.lang)).choices(LANGUAGES))
    .addHelpText('after', `\n${words(HELP_WORDS.exitCodes)}`)
  for (const command of COMMANDS) {
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
  return added
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
