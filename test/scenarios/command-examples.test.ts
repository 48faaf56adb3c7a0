import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { meanwhile } from '../../demo/meanwhile.ts'
import { type CommandExample, commandOf } from '../../scripts/docs/command-example.ts'
import { COMMAND_EXAMPLES } from '../../scripts/docs/command-examples.ts'
import {
  commandSections,
  commandsPage,
  type ShownExample,
  TOLD_EXAMPLES,
} from '../../scripts/docs/commands-page.ts'
import { COMMANDS, createProgram } from '../../src/cli/program.ts'
import { planStore } from '../../src/reconcile/store.ts'
import { EXAMPLE_TIME, openExampleEstate } from '../support/example-estate.ts'
import { runExample } from '../support/example-runner.ts'
import { emptyTestDatabase, testDatabase } from '../support/postgres.ts'

const PAGE = join(import.meta.dirname, '../../docs/commands.md')
const names = [...COMMANDS.keys()]
const { program, told } = await helps()

async function helps() {
  const commands = await Promise.all([...COMMANDS.values()].map((read) => read()))
  const openDesk = () => {
    throw new Error('nothing is run for a help')
  }
  const made = createProgram({ version: '0', language: 'en', openDesk }, commands)
  return {
    program: made.helpInformation(),
    told: made.commands
      .filter((command) => names.includes(command.name()))
      .map((command) => ({ name: command.name(), help: command.helpInformation() })),
  }
}

describe('the examples of the commands', async () => {
  const database = await testDatabase()
  const empty = await emptyTestDatabase()
  const estate = await openExampleEstate(database)
  afterAll(() => estate.close())
  const shown: ShownExample[] = []
  const codes: [string, number][] = []

  const run = async (example: CommandExample) => {
    if (example.before === 'agents-report') {
      await meanwhile(estate.ocsFile, await planStore(database).changes(1, 1))
    }
    const elsewhere = example.database === 'empty' ? { DATABASE_URL: empty } : {}
    const place = { ...estate, env: { ...estate.env, ...elsewhere }, now: EXAMPLE_TIME }
    const { code, out } = await runExample(example, place)
    shown.push({ example, out })
    codes.push([example.typed, code])
  }

  beforeAll(async () => {
    for (const example of COMMAND_EXAMPLES) await run(example)
    if (process.env.MUSTER_WRITE_EXAMPLES) writeFileSync(PAGE, commandsPage(program, told, shown))
  }, 500_000)

  it('are there for every command, or it is told why not', () => {
    const run = COMMAND_EXAMPLES.map((example) => commandOf(example, names))
    const without = names.filter((name) => !run.includes(name))

    expect(without).toEqual(Object.keys(TOLD_EXAMPLES))
    expect(told.map(({ name }) => name)).toEqual(names)
  })

  it('end as they say', () => {
    expect(codes).toEqual(COMMAND_EXAMPLES.map(({ typed, code = 0 }) => [typed, code]))
  })

  it.each(names)('say of %s what docs/commands.md says: npm run docs:examples', (name) => {
    const page = readFileSync(PAGE, 'utf8')
    const section = commandSections(told, shown).get(name)
    const [written = ''] = page.split(`## muster ${name}\n`)[1]?.split(/\n+## muster /u) ?? []

    expect(`## muster ${name}\n${written}`.trimEnd()).toBe(section)
  })

  it('make the whole page', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(commandsPage(program, told, shown))
  })
})
