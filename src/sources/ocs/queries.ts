import type { Dialect } from './dialect.ts'
import { hasColumn, type OcsLayout } from './layout.ts'

/** What OCS writes as DEVICEID of rows that are groups, not computers. */
export const GROUP_DEVICE_IDS: ReadonlySet<unknown> = new Set(['_SYSTEMGROUP_', '_DOWNLOADGROUP_'])

/** The custom fields of computers; the built-in TAG is none. */
export const CUSTOM_FIELDS = `
  select ID as id, NAME as name, COMMENT as label
  from accountinfo_config
  where NAME_ACCOUNTINFO is null and ACCOUNT_TYPE = 'COMPUTERS'
  order by ID`

/** Every row of the hardware table with its tag, number and BIOS, groups and archived included. */
export function computers(
  dialect: Dialect,
  { layout, column }: { layout: OcsLayout; column: string },
): string {
  return `
  select hardware.ID, hardware.DEVICEID, hardware.NAME, hardware.UUID, hardware.OSNAME, hardware.LASTCOME,
    ${hasColumn(layout, 'hardware', 'ARCHIVE') ? 'hardware.ARCHIVE' : 'null'} as ARCHIVE,
    ${hasColumn(layout, 'hardware', 'USERID') ? 'hardware.USERID' : 'null'} as USERID,
    ${dialect.text('accountinfo.TAG')} as TAG,
    ${dialect.text(`accountinfo.${column}`)} as INVENTORY_NUMBER,
    bios.SSN, bios.SMANUFACTURER, bios.SMODEL, bios.TYPE
  from hardware
  left join accountinfo on accountinfo.HARDWARE_ID = hardware.ID
  left join bios on bios.HARDWARE_ID = hardware.ID
  order by hardware.ID`
}

/** How many rows `computers` gives. */
export const COMPUTER_COUNT = 'select count(*) as computers from hardware'

/** UUIDs of the guests that hosts report. */
export const GUEST_UUIDS = 'select UUID as uuid from virtualmachines where UUID is not null'

/** Who may see which TAG. */
export const ACCESS_SCOPES = 'select Login as login, Tag as pattern from tags order by Login, Tag'
