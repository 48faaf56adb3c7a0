import type { FastifyInstance } from 'fastify'
import { aboutRoutes } from './about.ts'
import { anomalyRoutes } from './anomalies.ts'
import type { Api } from './api.ts'
import { bookRoutes } from './books/books.ts'
import { concernRoutes } from './concerns.ts'
import { dashboardRoutes } from './dashboard.ts'
import { fleetDayRoutes } from './fleet/days.ts'
import { deviceRoutes } from './fleet/devices.ts'
import { findingRoutes } from './fleet/findings.ts'
import { linkRoutes } from './fleet/links.ts'
import { pastDayRoutes } from './fleet/past-days.ts'
import { ruleRoutes } from './fleet/rules.ts'
import { siteMapRoutes } from './fleet/site-map.ts'
import { forecastRoutes } from './forecast.ts'
import { inboxRoutes } from './inbox.ts'
import { ingestRoutes } from './ingest.ts'
import { installationRoutes } from './installation.ts'
import { keyRoutes } from './keys.ts'
import { collectionRoutes } from './main-job/collections.ts'
import { planRoutes } from './main-job/plans.ts'
import { reportRoutes } from './main-job/reports.ts'
import { taskRoutes } from './main-job/tasks.ts'
import { metricRoutes } from './metrics.ts'
import { qualityRoutes } from './quality.ts'
import { readingApi } from './reading-api.ts'
import { runRoutes } from './runs.ts'
import { settingRoutes } from './settings.ts'
import { sourceRoutes } from './sources.ts'
import { timetableRoutes } from './timetable.ts'
import { todayRoutes } from './today.ts'
import { uploadRoutes } from './uploads.ts'
import { viewRoutes } from './views.ts'

const AREAS = [
  installationRoutes,
  aboutRoutes,
  todayRoutes,
  dashboardRoutes,
  findingRoutes,
  deviceRoutes,
  fleetDayRoutes,
  linkRoutes,
  siteMapRoutes,
  ruleRoutes,
  sourceRoutes,
  metricRoutes,
  ingestRoutes,
  uploadRoutes,
  anomalyRoutes,
  forecastRoutes,
  qualityRoutes,
  planRoutes,
  reportRoutes,
  collectionRoutes,
  taskRoutes,
  runRoutes,
  timetableRoutes,
  bookRoutes,
  pastDayRoutes,
  inboxRoutes,
  concernRoutes,
  keyRoutes,
  settingRoutes,
  viewRoutes,
]

/** They only read, and may be some moments behind. */
const READING: ReadonlySet<(typeof AREAS)[number]> = new Set([
  ...[dashboardRoutes, deviceRoutes, fleetDayRoutes, qualityRoutes],
])

/** The routes of daily work, area by area. */
export function dailyWorkRoutes(http: FastifyInstance, api: Api): void {
  const reading = readingApi(api)
  for (const area of AREAS) area(http, READING.has(area) ? reading : api)
}
