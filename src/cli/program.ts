import { Command, Option } from 'commander'
import type { App } from '../app.ts'
import { LANGUAGES, type Language } from '../language/language.ts'
import type { Answer } from './answer.ts'
import { accept, apply, check, plan, plans, runs, undo, verify } from './commands.ts'
import { DEMO_FOLDER, DEMO_STEPS, prepareDemo } from './demo.ts'
import { EXIT } from './exit-code.ts'
import { show } from './show.ts'

/** What every command line may say. */
export interface GlobalOptions {
  readonly config: string
  readonly json: boolean
  readonly lang?: Language
}

/** Runs a command with an app opened for it, and prints its answer. */
export type RunCommand = (
  options: GlobalOptions,
  work: (app: App, language: Language) => Promise<Answer>,
) => Promise<void>

/** Writes a first configuration where the options say. */
export type InitCommand = (options: GlobalOptions) => Promise<void>

const EXIT_CODES = `
Exit codes: 0 agreed, 1 failure, 2 differences found, 3 held by a guard.`

/** The command line of Muster. */
export function createProgram(
  version: string,
  { run, init }: { run: RunCommand; init: InitCommand },
): Command {
  const program = new Command('muster')
    .description('Calls the roll: says where OCS, finance and HR disagree, and corrects the TAGs.')
    .version(version)
    .option('--config <file>', 'configuration file', 'muster.yaml')
    .option('--json', 'answer with one JSON document', false)
    .addOption(new Option('--lang <language>', 'language of the answer').choices(LANGUAGES))
    .addHelpText('after', EXIT_CODES)
  const act = (work: (app: App, language: Language) => Promise<Answer>) =>
    run(program.opts<GlobalOptions>(), work)

  program
    .command('init')
    .description('write a first configuration, with every setting explained')
    .action(() => init(program.opts<GlobalOptions>()))
  program
    .command('check')
    .description('read the inputs and say what is wrong with them, cell by cell')
    .action(() => act(check))
  program
    .command('plan')
    .description('decide every OCS row and keep a plan; writes nothing to OCS')
    .action(() => act(plan))
  program
    .command('apply')
    .description('write a plan to OCS; run again, it goes on where it stopped')
    .argument('<plan>', 'P12, 12 or latest')
    .action((named: string) => act((app) => apply(app, named)))
  program
    .command('verify')
    .description('read OCS again and say which changes no longer stand')
    .argument('<plan>', 'P12, 12 or latest')
    .action((named: string) => act((app) => verify(app, named)))
  program
    .command('undo')
    .description('take back what a plan applied, except rows changed since')
    .argument('<plan>', 'P12, 12 or latest')
    .action((named: string) => act((app) => undo(app, named)))
  program
    .command('accept')
    .description('accept a held plan (P12) or a held collection (C41) by name')
    .argument('<held>', 'P12 or C41')
    .requiredOption('--by <name>', 'who accepts it')
    .option('--reason <text>', 'why')
    .action((named: string, { by, reason }: { by: string; reason?: string }) =>
      act((app) => accept(app, named, { by, reason: reason ?? null })),
    )
  program
    .command('demo')
    .description('make a messy demo estate and run the main job on it from end to end')
    .option('--once', 'end after the summary (today the demo always does)')
    .action(() => runDemo(program, run))
  program
    .command('plans')
    .description('list the plans, newest first')
    .action(() => act(plans))
  program
    .command('runs')
    .description('list what was run, newest first')
    .action(() => act(runs))
  program
    .command('show')
    .description('show a plan change by change (P12), or a run with its inputs (R7)')
    .argument('<what>', 'P12 or R7')
    .action((named: string) => act((app) => show(app, named)))
  return program
}

async function runDemo(program: Command, run: RunCommand): Promise<void> {
  const config = await prepareDemo(DEMO_FOLDER)
  const options = { ...program.opts<GlobalOptions>(), config }
  const steps = { check, plan, apply: latest(apply), verify: latest(verify) }
  for (const step of DEMO_STEPS) {
    if (!options.json) process.stdout.write(`\n# muster ${step}\n`)
    await run(options, steps[step])
  }
  // Differences are what the demo is there to show.
  if (process.exitCode === EXIT.differences) process.exitCode = EXIT.agreed
}

function latest(work: (app: App, named: string) => Promise<Answer>) {
  return (app: App) => work(app, 'latest')
}
