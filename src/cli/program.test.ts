import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { COMMANDS } from './program.ts'

it('has one command for each file of the folder, under the name it is typed by', async () => {
  const files = readdirSync(join(import.meta.dirname, 'commands'))

  const commands = await Promise.all([...COMMANDS.values()].map((read) => read()))

  expect(commands.map(({ name }) => name)).toEqual([...COMMANDS.keys()])
  expect([...COMMANDS.keys()].map((name) => `${name}.ts`).sort()).toEqual(files.sort())
})
