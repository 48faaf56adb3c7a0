import type { App } from '../../app.ts'
import { collectedDays } from '../../jobs/fleet/collected-days.task.ts'
import { addDays, type Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import { askedDay, todayOf } from '../asked-day.ts'
import { appCommand, type Call } from '../command.ts'
import { dayLines } from '../lines/day-lines.ts'

/** How many days are shown unless a first one is named. */
const SHOWN_DAYS = 14

export const days = appCommand({
  name: 'days',
  does: {
    en: 'show which source was collected on which day, and why one was not',
    es: 'mostrar qué fuente se recopiló qué día, y por qué alguna no',
  },
  options: [
    {
      flags: '--from <day>',
      means: {
        en: `the first day; ${SHOWN_DAYS} days in all when left out`,
        es: `el primer día; si falta, ${SHOWN_DAYS} días en total`,
      },
    },
    {
      flags: '--to <day>',
      means: { en: 'the last day; today when left out', es: 'el último día; hoy si falta' },
    },
  ],
  async work(app, { option }) {
    const { from, to } = askedDays(app, option)
    const { sources, entries, notCollected } = await collectedDays(app, { from, to })
    return {
      ending: 'agreed',
      document: { from, to, sources, items: entries, total: entries.length, notCollected },
      lines: dayLines({ from, to, sources, entries }, app.language),
    }
  },
})

function askedDays(app: App, option: Call['option']): { from: Day; to: Day } {
  const [first, last] = [option('from'), option('to')]
  const to = last === null ? todayOf(app) : askedDay(app, '--to', last)
  const from = first === null ? addDays(to, 1 - SHOWN_DAYS) : askedDay(app, '--from', first)
  if (from <= to) return { from, to }
  throw new AppError('command.bad-argument', {
    ...{ argument: '--from', value: from, wanted: to },
    form: 'up-to',
  })
}
