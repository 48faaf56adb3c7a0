import { describe, expect, it } from 'vitest'
import { explain } from '../language/error-words.ts'
import type { AppError } from '../lib/errors.ts'
import type { Desk, GlobalOptions } from './command.ts'
import { runProgram } from './program.ts'

/** What was thrown at the desk by a command line typed so, and how the desk was opened. */
async function failureOf(...typed: string[]) {
  const thrown: unknown[] = []
  const opened: GlobalOptions[] = []
  const openDesk = (options: GlobalOptions): Desk => {
    opened.push(options)
    const guarded = (work: () => Promise<void>) =>
      work().catch((error: unknown) => {
        thrown.push(error)
      })
    return { ...options, guarded } as unknown as Desk
  }
  await runProgram({ version: '1', language: 'es', openDesk }, ['node', 'muster', ...typed])
  return { error: thrown[0] as AppError, options: opened[0] }
}

describe('what cannot be done as it was typed', () => {
  it.each([
    [['plna'], { problem: 'unknown-command', about: 'plna', meant: 'plan' }],
    [['plan', '--jsn'], { problem: 'unknown-option', about: '--jsn', meant: '--json' }],
    [['show'], { problem: 'missing-argument', about: 'what', meant: '' }],
    [['accept', 'P1'], { problem: 'missing-option', about: '--by <name>', meant: '' }],
    [['report', '--out'], { problem: 'missing-value', about: '--out <folder>', meant: '' }],
    [['help', 'plna'], { problem: 'unknown-command', about: 'plna', meant: '' }],
    [[], { problem: 'no-command', about: 'muster', meant: '' }],
    [
      ['devices', '--site', 'A', '--no-site'],
      { problem: 'misplaced-option', about: '--no-site', meant: '' },
    ],
    [
      ['decide', 'F1', '--no-owner', '--owner', 'Ana'],
      { problem: 'misplaced-option', about: '--no-owner', meant: '' },
    ],
    [['plan', 'P1'], { problem: 'too-many-arguments', about: 'plan', meant: '' }],
  ])('is a failure with a code: %j', async (typed, details) => {
    expect((await failureOf(...typed)).error).toMatchObject({ code: 'command.misused', details })
  })

  it('lists the values an option may have', async () => {
    expect((await failureOf('picture', 'a.xlsx', '--as', 'gif')).error).toMatchObject({
      code: 'command.bad-argument',
      details: { argument: '--as <format>', value: 'gif', wanted: 'pdf, png', form: 'one-of' },
    })
  })

  it('is told as JSON where that was asked for, also after the mistake', async () => {
    expect((await failureOf('plan', '--foo', '--json')).options).toMatchObject({ json: true })
    expect((await failureOf('--foo')).options).toMatchObject({ json: false, lang: 'es' })
  })

  it('is told in the words of the language', async () => {
    const { error } = await failureOf('accept', 'P1')
    expect(explain(error, 'es')).toBe('Aquí hace falta la opción --by <nombre>. Vea «muster help».')
    expect(explain(error, 'en')).toBe('The option --by <name> is needed here. See "muster help".')
  })
})
