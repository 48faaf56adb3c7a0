import type { FastifyInstance } from 'fastify'
import {
  dashboardComparison,
  dashboardDevices,
  dashboardSites,
  dashboardToday,
  listSites,
} from '../contract/dashboard.ts'
import { countsAsOf, type PlaceFigures } from '../inventory/count/counts-as-of.task.ts'
import { figureChanges } from '../inventory/count/figure-change.ts'
import { type Figures, NO_FIGURES } from '../inventory/count/site-figures.ts'
import { siteStore } from '../inventory/site/store.ts'
import { dayIn } from '../lib/day.ts'
import type { Api } from './api.ts'
import type { Caller } from './caller.ts'
import { handleRemembered } from './handle-remembered.ts'
import { listedDevices } from './listed-devices.ts'
import { seenCounts } from './seen-counts.ts'
import { seesSite } from './site-limit.ts'

/** How many devices there are, where, and how that changed; those who are limited to sites see these. */
export function dashboardRoutes(http: FastifyInstance, api: Api): void {
  const { app } = api
  const countsFor = async (caller: Caller | null) => {
    const today = dayIn(app.settings.timeZone, app.now())
    return seenCounts(caller, await countsAsOf(app.database, today))
  }

  handleRemembered(http, dashboardToday, async ({ caller }) => {
    const { countedOn, all, sites } = await countsFor(caller)
    const there = sites.filter(({ current }) => current !== null)
    return {
      date: countedOn,
      totals: seven(all.current ?? NO_FIGURES),
      sites: there.map((place) => {
        return { site_name: siteOf(place), ...seven(place.current ?? NO_FIGURES) }
      }),
      site_count: there.length,
    }
  })

  handleRemembered(http, dashboardComparison, async ({ caller }) => {
    const { countedOn, monthEnd, all } = await countsFor(caller)
    const { current, previous } = all
    return {
      today_date: countedOn,
      last_month_end_date: monthEnd,
      today_totals: seven(current ?? NO_FIGURES),
      last_month_totals: monthEnd === null ? null : seven(previous ?? NO_FIGURES),
      changes: monthEnd === null ? null : figureChanges(current, previous),
    }
  })

  handleRemembered(http, dashboardSites, async ({ caller }) => {
    const { monthEnd, sites } = await countsFor(caller)
    return {
      sites: sites.map((place) => ({
        site_name: siteOf(place),
        today: five(place.current ?? NO_FIGURES),
        last_month_end: monthEnd === null ? null : five(place.previous ?? NO_FIGURES),
        changes: monthEnd === null ? null : figureChanges(place.current, place.previous),
      })),
      site_count: sites.length,
    }
  })

  handleRemembered(http, dashboardDevices, ({ query, caller }) => listedDevices(app, query, caller))

  handleRemembered(http, listSites, async ({ query: { limit, offset }, caller }) => {
    const sites = await siteStore(app.database).sites()
    const seen = sites.filter(({ name }) => seesSite(caller, name))
    const items = seen.slice(offset, offset + limit)
    return { items: items.map(({ id, name }) => ({ id, name })), total: seen.length }
  })
}

function siteOf({ scope }: PlaceFigures): string | null {
  return scope.kind === 'site' ? scope.site : null
}

function five({ total_devices, servers, workstations, spare_devices, billable_devices }: Figures) {
  return { total_devices, servers, workstations, spare_devices, billable_devices }
}

function seven(figures: Figures) {
  const { ninja_devices, threatlocker_devices } = figures
  return { ...five(figures), ninja_devices, threatlocker_devices }
}
