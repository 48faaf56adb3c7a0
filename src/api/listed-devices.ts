import type { z } from 'zod'
import type { App } from '../app.ts'
import type { dashboardDevices } from '../contract/dashboard.ts'
import type { ListedMachine, MachineFilter, MachineSort } from '../inventory/list/queries.ts'
import { listStore } from '../inventory/list/store.ts'
import { siteStore } from '../inventory/site/store.ts'
import { type Day, dayIn } from '../lib/day.ts'
import { AppError } from '../lib/errors.ts'
import type { Caller } from './caller.ts'
import { seesSite } from './site-limit.ts'

type Asked = z.output<NonNullable<(typeof dashboardDevices)['query']>>
type Answer = z.input<(typeof dashboardDevices)['response']>

/** Devices of today as a caller may see them. Throws `site.no-such-number`, also for a site that they may not see. */
export async function listedDevices(
  { database, settings, now }: Pick<App, 'database' | 'settings' | 'now'>,
  asked: Asked,
  caller: Caller | null,
): Promise<Answer> {
  const { limit, offset } = asked
  const site = asked.site_id === undefined ? null : await siteOf(database, asked.site_id, caller)
  const lists = listStore(database)
  const today = dayIn(settings.timeZone, now())
  const page = { sort: SORTS[asked.sort], limit, offset }
  const { items, total } = await lists.machines(today, filterOf(asked, site, caller), page)
  const first = await lists.firstListed(items.map(({ recordId }) => recordId))
  return {
    devices: items.map((machine) => deviceOf(machine, first.get(machine.recordId))),
    ...{ total_count: total, limit, offset, has_more: offset + items.length < total },
  }
}

async function siteOf(
  database: App['database'],
  id: number,
  caller: Caller | null,
): Promise<string> {
  const seen = (await siteStore(database).sites()).filter(({ name }) => seesSite(caller, name))
  const found = seen.find((site) => site.id === id)
  if (found) return found.name
  throw new AppError('site.no-such-number', { id })
}

const SORTS: Readonly<Record<Asked['sort'], MachineSort>> = {
  name: 'name',
  site: 'site',
  source: 'source',
  last_seen: 'last-contact',
}

/** As other programs call the two vendors. */
const SYSTEMS = { ninja: 'ninjaone', threatlocker: 'threatlocker' } as const

function filterOf(
  { device_type, source_system, q }: Asked,
  site: string | null,
  caller: Caller | null,
): MachineFilter {
  return {
    source: source_system === undefined ? null : SYSTEMS[source_system],
    site,
    kind: device_type ?? null,
    text: q === undefined || q === '' ? null : q,
    ...(caller?.sites ? { among: caller.sites } : {}),
  }
}

function deviceOf(machine: ListedMachine, first: Day | undefined): Answer['devices'][number] {
  const { recordId: id, hostname, displayName, location, site, isSpare, isBillable } = machine
  return {
    ...{ id, hostname, display_name: displayName, location, site_name: site },
    ...{ is_server: machine.class === 'server', is_spare: isSpare, is_billable: isBillable },
    source_system: machine.source === SYSTEMS.ninja ? 'ninja' : machine.source,
    last_seen: machine.lastContact?.toISOString() ?? null,
    created_at: first ?? machine.since,
    updated_at: machine.since,
  }
}
