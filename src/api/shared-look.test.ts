import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { sharedLooks } from './shared-look.ts'

describe('sharedLooks', () => {
  it('looks once for all who ask the same, and again later', async () => {
    const share = sharedLooks(5)
    let looks = 0
    const look = async () => ++looks
    const told = await Promise.all([share('a', look), share('a', look), share('b', look)])
    expect(told).toEqual([1, 1, 2])
    await sleep(50)
    expect(await share('a', look)).toBe(3)
  })

  it('keeps no failure', async () => {
    const share = sharedLooks(60_000)
    const fail = () => Promise.reject(new Error('gone'))
    await expect(share('a', fail)).rejects.toThrow('gone')
    expect(await share('a', async () => 7)).toBe(7)
  })
})
