import type { KeptBookRow, KeptRecord } from '../../src/inventory/kept-day/kept-record.ts'
import type { KeptDay } from '../../src/inventory/kept-day/store.ts'
import type { PlacedOrganisation } from '../../src/inventory/site/queries.ts'

export const KEPT_ON = '2026-11-20'

/** A desk of Alder as NinjaOne lists it, kept as today's rules have it. */
export function keptDesk(id: number, fields: Partial<KeptRecord> = {}): KeptRecord {
  return {
    ...{ id, source: 'ninjaone', nativeKey: `${id}`, since: '2026-11-01' },
    ...{ organisation: { key: '7', name: 'Alder' }, location: null, displayName: `Desk ${id}` },
    ...{ hostname: `desk-${id}`, serial: `SIM${id}`, inventoryNumber: null, uuid: null, macs: [] },
    ...{ nodeClass: 'WINDOWS_WORKSTATION', role: null, operatingSystem: null },
    ...{ manufacturer: null, model: null, tags: [], lastContact: null, isContactLater: false },
    made: { class: 'workstation', isSpare: false, isBillable: true },
    deviceId: id,
    ...fields,
  }
}

/** The same desk as ThreatLocker lists it, under the id after 100. */
export function keptAgent(id: number, fields: Partial<KeptRecord> = {}): KeptRecord {
  return keptDesk(100 + id, {
    ...{ source: 'threatlocker', nativeKey: `${id}`, displayName: `DESK-${id}` },
    ...{ hostname: `DESK-${id}`, serial: `SIM${id}`, nodeClass: null, deviceId: id },
    ...{ organisation: { key: 'a', name: 'ALDER' } },
    made: { class: 'other', isSpare: false, isBillable: true },
    ...fields,
  })
}

/** An organisation that a rule put at a site long ago. */
export function organisationOf(
  source: string,
  fields: Partial<PlacedOrganisation> = {},
): PlacedOrganisation {
  const isRmm = source === 'ninjaone'
  return {
    ...{ source, key: isRmm ? '7' : 'a', name: isRmm ? 'Alder' : 'ALDER' },
    ...{ firstDay: '2026-01-01', rule: isRmm ? 'made' : 'same-name', siteId: 3, site: 'Alder' },
    ...{ decidedBy: null, reason: null, since: '2026-01-01', takenBack: null },
    ...fields,
  }
}

/** A day of two vendors, both heard whole, but for what is given. */
export function keptDay(records: readonly KeptRecord[], fields: Partial<KeptDay> = {}): KeptDay {
  const heardAt = new Date(`${KEPT_ON}T03:00:00Z`)
  return {
    ...{ day: KEPT_ON, records, decisions: [] },
    sites: [{ id: 3, name: 'Alder' }],
    organisations: ['ninjaone', 'threatlocker'].map((source) => organisationOf(source)),
    standings: ['ninjaone', 'threatlocker'].map((source) => ({
      ...{ source, day: KEPT_ON, state: 'complete', heardAt },
    })),
    books: { rows: [], standings: [] },
    ...fields,
  }
}

/** A row of a book as the history keeps it. */
export function bookRow(source: string, fields: Partial<KeptBookRow>): KeptBookRow {
  return {
    ...{ source, nativeKey: '1', location: null, hostname: null, serial: null, uuid: null },
    ...{ inventoryNumber: null, manufacturer: null, model: null, extra: {} },
    ...{ lastContact: null, place: null },
    ...fields,
  }
}
