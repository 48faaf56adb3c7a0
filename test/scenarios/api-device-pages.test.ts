import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../../src/api/caller.ts'
import { type ApiOffice, apiOffice, callerOf } from '../support/api-office.ts'
import { FIRST, keepPlacedFleet, LAST, TWO_VENDORS } from '../support/placed-fleet.ts'
import { testDatabase } from '../support/postgres.ts'

const database = await testDatabase()
const VIEWER = callerOf('viewer')
const IN_NORTH = callerOf('viewer', ['Norte'])
const SPAN = `from=${FIRST}&to=${LAST}`
let office: ApiOffice

beforeAll(async () => {
  const now = () => new Date(`${LAST}T09:00:00Z`)
  office = await apiOffice(database.url, { now, settings: { sources: TWO_VENDORS } })
  await keepPlacedFleet(office.app)
})
afterAll(() => office.close())

async function ask(url: string, caller: Caller = VIEWER) {
  return (await office.send(caller, { method: 'GET', url })).json()
}

async function refsOf(url: string, caller: Caller = VIEWER): Promise<string[]> {
  const { items } = await ask(url, caller)
  return items.map(({ ref }: { ref: string }) => ref).sort()
}

describe('the list of machines', () => {
  it('is narrowed to what is billed, and to what is not', async () => {
    const { total: billed } = await ask('/api/devices?billable=true')
    const { total: text } = await ask('/api/devices?billable=true&text=north')
    const { total: others } = await ask('/api/devices?billable=false')

    expect([billed, text, others]).toEqual([8, 3, 0])
  })
})

describe('a bar of a bridge', () => {
  it('opens into the machines it counts, in all and at a site', async () => {
    expect(await refsOf(`/api/compare?${SPAN}&term=added`)).toEqual([
      ...['threatlocker:t1', 'threatlocker:t2', 'threatlocker:t3'],
    ])
    expect(await refsOf(`/api/compare?${SPAN}&term=movedIn&site=Norte`)).toEqual(['ninjaone:m2'])
    expect(await refsOf(`/api/compare?${SPAN}&term=added&measure=servers`)).toEqual([])
  })

  it('has nothing of what a caller does not see', async () => {
    expect(await refsOf(`/api/compare?${SPAN}&term=added`, IN_NORTH)).toEqual(['threatlocker:t1'])
    expect(await refsOf(`/api/compare?${SPAN}&term=movedIn`, IN_NORTH)).toEqual(['ninjaone:m2'])
  })

  it('is a file of exactly these machines', async () => {
    const url = `/api/compare/export?${SPAN}&term=added&format=ndjson`
    const { body } = await office.send(VIEWER, { method: 'GET', url })

    expect(body.trim().split('\n')).toHaveLength(3)
  })
})

describe('a machine by one of its records', () => {
  it('is the one that its number has', async () => {
    const byRecord = await ask('/api/devices/of-record?record=ninjaone:n2')

    expect(byRecord).toMatchObject({ kind: 'described', asOf: LAST })
    expect(byRecord).toEqual(await ask(`/api/devices/${byRecord.deviceId}`))
  })

  it.each([['ninjaone:nobody'], ['n2'], ['17']])('named %s is not found', async (record) => {
    expect((await ask(`/api/devices/of-record?record=${record}`)).code).toBe('machine.not-found')
  })

  it('at another site is not found by who does not see it', async () => {
    const answer = await ask('/api/devices/of-record?record=ninjaone:s1', IN_NORTH)
    expect(answer.code).toBe('machine.not-found')
  })
})

describe('the timeline of a machine', () => {
  async function timelineOf(record: string, caller: Caller) {
    const { deviceId } = await ask(`/api/devices/of-record?record=${record}`)
    return ask(`/api/devices/${deviceId}/timeline`, caller)
  }

  it('tells what each record said anew, the newest first', async () => {
    expect((await timelineOf('ninjaone:n1', VIEWER)).items).toMatchObject([
      {
        ...{ day: LAST, ref: 'ninjaone:n1', kind: 'changed' },
        changes: expect.arrayContaining([
          { field: 'displayName', before: 'north-1', after: 'north-1 renamed' },
        ]),
      },
      { day: FIRST, ref: 'ninjaone:n1', kind: 'first', changes: [] },
    ])
  })

  it('begins where the machine came, to who does not see where it was', async () => {
    const { items } = await timelineOf('ninjaone:m2', IN_NORTH)

    expect(items).toEqual([{ day: LAST, ref: 'ninjaone:m2', kind: 'first', changes: [] }])
  })

  it('is not told of a machine that is elsewhere', async () => {
    expect((await timelineOf('ninjaone:m1', IN_NORTH)).code).toBe('machine.not-found')
  })
})
