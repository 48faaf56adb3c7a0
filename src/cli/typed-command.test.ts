import { expect, it } from 'vitest'
import { typedCommand } from './typed-command.ts'

it.each([
  [[], null],
  [['plan'], 'plan'],
  [['plan', '--json', 'apply'], 'plan'],
  [['--json', '--lang', 'es', '--config', 'plan', 'apply'], 'apply'],
  [['--lang=es', '--config=plan', 'apply'], 'apply'],
  [['--config', 'plan'], null],
  [['--config'], null],
  [['plna'], 'plna'],
])('is the first word that is no option of all commands: %j', (words, command) => {
  expect(typedCommand(words)).toBe(command)
})

it.each(['-h', '--help', '--version', '--foo'])('is no command where %s comes first', (option) => {
  expect(typedCommand(['--json', option, 'plan'])).toBe(option)
})
