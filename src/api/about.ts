import type { FastifyInstance } from 'fastify'
import { about, signInOffers } from '../contract/about.ts'
import { fleetSources } from '../jobs/fleet/fleet-sources.ts'
import { channelsOf } from '../watch/alert-settings.ts'
import type { Api } from './api.ts'
import { todayOf } from './fleet/asked-days.ts'
import { handle } from './handle.ts'

/** What the web app must know before it can show anything. */
export function aboutRoutes(http: FastifyInstance, { app }: Api): void {
  const { settings, access, language, version } = app

  handle(http, about, async () => ({
    ...{ version, language, timeZone: settings.timeZone, today: todayOf(app) },
    has: {
      ocs: settings.ocs !== null,
      fleet: fleetSources(settings).length > 0,
      inbox: settings.events.inbox !== null,
      openId: access.openId !== undefined,
      fourEyes: access.fourEyes,
      openRegistration: access.openRegistration,
      nameCorrections: settings.corrections.threatlockerNames.enabled,
      alerts: channelsOf(settings.alerts).length > 0,
    },
  }))

  handle(http, signInOffers, async () => ({
    openId: access.openId !== undefined,
    registration: access.openRegistration,
    language,
  }))
}
