import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inTurn } from './in-turn.ts'

it('does one after another in the order in which they came', async () => {
  const takeTurn = inTurn()
  const seen: string[] = []
  const work = (name: string, ms: number) =>
    takeTurn(async () => {
      seen.push(`${name} begins`)
      await sleep(ms)
      seen.push(`${name} ends`)
      return name
    })

  const done = await Promise.all([work('a', 20), work('b', 1), work('c', 1)])

  expect(done).toEqual(['a', 'b', 'c'])
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

it('keeps nobody from their turn where one fails', async () => {
  const takeTurn = inTurn()
  const failing = takeTurn(() => Promise.reject(new Error('broken')))
  const next = takeTurn(async () => 'done')

  await expect(failing).rejects.toThrow('broken')
  await expect(next).resolves.toBe('done')
})
