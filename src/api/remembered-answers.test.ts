import { setImmediate as settled } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { rememberedAnswers } from './remembered-answers.ts'

const START = new Date('2026-11-20T09:00:00Z')

function hearing({ mostBytes = 100_000 } = {}) {
  let now = START.getTime()
  const clock = {
    now: () => new Date(now),
    today: () => new Date(now).toISOString().slice(0, 10),
  }
  const answers = rememberedAnswers(clock, mostBytes)
  answers.hears()
  const workOut = vi.fn(async (text: string) => text)
  const ask = async (key: string, text = key) =>
    (await answers.answer(key, () => workOut(text))).body.toString()
  return { answers, ask, workOut, later: (ms: number) => (now += ms) }
}

describe('an answer', () => {
  it('is worked out once for all who ask it', async () => {
    const { ask, workOut } = hearing()

    expect([await ask('a', '1'), await ask('a', '2'), await ask('b', '3')]).toEqual(['1', '1', '3'])
    expect(workOut).toHaveBeenCalledTimes(2)
  })

  it('is worked out once for those who ask at the same moment', async () => {
    const { ask, workOut } = hearing()

    expect(await Promise.all([ask('a', '1'), ask('a', '2')])).toEqual(['1', '1'])
    expect(workOut).toHaveBeenCalledTimes(1)
  })

  it('is worked out anew once something changed', async () => {
    const { answers, ask } = hearing()
    await ask('a', '1')
    answers.changed()

    expect(await ask('a', '2')).toBe('2')
  })

  it('is worked out anew after a minute, for what no table tells of, and given once more meanwhile', async () => {
    const { ask, later } = hearing()
    await ask('a', '1')
    later(59_999)
    const before = await ask('a', '2')
    later(1)
    const meanwhile = await ask('a', '3')

    expect([before, meanwhile, await ask('a', '4')]).toEqual(['1', '1', '3'])
  })

  it('is given to nobody after two minutes', async () => {
    const { ask, later } = hearing()
    await ask('a', '1')
    later(120_000)

    expect(await ask('a', '2')).toBe('2')
  })

  it('is not given on another day', async () => {
    const { ask, later } = hearing()
    later(15 * 3_600_000 - 1) // the last moment of the day
    await ask('a', '1')
    later(1)

    expect(await ask('a', '2')).toBe('2')
  })

  it('is looked at again beside no other', async () => {
    const { answers, ask, later } = hearing()
    await ask('a', '1')
    await ask('b', '1')
    later(60_000)
    const look = Promise.withResolvers<string>()
    await answers.answer('a', () => look.promise)
    await ask('b', '2') // would be worked out by now
    const during = await ask('b', '3')
    look.resolve('2')
    await settled()
    await ask('b', '4')
    await settled()

    expect([during, await ask('a'), await ask('b')]).toEqual(['1', '2', '4'])
  })

  it('that could not be looked at again is given until it is too old', async () => {
    const { answers, ask, later } = hearing()
    await ask('a', '1')
    later(60_000)
    const old = await answers.answer('a', () => Promise.reject(new Error('lost')))
    await settled()

    expect([old.body.toString(), await ask('a', '2'), await ask('a', '3')]).toEqual(['1', '1', '2'])
  })

  it('that something changed during is given to who asked before, and kept for nobody', async () => {
    const { answers, ask } = hearing()
    const old = Promise.withResolvers<string>()
    const first = answers.answer('a', () => old.promise)
    answers.changed()
    const second = await ask('a', 'new')
    old.resolve('old')

    expect([(await first).body.toString(), second, await ask('a', 'newer')]).toEqual([
      'old',
      'new',
      'new',
    ])
  })

  it('that could not be worked out is asked for again', async () => {
    const { answers, ask } = hearing()
    const failed = answers.answer('a', () => Promise.reject(new Error('lost')))

    await expect(failed).rejects.toThrow('lost')
    expect(await ask('a', '1')).toBe('1')
  })
})

describe('memory', () => {
  it('keeps nothing while it does not hear of changes', async () => {
    const { answers, ask } = hearing()
    await ask('a', '1')
    answers.deaf()
    const deaf = [await ask('a', '2'), await ask('a', '3')]
    answers.hears()

    expect([...deaf, await ask('a', '4')]).toEqual(['2', '3', '4'])
  })

  it('gives up what was asked for longest ago', async () => {
    const { ask } = hearing({ mostBytes: 2100 })
    await ask('a', 'aa')
    await ask('b', 'bb')
    await ask('a')
    await ask('c', 'cc')

    expect([await ask('a', 'again'), await ask('b', 'again')]).toEqual(['aa', 'again'])
  })

  it('keeps no more memory than its own length', async () => {
    const { answers } = hearing()
    const { body } = await answers.answer('a', async () => 'short')

    expect(body.buffer.byteLength).toBe(body.length)
  })
})
