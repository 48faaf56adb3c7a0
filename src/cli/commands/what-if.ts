import { resolve } from 'node:path'
import { type App, settingsOf } from '../../app.ts'
import { FIGURE_NAMES } from '../../inventory/count/site-figures.ts'
import { historyStore } from '../../inventory/history/store.ts'
import { listStore } from '../../inventory/list/store.ts'
import { rehearseDay } from '../../jobs/fleet/rehearse-day.task.ts'
import { untoldWords } from '../../language/what-if-words.ts'
import type { Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import { isAllTheSame, toldWhatIf } from '../../reconcile/rehearse/told-what-if.ts'
import { exportKind } from '../../reports/fleet-export.task.ts'
import { restNotes } from '../../reports/rest-notes.ts'
import { whatIfTables } from '../../reports/what-if-tables.ts'
import type { Answer } from '../answer.ts'
import { askedDay, todayOf } from '../asked-day.ts'
import { changedSettings } from '../changed-settings.ts'
import type { Call, Command, Desk } from '../command.ts'
import { exportTo, OUT_OPTION } from '../export-to.ts'
import { type WhatIfAnswer, whatIfLines, whatIfNotes } from '../lines/what-if-lines.ts'
import { readConfig } from '../read-config.ts'

export const whatIf: Command = {
  name: 'what-if',
  does: {
    en: 'tell what another configuration would make of a kept day: findings, links, counts and TAGs; writes nothing',
    es: 'decir qué haría otra configuración de un día conservado: discrepancias, vínculos, conteos y TAG; no escribe nada',
  },
  argument: {
    syntax: '<file>',
    means: {
      en: 'the other configuration: a copy of muster.yaml with what is to be tried',
      es: 'la otra configuración: una copia de muster.yaml con lo que se quiere probar',
    },
  },
  options: [
    {
      flags: '--day <day>',
      means: {
        en: 'over this day; the newest that is kept when left out',
        es: 'sobre ese día; el más nuevo que se conserva si falta',
      },
    },
    { flags: '--sites', means: { en: 'site by site as well', es: 'también sitio por sitio' } },
    OUT_OPTION,
  ],
  run: (desk, call) => desk.withApp(desk.config, (app) => work(app, { desk, call })),
}

async function work(
  app: App,
  { desk, call }: { readonly desk: Desk; readonly call: Call },
): Promise<Answer> {
  const { option, argument } = call
  const out = option('out')
  if (out !== null) exportKind(out)
  const { language, database } = app
  const today = await readConfig(desk.env, desk.config, language)
  const other = await readConfig(desk.env, argument ?? '', language)
  const day = await askedRehearsal(app, option('day'))
  const told = toldWhatIf(await rehearseDay(app, { other: settingsOf(other), day }))
  const answer: WhatIfAnswer = {
    config: resolve(argument ?? ''),
    settings: changedSettings(today, other),
    told,
    restsOn: await listStore(database).restsOn(day),
    hasSites: call.has('sites'),
  }
  const ending = isAllTheSame(told) ? 'agreed' : 'differences'
  const document = documentOf(answer)
  const lines = whatIfLines(answer, language)
  if (out === null) return { ending, document, lines }
  const notes = [
    ...whatIfNotes(answer),
    ...restNotes(day, answer.restsOn),
    ...told.untold.map(untoldWords),
  ]
  const files = await exportTo(app, out, { document, tables: () => whatIfTables(told, notes) })
  return { ending, document: { ...document, files }, lines: [...lines, ...files] }
}

/** The day of `--day`, else the newest of some machines. Throws `day.not-kept`. */
async function askedRehearsal(app: App, text: string | null): Promise<Day> {
  const today = todayOf(app)
  if (text !== null) {
    const day = askedDay(app, '--day', text)
    await listStore(app.database).assertKept(day)
    return day
  }
  const newest = await historyStore(app.database).newestMachineDay(today)
  if (newest === null) throw new AppError('day.not-kept', { day: today, nearest: [] })
  return newest
}

/** Figures under the names by which other programs read them. */
function documentOf({ config, settings, told, restsOn }: WhatIfAnswer) {
  const { counts, findings, links, ...rest } = told
  const [all, ...sites] = counts
  return {
    ...{ config, settings, restsOn, ...rest },
    findings,
    byCheck: byCheckOf(findings),
    links,
    counts: all && { before: all.before, after: all.after },
    sites: sites.map(({ scope, before, after }) => ({
      ...{ site_name: scope.kind === 'site' ? scope.site : null, before, after },
      isMoved: FIGURE_NAMES.some((name) => (before?.[name] ?? 0) !== (after?.[name] ?? 0)),
    })),
  }
}

function byCheckOf(findings: WhatIfAnswer['told']['findings']) {
  const byCheck = Map.groupBy(findings, ({ check }) => check)
  const count = (all: WhatIfAnswer['told']['findings'], change: string) =>
    all.filter((each) => each.change === change).length
  return Object.fromEntries(
    [...byCheck].map(([check, all]) => [
      check,
      { opened: count(all, 'opened'), closed: count(all, 'closed') },
    ]),
  )
}
