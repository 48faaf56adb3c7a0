import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NinjaoneTraits } from '../../demo/vendors/ninjaone/traits.ts'
import { retentionStore } from '../../src/inventory/retention/store.ts'
import { commandsOn } from '../support/fleet-commands.ts'
import { fleetOffice } from '../support/fleet-office.ts'
import { smallFleet } from '../support/ninjaone.ts'
import { testDatabase } from '../support/postgres.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster late days '))
afterAll(() => rm(folder, { recursive: true }))

/** A vendor whose list of devices fails. */
const FAILING: Partial<NinjaoneTraits> = {
  troubles: [
    { route: '/v2/devices-detailed', call: 1, times: 99, does: { kind: 'status', status: 503 } },
  ],
}

describe('the last night of a month, held and accepted days later', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  const { json, spoken } = await commandsOn(database, { folder, day: '2025-11-06', sources: {} })
  const monthEnds = async () => {
    const { answer } = await json('days', '--from', '2025-10-30', '--to', '2025-11-01')
    return answer.items
      .filter(({ isMonthEnd }: { isMonthEnd: boolean }) => isMonthEnd)
      .map(({ day }: { day: string }) => day)
  }
  let held = ''

  beforeAll(async () => {
    await office.collect({ day: '2025-10-30', ninjaone: smallFleet(5) })
    const { sources } = await office.collect({ day: '2025-10-31', ninjaone: smallFleet(2) })
    held = `C${sources[0]?.id}`
    await office.collect({ day: '2025-11-01', ninjaone: smallFleet(5) })
  })

  it('is meanwhile stood for by the night before', async () => {
    expect(await monthEnds()).toEqual(['2025-10-30'])
    expect((await json('counts')).answer).toMatchObject({
      ...{ last_month_end_date: '2025-10-30', last_month_totals: { total_devices: 5 } },
    })
  })

  it('is shown with why it is held and how it is accepted, but by no word that means a plan', async () => {
    const { answer } = await json('show', held)
    expect(answer).toMatchObject({
      ...{ source: 'ninjaone', day: '2025-10-31', state: 'held', records: 2, overtakenBy: null },
      ...{ holds: [{ code: 'shrunk', before: 5, now: 2 }], history: null, rejections: [] },
    })
    const { out } = await spoken('show', held.toLowerCase())
    expect(out).toMatch(new RegExp(`^${held} {2}NinjaOne {2}2025-10-31 {2}HELD {2}R\\d+\n`, 'u'))
    expect(out).toContain(`If that is right: muster accept ${held} --by NAME`)

    expect(await json('accept', 'latest', '--by', 'Ana')).toMatchObject({
      code: 1,
      answer: { error: { code: 'plan.none-held', details: { collections: [held] } } },
    })
    expect(await json('show', 'C4711')).toMatchObject({
      answer: { error: { code: 'collection.not-found' } },
    })
  })

  it('stands for its month once it is accepted, and the counts compare with it', async () => {
    const { out } = await spoken('accept', held, '--by', 'Ana', '--reason', 'three were sold')

    expect(out).toBe(
      `${held} accepted by Ana\nMonth-end kept: NinjaOne 2025-10-31, in place of 2025-10-30\nmuster counts\n`,
    )
    expect(await monthEnds()).toEqual(['2025-10-31'])
    expect((await json('counts')).answer).toMatchObject({
      ...{ last_month_end_date: '2025-10-31', last_month_totals: { total_devices: 2 } },
    })
    expect((await spoken('show', held)).out).toMatch(/Accepted by Ana, .+ \(three were sold\)/u)
  })

  it('is what retention keeps of its month', async () => {
    const late = { dailyFor: 10, monthEnds: 24 }
    const { days } = await retentionStore(database).prune('2025-12-20', late)

    expect(days).toContain('2025-10-30')
    expect((await json('devices', '--as-of', '2025-10-31')).answer).toMatchObject({ total: 2 })
    expect((await json('devices', '--as-of', '2025-10-30')).answer).toMatchObject({
      error: { code: 'day.not-kept' },
    })
  })
})

describe('a night that was collected, and tried again in vain', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)
  const { json, spoken } = await commandsOn(database, { folder, day: '2025-11-06', sources: {} })

  beforeAll(async () => {
    await office.collect({ day: '2025-11-05', ninjaone: smallFleet(5) })
    await office.collect({ day: '2025-11-06', ninjaone: smallFleet(5) })
    await office.collect({ day: '2025-11-06', ninjaone: smallFleet(1) })
    await office.collect({
      ...{ day: '2025-11-06', ninjaone: smallFleet(5), ninjaoneTraits: FAILING },
    })
  })

  it('shows both: the try that stands, and the last one with its reason', async () => {
    const { answer } = await json('days', '--from', '2025-11-05')
    expect(answer.items).toMatchObject([
      {
        ...{ day: '2025-11-06', state: 'complete', tries: 3, records: 5 },
        later: { state: 'failed', error: { code: 'api.failing' }, holds: [] },
      },
      { day: '2025-11-05', state: 'complete', tries: 1, later: null },
    ])
    const [today] = answer.items
    expect(today.later.collection).toBeGreaterThan(today.collection)

    const { out } = await spoken('days', '--from', '2025-11-05')
    expect(out).toMatch(/^2025-11-06 {2}complete \+$/mu)
    expect(out).toMatch(/^2025-11-05 {2}complete$/mu)
    expect(out).toContain(`C${today.collection}, an earlier try of that day, stands.`)
  })

  it('leads to each try: the one between can be accepted no more', async () => {
    const { answer } = await json('days', '--from', '2025-11-06')
    const { collection, later } = answer.items[0]

    const between = await spoken('show', `C${collection + 1}`)
    expect(between.out).toContain(`C${later.collection} is the last try, and the only one`)
    expect(between.out).not.toContain('muster accept')
    const failed = await spoken('--lang', 'es', 'show', `C${later.collection}`)
    expect(failed.out).toContain('FALLÓ')
    expect(failed.out).toContain('La fuente ninjaone falla')
    expect((await json('show', `C${later.collection}`)).answer).toMatchObject({
      ...{ state: 'failed', try: 3, error: { code: 'api.failing' } },
    })
  })
})
