import type { z } from 'zod'
import type { App } from '../../app.ts'
import type { exportDevices } from '../../contract/devices.ts'
import type { MachineFilter } from '../../inventory/list/queries.ts'
import { listStore, type SourceDay } from '../../inventory/list/store.ts'
import { fleetSources } from '../../jobs/fleet/fleet-sources.ts'
import type { Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import type { Caller } from '../caller.ts'
import { amongOf } from './among.ts'
import { askedPlace } from './asked-place.ts'

type Asked = Omit<z.output<NonNullable<(typeof exportDevices)['query']>>, 'format' | 'asOf'>

/** The machines that an address asks for, as far as the caller sees them. */
export async function deviceFilter(
  app: Pick<App, 'database'>,
  { source, site: named, noSite, kind, billable, distinct, text }: Asked,
  caller: Caller | null,
): Promise<MachineFilter> {
  return {
    source: source ?? null,
    site: noSite ? null : await askedPlace(app, { named, caller }),
    isAtNoSite: noSite,
    isOnce: distinct,
    kind: kind ?? null,
    text: text || null,
    ...(billable === undefined ? {} : { isBillable: billable }),
    ...amongOf(caller),
  }
}

/** What a list rests on: every source, or the one it is narrowed to. Throws `source.not-found` for none of ours. */
export async function restsOnFor(
  { database, settings }: Pick<App, 'database' | 'settings'>,
  day: Day,
  source: string | null,
): Promise<SourceDay[]> {
  const all = await listStore(database).restsOn(day)
  if (source === null) return all
  const known = [...new Set([...fleetSources(settings), ...all.map((each) => each.source)])]
  if (known.includes(source)) return all.filter((each) => each.source === source)
  throw new AppError('source.not-found', { source, known })
}
