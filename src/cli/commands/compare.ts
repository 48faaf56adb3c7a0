import type { App } from '../../app.ts'
import { allBridges, type PlacedBridge } from '../../inventory/compare/all-bridges.ts'
import { changesOf, type MachineChange } from '../../inventory/compare/machine-change.ts'
import type { Span } from '../../inventory/compare/queries.ts'
import { compareStore } from '../../inventory/compare/store.ts'
import { listStore } from '../../inventory/list/store.ts'
import type { Phrase } from '../../language/language.ts'
import { changesTables } from '../../reports/fleet-changes.ts'
import { exportKind } from '../../reports/fleet-export.task.ts'
import { askedDay } from '../asked-day.ts'
import { appCommand } from '../command.ts'
import { exportTo, OUT_OPTION } from '../export-to.ts'
import { type ComparedDays, compareLines } from '../lines/compare-lines.ts'
import { refOf } from '../lines/machine-lines.ts'
import { restNotes } from '../lines/rest-lines.ts'
import { namedSite } from '../named-site.ts'

export const compare = appCommand({
  name: 'compare',
  does: {
    en: 'say which machines came, went or changed between two days, and how the counts follow from that',
    es: 'decir qué equipos llegaron, se fueron o cambiaron entre dos días, y cómo resultan de ello los conteos',
  },
  argument: {
    syntax: '<day>',
    means: { en: 'one day: 2026-10-31', es: 'un día: 2026-10-31' },
  },
  second: {
    syntax: '<day>',
    means: { en: 'the other day: 2026-11-20', es: 'el otro día: 2026-11-20' },
  },
  options: [
    { flags: '--site <name>', means: { en: 'of this site only', es: 'solo de este sitio' } },
    OUT_OPTION,
  ],
  async work(app, { argument, second, option }) {
    const out = option('out')
    if (out !== null) exportKind(out)
    const span = await askedSpan(app, argument ?? '', second ?? '')
    const site = await namedSite(app, option('site'))
    const compared = await comparedDays(app, span, site)
    const document = documentOf(compared, site)
    const ending = compared.changes.length === 0 ? 'agreed' : 'differences'
    const lines = compareLines(compared, app.language)
    if (out === null) return { ending, document, lines }
    const files = await exportTo(app, out, {
      document,
      tables: () => changesTables({ ...compared, notes: notesOf(compared) }),
    })
    return { ending, document: { ...document, files }, lines: files }
  },
})

/** The two days in their order, whichever was named first. */
async function askedSpan(app: App, one: string, other: string): Promise<Span> {
  const named = [askedDay(app, 'DAY', one), askedDay(app, 'DAY', other)]
  const [first = '', last = ''] = named.toSorted()
  await listStore(app.database).assertKept(first)
  await listStore(app.database).assertKept(last)
  return { first, last }
}

/** What changed, and the bridges of every measure, which are checked against what was counted. */
async function comparedDays(
  { database }: App,
  span: Span,
  site: string | null,
): Promise<ComparedDays> {
  const lists = listStore(database)
  const comparison = await compareStore(database).between(span)
  const changes = comparison.courses.flatMap((course) => changesOf(course, span))
  const bridges = allBridges(comparison)
  return {
    ...span,
    restsOn: {
      first: await lists.restsOn(span.first),
      last: await lists.restsOn(span.last),
    },
    changes: site === null ? changes : changes.filter((change) => isAt(change, site)),
    bridges: site === null ? bridges : bridges.filter(({ scope }) => isOf(scope, site)),
  }
}

function isAt({ siteBefore, siteAfter }: MachineChange, site: string): boolean {
  return siteBefore === site || siteAfter === site
}

function isOf(scope: PlacedBridge['scope'], site: string): boolean {
  return scope.kind === 'site' && scope.site === site
}

function documentOf({ first, last, restsOn, changes, bridges }: ComparedDays, site: string | null) {
  return {
    ...{ first, last, site, restsOn, total: changes.length },
    changes: changes.map((change) => ({ ref: refOf(change), ...change })),
    bridges: bridges.map(({ scope, measure, bridge }) => ({
      scope: scope.kind,
      site: scope.kind === 'site' ? scope.site : null,
      measure,
      ...bridge,
    })),
  }
}

function notesOf({ first, last, restsOn }: ComparedDays): Phrase[] {
  return [
    { en: `From ${first}`, es: `Desde el ${first}` },
    ...restNotes(first, restsOn.first),
    { en: `to ${last}`, es: `hasta el ${last}` },
    ...restNotes(last, restsOn.last),
  ]
}
