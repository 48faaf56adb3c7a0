import type { Database } from '../../src/db/database.ts'
import type { Day } from '../../src/lib/day.ts'
import type { Asked } from './routes.ts'

/** So many that hardly one is asked for twice. */
const EACH = 10_000

/** Machines of a day to ask for, spread over all of them. */
export async function whatToAsk({ pool }: Database, today: Day): Promise<Asked> {
  const { rows: machines } = await pool.query<{ id: string }>(
    `select device_id as id
     from (select distinct device_id from link_on($1::date)) known
     order by md5(device_id::text)
     limit $2`,
    [today, EACH],
  )
  const { rows: named } = await pool.query<{ serial: string }>(
    `select serial
     from (select distinct serial from record_on($1::date) where serial is not null) known
     order by md5(serial)
     limit $2`,
    [today, EACH],
  )
  const deviceIds = machines.map(({ id }) => Number(id))
  return { today, deviceIds, serials: named.map(({ serial }) => serial) }
}
