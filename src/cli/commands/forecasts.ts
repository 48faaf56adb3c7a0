import { studyStore } from '../../analytics/study/store.ts'
import { daysBetween } from '../../inventory/field/heard.ts'
import { exportKind } from '../../reports/fleet-export.task.ts'
import { type ForecastRow, forecastsTable } from '../../reports/forecast-table.ts'
import { todayOf } from '../asked-day.ts'
import { SOURCE_OPTION } from '../asked-metric.ts'
import { askedInRange } from '../asked-range.ts'
import { appCommand } from '../command.ts'
import { exportTo, OUT_OPTION } from '../export-to.ts'
import { forecastsLines } from '../lines/forecast-lines.ts'

/** Figures come daily or after a weekend; what is a week old has stopped coming. */
export const STALE_AFTER_DAYS = 7

export const forecasts = appCommand({
  name: 'forecasts',
  does: {
    en: 'list all forecasts with their reliability, and which of them lack new figures',
    es: 'listar todos los pronósticos con su fiabilidad, y a cuáles les faltan cifras nuevas',
  },
  options: [
    SOURCE_OPTION,
    {
      flags: '--stale-after <days>',
      means: {
        en: `out of date when the last figure is older (${STALE_AFTER_DAYS})`,
        es: `atrasado si la última cifra es más antigua (${STALE_AFTER_DAYS})`,
      },
    },
    OUT_OPTION,
  ],
  async work(app, { option }) {
    const out = option('out')
    if (out !== null) exportKind(out)
    const given = option('staleAfter')
    const range = { from: 1, to: 3_650, isWhole: true }
    const staleAfter =
      given === null ? STALE_AFTER_DAYS : askedInRange(given, '--stale-after', range)
    const today = todayOf(app)
    const source = option('source')
    const models = await studyStore(app.database).models(source === null ? null : [source])
    const items = models.map((model): ForecastRow => {
      const daysAgo = Math.max(0, daysBetween(model.lastDay, today))
      return { ...model, daysAgo, isStale: daysAgo > staleAfter }
    })
    const stale = items.filter(({ isStale }) => isStale).length
    const document = { items, total: items.length, stale, staleAfter }
    if (out === null) {
      return { ending: 'agreed', document, lines: forecastsLines(items, app.language) }
    }
    const files = await exportTo(app, out, { document, tables: () => [forecastsTable(items)] })
    const { items: _written, ...told } = document
    return { ending: 'agreed', document: { ...told, files }, lines: files }
  },
})
