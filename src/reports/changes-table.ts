import type { Phrase } from '../language/language.ts'
import type { ListedChange } from '../reconcile/change-queries.ts'
import { type Code, type FleetColumn, type FleetTable, fleetTable } from './fleet-table.ts'

/** The changes of a plan, with the cells that decided them and what came of each. */
export function changesTable(planId: number, changes: readonly ListedChange[]): FleetTable {
  return fleetTable({
    name: 'changes',
    title: { en: `Changes of P${planId}`, es: `Cambios de P${planId}` },
    notes: [],
    rows: changes,
    columns: COLUMNS,
  })
}

/** A change as programs read it, under the same names. */
export function changeRecord(change: ListedChange): object {
  return Object.fromEntries(COLUMNS.map(({ key, code }) => [key, code(change)]))
}

/** What of a change is told as it is. */
type Plain = {
  [Key in keyof ListedChange]: ListedChange[Key] extends Code ? Key : never
}[keyof ListedChange]

const COLUMNS: readonly FleetColumn<ListedChange>[] = [
  plain('n', { en: 'No.', es: 'N.º' }),
  plain('recordKey', { en: 'Record', es: 'Registro' }),
  plain('hostname', { en: 'Host name', es: 'Nombre de host' }),
  plain('inventoryNumber', { en: 'Inventory number', es: 'Número de inventario' }),
  plain('organisation', { en: 'Organisation', es: 'Organización' }),
  plain('from', { en: 'From', es: 'De' }),
  plain('to', { en: 'To', es: 'A' }),
  plain('financeCell', { en: "Finance's cell", es: 'Celda de economía' }),
  plain('classifierCell', { en: "Classifier's cell", es: 'Celda del clasificador' }),
  plain('building', { en: 'Building', es: 'Edificio' }),
  plain('municipality', { en: 'Municipality', es: 'Municipio' }),
  plain('outcome', { en: 'Outcome', es: 'Resultado' }),
  plain('actor', { en: 'Written by', es: 'Escrito por' }),
  { key: 'run', title: { en: 'Run', es: 'Ejecución' }, code: ({ runId }) => runId },
  {
    key: 'at',
    title: { en: 'At', es: 'Fecha' },
    code: ({ at }) => at?.toISOString() ?? null,
    cell: ({ at }, voice) => at && voice.at(at),
  },
  plain('found', { en: 'Found instead', es: 'Encontrado en su lugar' }),
  plain('foundNumber', { en: 'Number found', es: 'Número encontrado' }),
  {
    key: 'foundGone',
    title: { en: 'Gone', es: 'Ya no está' },
    code: ({ foundGone }) => String(foundGone),
  },
  plain('reason', { en: 'Why not', es: 'Por qué no' }),
]

function plain(key: Plain, title: Phrase): FleetColumn<ListedChange> {
  return { key, title, code: (change) => change[key] }
}
