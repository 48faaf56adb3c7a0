import type { Database } from '../../src/db/database.ts'
import type { Day } from '../../src/lib/day.ts'
import type { FleetDay } from '../history/fleet/fleet-day.ts'
import { keyOf, type Planted, plantedOn } from './fleet/planted-fleet.ts'

/** Where a side keeps what it found: statements that give check, scope and device. */
const KEPT_BY = {
  Muster: `
    select check_code, scope, substr(subject, length('device:') + 1)::bigint as device_id
    from finding
    where state <> 'verified'`,
  'the peer': 'select check_code, scope, device_id from disagreement',
} as const
export type Side = keyof typeof KEPT_BY

/** A day as it truly was. */
export interface TrueNight {
  readonly fleet: FleetDay
  readonly day: Day
}

/**
 * Compares what a side found of a day with what was planted: each disagreement, by its check, its
 * sources and its machine. Throws at the first difference.
 */
export async function assertFound(
  { pool }: Database,
  side: Side,
  { fleet, day }: TrueNight,
): Promise<void> {
  const { rows } = await pool.query<Planted>(
    `with serial_of as (
      select distinct l.device_id, r.serial
      from link_on($1::date) l
      join record_on($1::date) r on r.record_id = l.record_id)
    select k.check_code as "check", k.scope, s.serial
    from (${KEPT_BY[side]}) k
    left join serial_of s using (device_id)`,
    [day],
  )
  const [found, planted] = [rows, plantedOn(fleet)].map((all) => all.map(keyOf))
  assertSame(`${side}, ${day}`, { found: found ?? [], planted: planted ?? [] })
}

/** Throws unless every machine of the fleet, by its serial, became one device and no device two machines. */
export async function assertMatched({ pool }: Database, { fleet, day }: TrueNight): Promise<void> {
  const { rows } = await pool.query(
    `select count(distinct l.device_id) as devices, count(distinct r.serial) as serials,
      count(distinct (l.device_id, r.serial)) as pairs
    from link_on($1::date) l
    join record_on($1::date) r on r.record_id = l.record_id`,
    [day],
  )
  const { devices, serials, pairs } = rows[0]
  if (devices === fleet.count && serials === fleet.count && pairs === fleet.count) return
  throw new Error(`${day}: ${devices} devices, ${serials} serials and ${pairs} pairs of both`)
}

function assertSame(
  where: string,
  { found, planted }: { found: readonly string[]; planted: readonly string[] },
): void {
  const [are, should] = [new Set(found), new Set(planted)]
  const unexpected = are.difference(should)
  const missed = should.difference(are)
  if (unexpected.size === 0 && missed.size === 0 && found.length === planted.length) return
  const [odd] = [...unexpected, ...missed]
  throw new Error(
    `${where}: ${found.length} disagreements, not ${planted.length}; ${unexpected.size} were not planted and ${missed.size} not found, for instance ${odd}`,
  )
}
