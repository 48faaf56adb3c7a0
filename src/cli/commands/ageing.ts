import type { App } from '../../app.ts'
import { tellAgeing } from '../../jobs/findings/tell-ageing.task.ts'
import { addDays } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import { ageingTables } from '../../reports/ageing-table.ts'
import { exportKind } from '../../reports/fleet-export.task.ts'
import { askedDay, todayOf } from '../asked-day.ts'
import { askedChecks, askedPlace, CHECK_OPTION } from '../asked-findings.ts'
import { appCommand, type Call } from '../command.ts'
import { exportTo, OUT_OPTION } from '../export-to.ts'
import { ageingLines, type ShownAgeing } from '../lines/ageing-lines.ts'

/** How many days are shown unless a first one is named. */
const SHOWN_DAYS = 14

export const ageing = appCommand({
  name: 'ageing',
  does: {
    en: 'show day by day how many findings stand, came and went, how old they are and how long fixing takes',
    es: 'mostrar día a día cuántas discrepancias hay, cuántas llegaron y se fueron, su edad y lo que tardan en resolverse',
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
    CHECK_OPTION,
    {
      flags: '--site <name>',
      means: { en: 'at this site or in this municipality', es: 'en este sitio o municipio' },
    },
    {
      flags: '--by-site',
      means: {
        en: 'place by place as well; files and --json have both',
        es: 'también lugar por lugar; los archivos y --json tienen ambos',
      },
    },
    OUT_OPTION,
  ],
  async work(app, call) {
    const out = call.option('out')
    if (out !== null) exportKind(out)
    const shown = await shownAgeing(app, call)
    const { from, to, site, checks, rows, unlooked } = shown
    const document = {
      ...{ from, to, site, checks, items: rows, total: rows.length },
      notCompared: unlooked,
    }
    const lines = ageingLines({ ...shown, isByPlace: call.has('bySite') }, app.language)
    if (out === null) return { ending: 'agreed', document, lines }
    const files = await exportTo(app, out, { document, tables: () => ageingTables(shown, []) })
    const { items: _written, ...told } = document
    return { ending: 'agreed', document: { ...told, files }, lines: [lines[0] ?? '', ...files] }
  },
})

async function shownAgeing(app: App, call: Call): Promise<ShownAgeing> {
  const { from, to } = askedDays(app, call)
  const checks = await askedChecks(app, call.option('check'))
  const site = await askedPlace(app, call.option('site'), ['municipality'])
  const asked = { from, to, site, checks }
  return { ...asked, ...(await tellAgeing(app, asked)) }
}

function askedDays(app: App, { option }: Call): { from: string; to: string } {
  const [first, last] = [option('from'), option('to')]
  const to = last === null ? todayOf(app) : askedDay(app, '--to', last)
  const from = first === null ? addDays(to, 1 - SHOWN_DAYS) : askedDay(app, '--from', first)
  if (from <= to) return { from, to }
  throw new AppError('command.bad-argument', {
    ...{ argument: '--from', value: from, wanted: to },
    form: 'up-to',
  })
}
