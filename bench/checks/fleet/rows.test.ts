import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { classify } from '../../../src/inventory/classify/classify.ts'
import { DEFAULT_FLEET_POLICY } from '../../../src/inventory/classify/fleet-policy.ts'
import type { DeviceRecord } from '../../../src/lib/device-record.ts'
import { deviceFile } from '../../../src/sources/device-file/device-file.ts'
import { ninjaone } from '../../../src/sources/ninjaone/ninjaone.ts'
import { threatlocker } from '../../../src/sources/threatlocker/threatlocker.ts'
import { readSource } from '../../../test/support/read-delivery.ts'
import { firstDay } from '../../history/fleet/fleet-day.ts'
import { helpdeskSettings, writeHelpdeskFile } from './helpdesk-file.ts'
import { type Listing, SOURCE_NAMES, type SourceName, SPARE_SHELF } from './listing.ts'
import { listedBy } from './planted-fleet.ts'
import { ninjaoneRow, threatlockerRow } from './vendor-rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-bench-checks-'))
afterAll(() => rmSync(folder, { recursive: true }))

const DAY_MS = 86_400_000
const night = { day: 0, at: new Date('2026-03-01T03:00:00Z') }
const fleet = firstDay(1_000)

it.each(SOURCE_NAMES)(
  'says in the rows of %s what is listed there, each under a key of its own',
  async (source) => {
    const listings = [...listedBy(source, fleet)]
    const records = await recordsOf(source, listings)

    expect(new Set(records.map(({ nativeKey }) => nativeKey)).size).toBe(listings.length)
    for (const [nth, listing] of listings.entries()) {
      const record = records[nth]
      if (!record) throw new RangeError(`${source} lacks a record`)
      const made = classify(record, DEFAULT_FLEET_POLICY)
      const silentMs = night.at.getTime() - (record.pulse.lastContact?.getTime() ?? 0)

      expect(record).toMatchObject({ serial: listing.machine.serial })
      expect(record.organisation?.name).toBe(`Customer ${listing.machine.organisation + 1} Ltd`)
      expect(record.displayName).toBe(listing.displayName.trim())
      expect(made.class).toBe(listing.class)
      expect(made.isSpare).toBe(
        source !== 'threatlocker' && listing.machine.location === SPARE_SHELF,
      )
      expect(Math.floor(silentMs / DAY_MS)).toBe(listing.silentDays)
    }
  },
)

async function recordsOf(
  source: SourceName,
  listings: readonly Listing[],
): Promise<readonly DeviceRecord[]> {
  switch (source) {
    case 'ninjaone':
      return listings.map((each) => ninjaone.record.parse(ninjaoneRow(each, night).row))
    case 'threatlocker':
      return listings.map((each) => threatlocker.record.parse(threatlockerRow(each, night).row))
    case 'helpdesk':
      await writeHelpdeskFile(folder, listings, night)
      return (await readSource(deviceFile, helpdeskSettings(folder))).records
  }
}
