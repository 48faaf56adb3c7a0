import { AppError } from '../../lib/errors.ts'
import type { SourceNote } from '../source.ts'

/** Every table of the OCS database that this account can see, with its columns. */
export type OcsLayout = ReadonlyMap<string, ReadonlySet<string>>

/** What must be there, or it is no OCS database. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  hardware: ['ID', 'DEVICEID', 'NAME', 'UUID', 'LASTCOME'],
  bios: ['HARDWARE_ID', 'SSN', 'SMANUFACTURER', 'SMODEL', 'TYPE'],
  accountinfo: ['HARDWARE_ID', 'TAG'],
  accountinfo_config: ['ID', 'NAME_ACCOUNTINFO', 'NAME', 'COMMENT', 'ACCOUNT_TYPE'],
}

/** Tables by name, columns by name, from the rows of the catalogue. */
export function ocsLayout(rows: readonly { table: string; column: string }[]): OcsLayout {
  const layout = new Map<string, Set<string>>()
  for (const { table, column } of rows) {
    const columns = layout.get(table)
    if (columns === undefined) layout.set(table, new Set([column]))
    else columns.add(column)
  }
  return layout
}

/** Tables (`bios`) and columns (`bios.SSN`) that OCS has and this database has not. */
export function missingParts(layout: OcsLayout): string[] {
  return Object.entries(NEEDED).flatMap(([table, columns]) => {
    const found = layout.get(table)
    if (found === undefined) return [table]
    return columns.filter((column) => !found.has(column)).map((column) => `${table}.${column}`)
  })
}

/** Refuses a database that is not one of OCS, naming what it lacks. */
export function assertOcsLayout(layout: OcsLayout, where: string): void {
  const missing = missingParts(layout)
  if (missing.length > 0) throw new AppError('ocs.not-ocs', { where, missing })
}

/** True when the table is there and has the column. */
export function hasColumn(layout: OcsLayout, table: string, column: string): boolean {
  return layout.get(table)?.has(column) ?? false
}

/** True when it can be read who may see which TAG. */
export function knowsScopes(layout: OcsLayout): boolean {
  return hasColumn(layout, 'tags', 'Login') && hasColumn(layout, 'tags', 'Tag')
}

/** True when it can be read which virtual machines the hosts report. */
export function knowsGuests(layout: OcsLayout): boolean {
  return hasColumn(layout, 'virtualmachines', 'UUID')
}

/** What this account is not shown and Muster can do without: not knowing is said, not guessed. */
export function unseenNotes(layout: OcsLayout): SourceNote[] {
  const scopes: SourceNote = { code: 'scopes-unknown', place: 'tags', detail: '' }
  const guests: SourceNote = { code: 'guests-unknown', place: 'virtualmachines', detail: '' }
  return [...(knowsScopes(layout) ? [] : [scopes]), ...(knowsGuests(layout) ? [] : [guests])]
}
