import { afterEach, expect, it } from 'vitest'
import {
  type SimulatedThreatlocker,
  startThreatlocker,
} from '../../../../demo/vendors/threatlocker/simulator.ts'
import type { ThreatlockerTraits } from '../../../../demo/vendors/threatlocker/traits.ts'
import { testOutside } from '../../../../test/support/outside.ts'
import { protectedComputer, protectedFleet } from '../../../../test/support/threatlocker-fleet.ts'
import { ThreatlockerSettings } from '../schema.ts'
import { readComputerNames } from './client.ts'

const running: SimulatedThreatlocker[] = []
afterEach(async () => {
  for (const portal of running.splice(0)) await portal.close()
})

async function read(traits: Partial<ThreatlockerTraits> = {}) {
  const computers = [
    protectedComputer(1, { computerName: ' Front desk ' }),
    protectedComputer(2, { computerName: null, hostname: 'ALB-2 | Sam' }),
    protectedComputer(3, { computerName: 42 }),
  ]
  const portal = await startThreatlocker(protectedFleet(computers), traits)
  running.push(portal)
  const settings = ThreatlockerSettings.parse({
    ...{ baseUrl: portal.url, token: portal.token },
    organisationId: 'cccc0000-0000-4000-8000-000000000001',
    http: { allowPrivateAddress: true, requestsPerMinute: 60_000, retrySeconds: 0 },
  })
  return readComputerNames(settings, testOutside())
}

const idOf = (id: number) => String(protectedComputer(id).computerId)

it('reads the name that people gave each computer, and none in its place', async () => {
  const { names, unreadable, isWhole, target } = await read()

  expect(Object.fromEntries(names)).toEqual({ [idOf(1)]: 'Front desk', [idOf(2)]: null })
  expect([...unreadable]).toEqual([idOf(3)])
  expect(isWhole).toBe(true)
  expect(target).toMatch(/^http:.*\/portalapi\/#cccc0000-0000-4000-8000-000000000001$/u)
})

it.each([
  ['gives fewer than it says', { overcount: 2 }],
  ['holds a computer without an id', { oddities: { noId: 3 } }],
])('knows that a list is not whole that %s', async (_why, traits) => {
  expect((await read(traits)).isWhole).toBe(false)
})
