import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeStore } from '../../src/inventory/place/store.ts'
import { fleetOffice } from '../support/fleet-office.ts'
import { musterAt } from '../support/muster-at.ts'
import { smallFleet, workstation } from '../support/ninjaone.ts'
import { testDatabase } from '../support/postgres.ts'
import { protectedComputer, protectedFleet } from '../support/threatlocker-fleet.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster lint '))
afterAll(() => rm(folder, { recursive: true }))

const files = { folder: 'inbox', file: '*.csv', columns: { nativeKey: 'Id' } }
const sources = { 'device-files': { ninjaone2: files } }

describe('the configuration of checks is looked through', async () => {
  const database = await testDatabase()
  const office = fleetOffice(database, folder)

  /** The command line with settings beside the sources. */
  async function commandsWith(name: string, settings: object) {
    const config = join(folder, `${name}.yaml`)
    await writeFile(config, JSON.stringify({ sources, ...settings }))
    const now = () => new Date('2025-11-06T09:00:00Z')
    return musterAt({ env: { DATABASE_URL: database.url }, config, now })
  }
  const faulty = {
    fleet: { billing: [{ organisation: '7' }, { organisation: 'Ceder' }] },
    checks: {
      edr: ['threatlocker', 'ninjaone2'],
      rules: [
        { at: 'alder & birch', staleDays: 30 },
        { at: 'Alder and Birch LLP', staleDays: 3 },
        { at: 'ALDER & BIRCH ', staleDays: 5 },
      ],
      stockLocations: ['main office', 'Cellar'],
      severity: { 'class-mismatch': 'high' },
      off: ['class-mismatch'],
    },
  }

  it('judges no name while nothing was ever collected', async () => {
    const { json } = await commandsWith('empty', { checks: { stockLocations: ['Cellar'] } })

    expect(await json('lint')).toEqual({
      code: 0,
      answer: { items: [], total: 0, unjudged: ['checks.stockLocations.0'] },
    })
  })

  describe('once machines are kept', () => {
    beforeAll(async () => {
      const edr = protectedFleet([protectedComputer(1)])
      const moved = workstation(3, { organizationId: 8, locationId: 81 })
      await office.collect({
        day: '2025-10-30',
        ninjaone: smallFleet(0, { devices: [workstation(1), workstation(2), moved] }),
        threatlocker: edr,
      })
      await office.collect({
        day: '2025-10-31',
        ninjaone: smallFleet(0, { devices: [workstation(1), workstation(2), workstation(3)] }),
        threatlocker: edr,
      })
    })

    it('knows every place that a kept record was ever at, once', async () => {
      const known = await placeStore(database).known()

      expect(known.sites).toEqual(['Alder & Birch LLP', 'Cedar Ltd'])
      expect(known.organisations).toEqual(['ALDER & BIRCH', 'Alder & Birch LLP', 'Cedar Ltd'])
      expect(known.keys).toEqual(['7', '8', 'cccc0000-0000-4000-8000-000000000007'])
      expect(known.locations).toContain('Main Office')
    })

    it('says of every setting without effect where it is and what may have been meant', async () => {
      const { json } = await commandsWith('faulty', faulty)

      const { code, answer } = await json('lint')

      expect(code).toBe(2)
      expect(answer).toMatchObject({ total: 6, unjudged: [] })
      expect(answer.items).toMatchObject([
        { kind: 'shadowed', setting: 'checks.rules.2.staleDays', by: 'checks.rules.0' },
        { kind: 'unknown-place', setting: 'checks.rules.1.at' },
        { kind: 'unknown-location', setting: 'checks.stockLocations.1', name: 'Cellar' },
        {
          kind: 'unknown-organisation',
          setting: 'fleet.billing.1.organisation',
          nearest: ['Cedar Ltd'],
        },
        { kind: 'source-not-configured', setting: 'checks.edr.0', source: 'threatlocker' },
        { kind: 'off-with-severity', check: 'class-mismatch' },
      ])
    })

    it('says it in the language asked for', async () => {
      const { spoken } = await commandsWith('faulty', faulty)

      const { code, out } = await spoken('lint', '--lang', 'es')

      expect(code).toBe(2)
      expect(out).toMatch(/^6 observaciones:\n {2}checks\.rules\.2\.staleDays: nunca se aplica/u)
      expect(out).toContain('Lo más parecido: «Cedar Ltd»')
    })

    it('agrees with a configuration in which everything counts', async () => {
      const { json, spoken } = await commandsWith('clean', {
        checks: { rules: [{ at: 'CEDAR LTD', staleDays: 3 }], stockLocations: ['main office'] },
      })

      expect(await json('lint')).toEqual({ code: 0, answer: { items: [], total: 0, unjudged: [] } })
      expect((await spoken('lint')).out).toBe('Nothing in the configuration is without effect.\n')
    })
  })
})
