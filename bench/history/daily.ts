import type { Database } from '../../src/db/database.ts'
import type { Day } from '../../src/lib/day.ts'

const MATERIAL = [
  ...['organisation_key', 'organisation_name', 'location_key', 'location_name', 'display_name'],
  ...['hostname', 'serial', 'inventory_number', 'uuid', 'macs', 'node_class', 'role'],
  ...['operating_system', 'manufacturer', 'model', 'tags', 'extra'],
  ...['class', 'class_rule', 'is_spare', 'spare_rule', 'is_billable', 'billable_rule'],
]
const PULSE = ['last_contact', 'is_online', 'addresses', 'free_bytes', 'last_user']
const ARRAYS = ['macs', 'tags', 'addresses']
const FLAGS = ['is_spare', 'is_billable', 'is_online']

/**
 * The peer's way of keeping days: a row for each device and day, with what the history keeps of it. It
 * need not outlive a crash of the server, which changes nothing of its size.
 */
export async function createDaily({ pool }: Database): Promise<void> {
  const columns = [...MATERIAL, ...PULSE].map((name) => `${name} ${typeOf(name)}`)
  await pool.query(`
    create unlogged table daily (
      source text not null, native_key text not null, day date not null, ${columns.join(', ')},
      primary key (source, native_key, day))`)
}

/** Fills a day in, from the history just taken; what changes daily is as of that day then. */
export async function fillDaily({ pool }: Database, day: Day): Promise<number> {
  const { rowCount } = await pool.query(
    `insert into daily (source, native_key, day, ${[...MATERIAL, ...PULSE].join(', ')})
    select r.source, r.native_key, $1::date, ${MATERIAL.map((name) => `r.${name}`).join(', ')},
      ${PULSE.map((name) => `p.${name}`).join(', ')}
    from record_on($1::date) r
    join record_pulse p on p.record_id = r.record_id and p.day = $1::date
    order by p.record_id`,
    [day],
  )
  return rowCount ?? 0
}

export async function dropDaily({ pool }: Database): Promise<void> {
  await pool.query('drop table daily')
}

function typeOf(column: string): string {
  if (ARRAYS.includes(column)) return 'text[]'
  if (FLAGS.includes(column)) return 'boolean'
  if (column === 'extra') return 'jsonb'
  if (column === 'free_bytes') return 'bigint'
  return column === 'last_contact' ? 'timestamptz' : 'text'
}
