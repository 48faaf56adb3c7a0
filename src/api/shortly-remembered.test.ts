import { expect, it } from 'vitest'
import { shortlyRemembered } from './shortly-remembered.ts'

const clock = { at: 10_000 }
const counted = (forMs: number) => {
  let count = 0
  const now = () => new Date(clock.at)
  return shortlyRemembered({ forMs, now }, async () => {
    count += 1
    return count
  })
}

it('finds once for all who ask meanwhile, and anew after a while', async () => {
  const found = counted(1000)

  expect(await Promise.all([found(), found()])).toEqual([1, 1])
  clock.at += 999
  expect(await found()).toBe(1)
  clock.at += 1
  expect(await found()).toBe(2)
})

it('finds anew where the clock was set back', async () => {
  const found = counted(1000)
  await found()
  clock.at -= 3_600_000

  expect(await found()).toBe(2)
})

it('remembers no failure', async () => {
  let isBroken = true
  const found = shortlyRemembered({ forMs: 1000, now: () => new Date(0) }, async () => {
    if (isBroken) throw new Error('broken')
    return 'found'
  })
  await expect(found()).rejects.toThrow('broken')
  isBroken = false

  expect(await found()).toBe('found')
})
