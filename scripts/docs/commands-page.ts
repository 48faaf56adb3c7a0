import { type CommandExample, commandOf } from './command-example.ts'

/** A command as the page tells of it. */
export interface ToldCommand {
  readonly name: string
  /** What `--help` prints. */
  readonly help: string
}

/** An example, and what was shown of its answer. */
export interface ShownExample {
  readonly example: CommandExample
  readonly out: string
}

/** Commands whose example is told and not run, and why. */
export const TOLD_EXAMPLES: Readonly<Record<string, string>> = {
  demo: `\`muster demo\` makes the estate anew in \`data/demo\` of the program's folder, and shows \`check\`, \`plan\`, \`apply\`, \`verify\` and
\`report\` as they stand on this page. Then it collects fourteen months of nights and serves all of it. \`--once\` ends before that.`,
}

const INTRODUCTION = `<!-- Made by \`npm run docs:examples\`, which runs every example. Do not edit. -->

# Commands

Every command with its help, and an example as it ran on the books of \`npm run demo\` (600 computers in OCS, finance's and HR's
workbooks) and a fleet of 80 machines at two vendors, made as the demo makes one. A test runs them all, one after another, and compares. \`...\` stands for
lines that are left out. What is another each time (numbers of ports and keys, one-time passwords, sizes, what the machine
has, the hour at which something was run) was replaced by one fixed value.

\`muster\` is \`./muster\` in a clone; it was typed in the folder of \`muster.yaml\`, here \`/srv/muster\`. With \`--json\` the whole
answer comes as one JSON document. The exit code is 0 where everything agrees, 2 where there are differences to read, 3 where
something is held and waits for a person, 1 where it failed.`

/** `docs/commands.md`, with the help of the program itself first. */
export function commandsPage(
  program: string,
  commands: readonly ToldCommand[],
  examples: readonly ShownExample[],
): string {
  const sections = commandSections(commands, examples)
  return `${[INTRODUCTION, `${FENCE}\n${program.trimEnd()}\n${FENCE}`, ...sections.values()].join('\n\n')}\n`
}

const FENCE = '```'

/** The section of each command, by its name. */
export function commandSections(
  commands: readonly ToldCommand[],
  examples: readonly ShownExample[],
): Map<string, string> {
  const names = commands.map(({ name }) => name)
  const byName = Map.groupBy(examples, ({ example }) => commandOf(example, names))
  return new Map(
    commands.map(({ name, help }) => {
      const told = TOLD_EXAMPLES[name]
      const shown = (byName.get(name) ?? []).map(exampleText)
      const parts = [...(told === undefined ? [] : [told]), ...shown]
      return [
        name,
        [`## muster ${name}`, `${FENCE}\n${help.trimEnd()}\n${FENCE}`, ...parts].join('\n\n'),
      ]
    }),
  )
}

function exampleText({ example: { typed, shows, code = 0 }, out }: ShownExample): string {
  const head = shows === undefined ? [] : [shows]
  const end = code === 0 ? [] : [`It ends with ${code}.`]
  const lines = [`$ muster ${typed}`, ...(out === '' ? [] : [out])]
  return [...head, [`${FENCE}console`, ...lines, FENCE].join('\n'), ...end].join('\n\n')
}
