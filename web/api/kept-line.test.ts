import { describe, expect, it } from 'vitest'
import { keepLine, type LineTold } from './kept-line.ts'
import type { Renewal } from './renewal.ts'

/** Keeps a line whose renewals are answered as given; what it does later is done when it is asked for. */
function keeping(renewals: readonly Promise<Renewal>[]) {
  const lines: (LineTold & { isClosed: boolean })[] = []
  const waiting: (() => void)[] = []
  const told: string[] = []
  const left = [...renewals]
  const close = keepLine({
    open: (on) => {
      const line = { ...on, isClosed: false }
      lines.push(line)
      return () => {
        line.isClosed = true
      }
    },
    renew: () => left.shift() ?? Promise.reject(new Error('renewed more often than given')),
    later: (then) => {
      waiting.push(then)
      return () => waiting.splice(waiting.indexOf(then), 1)
    },
    tell: (listening) => told.push(listening),
  })
  return {
    ...{ lines, waiting, told, close },
    cut: (isForGood: boolean) => lines.at(-1)?.onCut(isForGood),
    /** Does what was put off, and waits for what that leads to. */
    async pass() {
      waiting.shift()?.()
      await new Promise(setImmediate)
    },
  }
}

describe('keepLine', () => {
  it('leaves a line to itself that comes back by itself', () => {
    const { lines, waiting, told, cut } = keeping([])
    lines[0]?.onOpen()
    cut(false)

    expect([lines.length, waiting.length, told]).toEqual([1, 0, ['open', 'lost']])
  })

  it('opens a line anew that was closed for good, once the sign-in is carried on', async () => {
    const { lines, cut, pass } = keeping([Promise.resolve('renewed')])
    cut(true)
    expect(lines.length).toBe(1)
    await pass()

    expect(lines.length).toBe(2)
  })

  it('opens none any more when the sign-in is over', async () => {
    const { lines, waiting, cut, pass } = keeping([Promise.resolve('over')])
    cut(true)
    await pass()

    expect([lines.length, waiting.length]).toEqual([1, 0])
  })

  it('asks again while nobody says whether the sign-in is over', async () => {
    const { lines, waiting, cut, pass } = keeping([
      Promise.resolve('unknown'),
      Promise.resolve('renewed'),
    ])
    cut(true)
    await pass()
    expect([lines.length, waiting.length]).toEqual([1, 1])

    await pass()
    expect(lines.length).toBe(2)
  })

  it('opens none when it was closed while the sign-in was carried on', async () => {
    const { promise, resolve } = Promise.withResolvers<Renewal>()
    const { lines, cut, pass, close } = keeping([promise])
    cut(true)
    await pass()
    close()
    resolve('renewed')
    await pass()

    expect(lines.map(({ isClosed }) => isClosed)).toEqual([true])
  })

  it('calls off what was put off when it is closed', () => {
    const { waiting, cut, close } = keeping([])
    cut(true)
    expect(waiting.length).toBe(1)
    close()

    expect(waiting).toEqual([])
  })
})
