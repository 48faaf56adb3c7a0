import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Caller } from '../../src/api/caller.ts'
import { addDays } from '../../src/lib/day.ts'
import { type ApiOffice, apiOffice, callerOf } from '../support/api-office.ts'
import { keepPlacedFleet, LAST, TWO_VENDORS } from '../support/placed-fleet.ts'
import { testDatabase } from '../support/postgres.ts'

const database = await testDatabase()
let office: ApiOffice

beforeAll(async () => {
  const now = () => new Date(`${LAST}T09:00:00Z`)
  office = await apiOffice(database.url, { now, settings: { sources: TWO_VENDORS } })
  await keepPlacedFleet(office.app)
})
afterAll(() => office.close())

/** All sites, one, another, none; and one who may do more than read. */
const CALLERS: readonly Caller[] = [
  callerOf('viewer'),
  callerOf('viewer', ['Norte']),
  callerOf('viewer', ['Sur']),
  callerOf('viewer', []),
  callerOf('administrator'),
]

const ASKED = [
  ...['/api/sites', '/api/devices', '/api/devices?text=north', '/api/counts', '/api/findings'],
  ...['/api/findings?state=all', '/api/findings/ageing', '/api/today/findings', '/api/anomalies'],
  ...['/api/dashboard/today', '/api/dashboard/comparison', '/api/dashboard/sites'],
  ...['/api/dashboard/devices', '/api/metrics/names'],
  `/api/compare?from=${addDays(LAST, -1)}&to=${LAST}`,
]

async function answersOf(caller: Caller, language: string) {
  const headers = { 'accept-language': language }
  const told = []
  for (const url of ASKED) {
    const { statusCode, body } = await office.send(caller, { method: 'GET', url, headers })
    told.push({ url, statusCode, body })
  }
  return told
}

async function answersOfAll() {
  const told = []
  for (const language of ['en', 'es']) {
    for (const caller of CALLERS) told.push(...(await answersOf(caller, language)))
  }
  return told
}

it('remembers for each who may see something else what they may see', async () => {
  const anew = await answersOfAll()
  office.http.answers.hears()
  const first = await answersOfAll()
  const again = await answersOfAll()

  expect(first).toEqual(anew)
  expect(again).toEqual(anew)
  const devices = anew.filter(({ url }) => url === '/api/devices').map(({ body }) => body)
  expect(new Set(devices).size).toBe(4) // all, two sites, nothing
}, 120_000) // 450 requests
