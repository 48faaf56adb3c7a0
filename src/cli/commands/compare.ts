import type { App } from '../../app.ts'
import { allBridges, type PlacedBridge } from '../../inventory/compare/all-bridges.ts'
import { changesOf, type MachineChange } from '../../inventory/compare/machine-change.ts'
import type { Span } from '../../inventory/compare/queries.ts'
import { compareStore } from '../../inventory/compare/store.ts'
import { listStore } from '../../inventory/list/store.ts'
import type { Scope } from '../../inventory/site/scope.ts'
import type { Phrase } from '../../language/language.ts'
import { changesTables } from '../../reports/fleet-changes.ts'
import { exportKind } from '../../reports/fleet-export.task.ts'
import { restNotes } from '../../reports/rest-notes.ts'
import { askedDay } from '../asked-day.ts'
import { askedScope, SITE_OPTIONS } from '../asked-scope.ts'
import { appCommand } from '../command.ts'
import { exportTo, OUT_OPTION } from '../export-to.ts'
import { type ComparedDays, compareLines, swapLines } from '../lines/compare-lines.ts'
import { refOf } from '../lines/machine-lines.ts'

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
  options: [...SITE_OPTIONS, OUT_OPTION],
  async work(app, call) {
    const { argument, second, option } = call
    const out = option('out')
    if (out !== null) exportKind(out)
    const span = await askedSpan(app, argument ?? '', second ?? '')
    const scope = await askedScope(app, call)
    const compared = await comparedDays(app, span, scope)
    const document = documentOf(compared, scope)
    const ending = compared.changes.length === 0 ? 'agreed' : 'differences'
    if (out === null) return { ending, document, lines: compareLines(compared, app.language) }
    const files = await exportTo(app, out, {
      document,
      tables: () => changesTables({ ...compared, notes: notesOf(compared) }),
    })
    const lines = [...swapLines(compared, app.language), ...files]
    return { ending, document: { ...document, files }, lines }
  },
})

/** Two days in their order; `isSwapped` when the later one was named first. */
type AskedSpan = Span & Pick<ComparedDays, 'isSwapped'>

async function askedSpan(app: App, one: string, other: string): Promise<AskedSpan> {
  const named = [askedDay(app, 'DAY', one), askedDay(app, 'DAY', other)]
  const [first = '', last = ''] = named.toSorted()
  await listStore(app.database).assertKept(first)
  await listStore(app.database).assertKept(last)
  return { first, last, isSwapped: first !== named[0] }
}

/** What changed, and the bridges of every measure, which are checked against what was counted. */
async function comparedDays(
  { database }: App,
  span: AskedSpan,
  scope: Scope,
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
    changes: scope.kind === 'all' ? changes : changes.filter((change) => isAt(change, scope.site)),
    bridges: scope.kind === 'all' ? bridges : bridges.filter((each) => isOf(each, scope.site)),
  }
}

/** What is new was at no site before, and what is gone is at none after: that is no site to look at. */
function isAt({ kind, siteBefore, siteAfter }: MachineChange, site: string | null): boolean {
  return (kind !== 'added' && siteBefore === site) || (kind !== 'removed' && siteAfter === site)
}

function isOf({ scope }: PlacedBridge, site: string | null): boolean {
  return scope.kind === 'site' && scope.site === site
}

function documentOf(
  { first, last, isSwapped, restsOn, changes, bridges }: ComparedDays,
  scope: Scope,
) {
  const site = scope.kind === 'all' ? null : scope.site
  return {
    ...{ first, last, isSwapped, scope: scope.kind, site, restsOn, total: changes.length },
    changes: changes.map((change) => ({ ref: refOf(change), ...change })),
    bridges: bridges.map(({ scope: place, measure, bridge }) => ({
      scope: place.kind,
      site: place.kind === 'site' ? place.site : null,
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
