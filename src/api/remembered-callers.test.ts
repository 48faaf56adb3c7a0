import { describe, expect, it } from 'vitest'
import type { Caller } from './caller.ts'
import { rememberedCallers } from './remembered-callers.ts'

const now = () => new Date('2026-11-21T12:00:00Z')
const ana: Caller = {
  ...{ name: 'ana', kind: 'person', personId: 1, permissions: new Set(), sites: null },
}
const limited: Caller = { ...ana, sites: ['Norte'] }

describe('rememberedCallers', () => {
  it('looks a caller up once in a moment', async () => {
    const { remembered } = rememberedCallers(now)
    expect(await remembered('a', async () => ana)).toBe(ana)
    expect(await remembered('a', async () => limited)).toBe(ana)
  })

  it('keeps nothing that was looked up while rights were taken', async () => {
    const { remembered, forget } = rememberedCallers(now)
    const looking = Promise.withResolvers<Caller>()
    const before = remembered('a', () => looking.promise)
    forget()
    looking.resolve(ana)
    await before

    expect(await remembered('a', async () => limited)).toBe(limited)
  })
})
