import { createHash } from 'node:crypto'
import type { Database } from '../../src/db/database.ts'
import type { Classification } from '../../src/inventory/classify/classification.ts'
import { attributesOf } from '../../src/inventory/history/content.ts'
import type { DayShift } from '../../src/inventory/history/interval-queries.ts'
import type { StagedRow } from '../../src/inventory/history/staged-row.ts'
import { openStage } from '../../src/inventory/history/store.ts'
import type { DeviceRecord } from '../../src/lib/device-record.ts'

/** What a source says of its records on a day: display name by native key. */
export type Said = Readonly<Record<string, string>>

/** The same with what Muster makes of each, and the organisation it is of. */
export type Told = Readonly<
  Record<
    string,
    {
      readonly name: string
      readonly organisation: string
      readonly class: 'server' | 'workstation' | 'other'
      readonly isSpare: boolean
      readonly isBillable: boolean
    }
  >
>

/** A record that says nothing but its key. */
const PLAIN: DeviceRecord = {
  nativeKey: '1',
  organisation: null,
  location: null,
  displayName: null,
  hostname: null,
  serial: null,
  inventoryNumber: null,
  uuid: null,
  macs: [],
  nodeClass: null,
  role: null,
  operatingSystem: null,
  manufacturer: null,
  model: null,
  tags: [],
  extra: {},
  pulse: { lastContact: null, isOnline: null, addresses: [], freeBytes: null, lastUser: null },
}

/** Takes a day into the history as a collection would, and marks it known. */
export function takeDay(
  database: Database,
  { source, day, said }: { source: string; day: string; said: Said | Told },
): Promise<DayShift> {
  return database.session(async (session) => {
    const stage = await openStage(session, { source, day, isMachine: true })
    const rows = Object.entries(said).map(([key, told]) => rowOf(key, told))
    const same = await stage.standingSame(rows)
    await stage.add(rows.map((row) => (same.has(row.key) ? { ...row, attributes: null } : row)))
    return session.transaction(async (transaction) => {
      await transaction.client.query(
        `with by as (
          insert into run (task, state, cause, actor, host, pid, version, ended_at)
          values ('check', 'agreed', 'person', 'test', 'test', 1, '0', now()) returning id)
        insert into collection (run_id, source, day, try, state, started_at, history, is_machine)
        select id, $1, $2::date, 1 + (select count(*) from collection where source = $1 and day = $2::date),
          'complete', now(), $3::jsonb, true from by`,
        [source, day, JSON.stringify({ opened: 0, changed: 0, closed: 0, unchanged: 0 })],
      )
      return stage.takeIn(transaction)
    })
  })
}

function rowOf(key: string, told: Said[string] | Told[string]): StagedRow {
  const attributes = attributesFor(key, told)
  const text = JSON.stringify(attributes)
  const hash = createHash('sha256').update(text).digest().subarray(0, 16)
  return { key, hash, attributes, payload: null, pulse: PLAIN.pulse, place: null }
}

function attributesFor(key: string, told: Said[string] | Told[string]) {
  if (typeof told === 'string') {
    return attributesOf({ ...PLAIN, nativeKey: key, displayName: told }, null)
  }
  const { name, organisation, ...made } = told
  const record = {
    ...PLAIN,
    nativeKey: key,
    displayName: name,
    organisation: { key: organisation, name: organisation },
  }
  const rules = { classRule: 'test', spareRule: null, billableRule: 'test' }
  return attributesOf(record, { ...made, ...rules } as Classification)
}

/** What the history has the source say on a day. */
export async function saidOn(database: Database, source: string, day: string): Promise<Said> {
  const { rows } = await database.pool.query<{ key: string; name: string }>(
    `select native_key as key, display_name as name from record_on($1::date)
    where source = $2 order by native_key`,
    [day, source],
  )
  return Object.fromEntries(rows.map(({ key, name }) => [key, name]))
}

/** Every version of a source, oldest first: key, from, to, display name. */
export async function versionsOf(database: Database, source: string): Promise<string[][]> {
  const { rows } = await database.pool.query<{ version: string[] }>(
    `select array[r.native_key, v.valid_from::text, v.valid_to::text, v.display_name] as version
    from record_version v join record r on r.id = v.record_id
    where r.source = $1 order by r.native_key, v.valid_from`,
    [source],
  )
  return rows.map(({ version }) => version)
}
