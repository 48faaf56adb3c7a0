import { describe, expect, it } from 'vitest'
import { failureOf } from '../../test/support/read-cells.ts'
import type { App } from '../app.ts'
import { askedWord } from './asked-word.ts'
import { namedFindings, parseFinding } from './finding-number.ts'

const APP = {
  now: () => new Date('2026-11-21T02:00:00Z'),
  settings: { timeZone: 'America/Havana' } as App['settings'],
}

/** What was typed: switches are true, options have a text. */
function typed(options: Readonly<Record<string, string | true>>) {
  return {
    option: (name: string) => {
      const value = options[name]
      return typeof value === 'string' ? value : null
    },
    has: (name: string) => options[name] === true,
  }
}

const wordOf = async (options: Readonly<Record<string, string | true>>) =>
  askedWord(APP, typed(options))

describe('a word on findings', () => {
  it.each([
    [{ acknowledge: true }, { kind: 'acknowledged', words: null }],
    [
      { fixed: true, reason: ' agent in ' },
      { kind: 'fixed', words: 'agent in' },
    ],
    [{ reopen: true }, { kind: 'reopened', words: null }],
    [
      { accept: true, reason: 'r', until: '2026-11-21' },
      { kind: 'accepted', words: 'r', until: '2026-11-21' },
    ],
    [
      { accept: true, reason: 'r', until: '30d' },
      { kind: 'accepted', words: 'r', until: '2026-12-20' },
    ],
    [{ owner: ' Luis ' }, { kind: 'assigned', words: 'Luis' }],
    [{ noOwner: true }, { kind: 'assigned', words: null }],
    [{ note: 'n' }, { kind: 'noted', words: 'n' }],
    [{ noNote: true }, { kind: 'noted', words: null }],
  ] as const)('%j is %j', async (options, word) => {
    expect(await wordOf(options)).toEqual(word)
  })

  it.each([
    [{ accept: true, reason: 'r', until: '2026-11-20' }, 'day.not-ahead'],
    [{ accept: true, reason: 'r', until: '2026-02-30' }, 'command.bad-argument'],
    [{ accept: true, reason: ' ', until: '30d' }, 'command.misused'],
    [{ owner: ' ' }, 'command.bad-argument'],
    [{ note: 'n', reason: 'r' }, 'command.misused'],
    [{ noNote: true, until: '3d' }, 'command.misused'],
  ] as const)('%j is none: %s', async (options, code) => {
    expect(await failureOf(wordOf(options))).toMatchObject({ code })
  })
})

describe('findings that a person named', () => {
  const named = (...args: string[]) => {
    const [argument = null, second, ...others] = args
    const rest = { ...(second === undefined ? {} : { second }), others }
    return namedFindings({ argument, ...rest, ...typed({}) })
  }

  it('are each once, with or without the letter, with blanks or commas between', () => {
    expect(named('F12', 'f7', '12,9')).toEqual([12, 7, 9])
    expect(named()).toEqual([])
  })

  it.each(['P12', '1.5', '-1', 'twelve', '1234567890123456'])('are none as "%s"', async (text) => {
    expect(await failureOf((async () => parseFinding(text))())).toMatchObject({
      details: { argument: 'FINDING', value: text },
    })
  })
})
