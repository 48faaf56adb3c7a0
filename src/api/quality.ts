import type { FastifyInstance } from 'fastify'
import { KEY_FIELDS, type KeyField } from '../analytics/quality/measures.ts'
import type { KeptAnalysis } from '../analytics/quality/queries.ts'
import { qualityStore } from '../analytics/quality/store.ts'
import { dashboardStats as statsOf } from '../analytics/standing/dashboard-stats.ts'
import { analytics, dashboardStats, failingRows } from '../contract/quality.ts'
import { WHY_WORDS } from '../language/analyze-words.ts'
import { say } from '../language/language.ts'
import { type Day, dayIn } from '../lib/day.ts'
import { AppError } from '../lib/errors.ts'
import { analyticsDocument } from '../reports/analytics-document.ts'
import type { Api } from './api.ts'
import { handle } from './handle.ts'

/** Days of the trend that go with an analysis. */
const TREND_DAYS = 90

/** What the inventory is worth, as it was measured last. */
export function qualityRoutes(http: FastifyInstance, { app }: Api): void {
  const store = qualityStore(app.database)

  /** Throws `day.not-kept` while nothing was measured. */
  async function kept(asked: Day | null): Promise<KeptAnalysis> {
    const found = await store.find(asked)
    if (found !== null) return found
    const day = dayIn(app.settings.timeZone, app.now())
    throw new AppError('day.not-kept', { day, nearest: [] })
  }

  handle(http, analytics, async ({ language }) => {
    const found = await kept(null)
    const told = analyticsDocument(found, await store.trend(found.day, TREND_DAYS), language)
    const anomalies = told.anomalies.map(({ affected_assets, ...anomaly }) => {
      return { ...anomaly, affected_assets: [...affected_assets] }
    })
    return { ...told, anomalies }
  })

  handle(http, dashboardStats, async () => statsOf((await kept(null)).analysis))

  handle(http, failingRows, async ({ query, language }) => {
    const { measure, why = null, place = null, limit, offset } = query
    const { day } = await kept(query.day ?? null)
    const field = KEY_FIELDS.find((each) => codeOf(each) === query.field) ?? null
    const found = await store.failing(day, { measure, field, why, place }, { limit, offset })
    const items = found.items.map(({ field: failed, ...row }) => ({
      ...{ ...row, whyText: say(WHY_WORDS[row.why], language) },
      field: failed === null ? null : codeOf(failed),
    }))
    return { day, items, total: found.total }
  })
}

/** A field as the API names it. */
function codeOf(field: KeyField): Exclude<KeyField, 'inventory-number'> | 'inventory_number' {
  return field === 'inventory-number' ? 'inventory_number' : field
}
