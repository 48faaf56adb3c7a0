import type { PlacedBridge } from '../inventory/compare/all-bridges.ts'
import type { MachineChange } from '../inventory/compare/machine-change.ts'
import {
  BRIDGE_WORDS,
  type BridgeWord,
  CHANGE_KIND_WORDS,
  changedValueWords,
  MEASURE_WORDS,
} from '../language/compare-words.ts'
import { FLEET_WORDS, feedWords } from '../language/fleet-words.ts'
import type { Phrase } from '../language/language.ts'
import type { Day } from '../lib/day.ts'
import type { CellContent } from '../workbook/sheet-content.ts'
import { scopeColumns } from './fleet-scope.ts'
import { type FleetColumn, type FleetTable, fleetTable } from './fleet-table.ts'
import type { Voice } from './voice.ts'

/** What changed between two days, and the bridges from the one's counts to the other's. */
export interface ChangesContent {
  readonly first: Day
  readonly last: Day
  readonly changes: readonly MachineChange[]
  readonly bridges: readonly PlacedBridge[]
  readonly notes: readonly Phrase[]
}

/** Every change with its day, and every bridge. */
export function changesTables(content: ChangesContent): FleetTable[] {
  return [machineChanges(content), bridges(content)]
}

/** Every change with its day. */
export function machineChanges({ first, last, changes, notes }: ChangesContent): FleetTable {
  return fleetTable({
    name: 'changes',
    title: { en: `Changes ${first} - ${last}`, es: `Cambios ${first} - ${last}` },
    notes,
    rows: changes,
    columns: [...CHANGED, ...FROM_TO],
  })
}

type ChangeColumn = FleetColumn<MachineChange>

const CHANGED: readonly ChangeColumn[] = [
  {
    key: 'change',
    title: { en: 'Change', es: 'Cambio' },
    code: ({ kind }) => kind,
    cell: ({ kind }, { say }) => say(CHANGE_KIND_WORDS[kind]),
  },
  { key: 'day', title: { en: 'On', es: 'El día' }, code: ({ day }) => day },
  {
    key: 'source',
    title: { en: 'Source', es: 'Fuente' },
    code: ({ source }) => source,
    cell: ({ source }, { say }) => say(feedWords(source)),
  },
  {
    key: 'native_key',
    title: { en: 'Id in the source', es: 'Id. en la fuente' },
    code: ({ nativeKey }) => nativeKey,
  },
  { key: 'name', title: { en: 'Name', es: 'Nombre' }, code: ({ name }) => name },
]

const FROM_TO: readonly ChangeColumn[] = [
  {
    key: 'site_before',
    title: { en: 'Site before', es: 'Sitio antes' },
    code: ({ siteBefore }) => siteBefore,
    cell: (change, voice) => siteAt(change, 'before', voice),
  },
  {
    key: 'site_after',
    title: { en: 'Site after', es: 'Sitio después' },
    code: ({ siteAfter }) => siteAfter,
    cell: (change, voice) => siteAt(change, 'after', voice),
  },
  valueColumn('before', { en: 'Before', es: 'Antes' }),
  valueColumn('after', { en: 'After', es: 'Después' }),
]

/** What is new was at no site before, and what is gone is at none after. */
function siteAt(
  { kind, siteBefore, siteAfter }: MachineChange,
  side: 'before' | 'after',
  { say }: Voice,
): CellContent {
  if (kind === (side === 'before' ? 'added' : 'removed')) return null
  return (side === 'before' ? siteBefore : siteAfter) ?? say(FLEET_WORDS.unmapped)
}

function valueColumn(side: 'before' | 'after', title: Phrase): ChangeColumn {
  return {
    ...{ key: side, title },
    code: (change) => change[side],
    cell: (change, { say }) => {
      const isNone = change.kind === (side === 'before' ? 'added' : 'removed')
      return isNone ? null : say(changedValueWords(change.kind, change[side]))
    },
  }
}

/** The terms of a bridge in their order, by the names under which programs read them. */
const TERMS: readonly (readonly [BridgeWord, string])[] = [
  ['start', 'start'],
  ['added', 'added'],
  ['removed', 'removed'],
  ['movedIn', 'moved_in'],
  ['movedOut', 'moved_out'],
  ['reclassifiedIn', 'reclassified_in'],
  ['reclassifiedOut', 'reclassified_out'],
  ['end', 'end'],
]

/** Every bridge. */
export function bridges({ first, last, bridges: rows, notes }: ChangesContent): FleetTable {
  return fleetTable({
    name: 'bridges',
    title: { en: `Bridges ${first} - ${last}`, es: `Puentes ${first} - ${last}` },
    notes,
    rows,
    columns: [
      ...scopeColumns<PlacedBridge>(({ scope }) => scope),
      {
        key: 'measure',
        title: { en: 'Measure', es: 'Medida' },
        code: ({ measure }) => measure,
        cell: ({ measure }, { say }) => say(MEASURE_WORDS[measure]),
      },
      ...TERMS.map(([term, key]) => ({
        key,
        title: BRIDGE_WORDS[term],
        code: ({ bridge }: PlacedBridge) => bridge[term],
      })),
    ],
  })
}
