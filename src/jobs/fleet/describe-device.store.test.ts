import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { fleetOffice } from '../../../test/support/fleet-office.ts'
import { smallFleet, workstation } from '../../../test/support/ninjaone.ts'
import { testDatabase } from '../../../test/support/postgres.ts'
import { describeDevice } from './describe-device.task.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster numbered '))
afterAll(() => rm(folder, { recursive: true }))
const database = await testDatabase()
const office = fleetOffice(database, folder)
const day = '2026-11-20'

it('takes what is said to be a number for no name, and a plain number for either', async () => {
  const devices = [{ displayName: 'device:999' }, { displayName: '998' }]
  await office.collect({
    day,
    ninjaone: smallFleet(0, { devices: devices.map((named, at) => workstation(at + 1, named)) }),
  })
  const asked = (what: string) => describeDevice(office.contextOn(day, {}), what, day)

  await expect(asked('device:999')).rejects.toMatchObject({ code: 'machine.not-found' })
  expect(await asked('998')).toMatchObject({ records: [{ ref: 'ninjaone:2' }] })
})
