import type { App } from '../../app.ts'
import type { MachineFilter, MachinePage, MachineSort } from '../../inventory/list/queries.ts'
import { listStore, type MachineList } from '../../inventory/list/store.ts'
import type { Scope } from '../../inventory/site/scope.ts'
import { fleetSources } from '../../jobs/fleet/fleet-sources.ts'
import { AppError } from '../../lib/errors.ts'
import { devicesTable } from '../../reports/fleet-devices.ts'
import { exportKind } from '../../reports/fleet-export.task.ts'
import { pulseNotes, restNotes } from '../../reports/rest-notes.ts'
import { AS_OF_OPTION, askedKeptDay } from '../asked-day.ts'
import { askedNumber } from '../asked-number.ts'
import { askedScope, SITE_OPTIONS } from '../asked-scope.ts'
import { appCommand, type Call, type CommandOption } from '../command.ts'
import { exportTo, OUT_OPTION } from '../export-to.ts'
import { machineLines, refOf } from '../lines/machine-lines.ts'

/** How many are listed unless told otherwise. */
const LISTED = 50
const KINDS = ['server', 'workstation', 'other', 'spare'] as const
const SORTS: readonly MachineSort[] = ['name', 'site', 'source', 'last-contact']

export const devices = appCommand({
  name: 'devices',
  does: {
    en: 'list the machines of every source as of any day kept',
    es: 'listar los equipos de cada fuente tal como eran cualquier día conservado',
  },
  options: [AS_OF_OPTION, ...filterOptions(), ...pageOptions(), OUT_OPTION],
  async work(app, call) {
    const { option } = call
    const out = option('out')
    if (out !== null) exportKind(out)
    const day = await askedKeptDay(app, option('asOf'))
    const filter = askedFilter(call, await askedScope(app, call))
    const page = askedPage(call, out !== null)
    const list = ofSource(app, await listStore(app.database).machines(day, filter, page), filter)
    const document = documentOf(list, filter, page)
    const lines = machineLines(list, page, app)
    if (out === null) return { ending: 'agreed', document, lines }
    const notes = [...restNotes(day, list.restsOn), ...pulseNotes(list)]
    const files = await exportTo(app, out, {
      document,
      tables: () => [devicesTable({ day, machines: list.items, notes })],
    })
    const { items: _written, ...told } = document
    return { ending: 'agreed', document: { ...told, files }, lines: [lines[0] ?? '', ...files] }
  },
})

/** Rests on no more than the source it is narrowed to. Throws `command.bad-argument` for none of ours. */
function ofSource(app: App, list: MachineList, { source: named }: MachineFilter): MachineList {
  if (named === null) return list
  const restsOn = list.restsOn.filter(({ source }) => source === named)
  const known = list.restsOn.map(({ source }) => source)
  const sources = [...new Set([...fleetSources(app.settings), ...known])]
  if (restsOn.length > 0 || sources.includes(named)) return { ...list, restsOn }
  throw new AppError('command.bad-argument', {
    ...{ argument: '--source', value: named, wanted: sources.join(', ') },
    form: 'one-of',
  })
}

function filterOptions(): CommandOption[] {
  return [
    {
      flags: '--source <name>',
      means: { en: 'of this source: ninjaone', es: 'de esta fuente: ninjaone' },
    },
    ...SITE_OPTIONS,
    {
      flags: '--kind <name>',
      means: {
        en: 'of this kind; spares are of no other',
        es: 'de este tipo; los repuestos no son de otro',
      },
      choices: KINDS,
    },
    {
      flags: '--text <text>',
      means: {
        en: 'with this in a name, host name, serial, inventory number or user',
        es: 'con esto en un nombre, nombre de equipo, número de serie o de inventario, o usuario',
      },
    },
  ]
}

function pageOptions(): CommandOption[] {
  return [
    {
      flags: '--sort <name>',
      means: { en: 'by name when left out', es: 'por nombre si falta' },
      choices: SORTS,
    },
    {
      flags: '--limit <number>',
      means: { en: `how many; ${LISTED} when left out`, es: `cuántos; ${LISTED} si falta` },
    },
    {
      flags: '--offset <number>',
      means: { en: 'after leaving out so many', es: 'tras saltar tantos' },
    },
    { flags: '--all', means: { en: 'all of them', es: 'todos' } },
  ]
}

function askedFilter({ option }: Call, scope: Scope): MachineFilter {
  const site = scope.kind === 'all' ? null : scope.site
  return {
    source: option('source'),
    site,
    isAtNoSite: scope.kind === 'site' && site === null,
    kind: KINDS.find((kind) => kind === option('kind')) ?? null,
    text: option('text'),
  }
}

/** A file gets all of them unless a page is asked for. */
function askedPage({ option, has }: Call, isForFile: boolean): MachinePage {
  const limit = option('limit')
  if (has('all') && limit !== null) {
    const problem = 'misplaced-option'
    throw new AppError('command.misused', { problem, about: '--limit <number>', meant: '' })
  }
  const isAll = has('all') || (isForFile && limit === null)
  return {
    sort: SORTS.find((sort) => sort === option('sort')) ?? 'name',
    limit: isAll ? null : askedNumber(limit, { argument: '--limit', from: 1, otherwise: LISTED }),
    offset: askedNumber(option('offset'), { argument: '--offset', from: 0, otherwise: 0 }),
  }
}

function documentOf(
  list: MachineList,
  filter: MachineFilter,
  { sort, limit, offset }: MachinePage,
) {
  const { day, restsOn, isPast, items, total } = list
  return {
    ...{ asOf: day, restsOn, isPast, filter, sort, limit, offset, total },
    items: items.map((machine) => ({ ref: refOf(machine), ...machine })),
  }
}
