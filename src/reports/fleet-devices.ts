import type { ListedMachine } from '../inventory/list/queries.ts'
import { codeWords } from '../language/code-words.ts'
import { FLEET_WORDS, feedWords, MACHINE_KIND_WORDS } from '../language/fleet-words.ts'
import type { Phrase } from '../language/language.ts'
import {
  BILLABLE_RULE_WORDS,
  CLASS_RULE_WORDS,
  SPARE_RULE_WORDS,
} from '../language/machine-rule-words.ts'
import type { Day } from '../lib/day.ts'
import { type FleetColumn, type FleetTable, fleetTable } from './fleet-table.ts'
import type { Voice } from './voice.ts'

/** Machines as of a day, and what the list rests on. */
export interface DevicesContent {
  readonly day: Day
  readonly machines: readonly ListedMachine[]
  readonly notes: readonly Phrase[]
}

/** The list of machines as of a day. */
export function devicesTable({ day, machines, notes }: DevicesContent): FleetTable {
  return fleetTable({
    name: 'devices',
    title: { en: `Machines as of ${day}`, es: `Equipos al ${day}` },
    notes,
    rows: machines,
    columns: [
      { key: 'as_of', title: { en: 'As of', es: 'Al día' }, code: () => day },
      ...WHOSE,
      ...WHERE,
      ...WHAT,
      ...SINCE,
    ],
  })
}

type Column = FleetColumn<ListedMachine>

const WHOSE: readonly Column[] = [
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
  {
    key: 'device',
    title: { en: 'Machine', es: 'Equipo' },
    code: ({ deviceId }) => deviceId,
  },
  {
    key: 'display_name',
    title: { en: 'Name', es: 'Nombre' },
    code: ({ displayName }) => displayName,
  },
  {
    key: 'hostname',
    title: { en: 'Host name', es: 'Nombre de equipo' },
    code: ({ hostname }) => hostname,
  },
]

const WHERE: readonly Column[] = [
  { key: 'site', title: { en: 'Site', es: 'Sitio' }, code: ({ site }) => site, cell: siteCell },
  {
    key: 'organisation',
    title: { en: 'Organisation', es: 'Organización' },
    code: ({ organisation }) => organisation,
  },
  {
    key: 'location',
    title: { en: 'Location', es: 'Ubicación' },
    code: ({ location }) => location,
  },
]

const WHAT: readonly Column[] = [
  {
    key: 'class',
    title: { en: 'Class', es: 'Clase' },
    code: (machine) => machine.class,
    cell: (machine, { say }) => say(MACHINE_KIND_WORDS[machine.class]),
  },
  ruleColumn('class_rule', { en: 'Class by', es: 'Clase por' }, (machine) => machine.classRule),
  yesNoColumn('is_spare', { en: 'Spare', es: 'Repuesto' }, ({ isSpare }) => isSpare),
  ruleColumn('spare_rule', { en: 'Spare by', es: 'Repuesto por' }, ({ spareRule }) => spareRule),
  yesNoColumn('is_billable', { en: 'Billable', es: 'Facturable' }, (each) => each.isBillable),
  ruleColumn('billable_rule', { en: 'Because', es: 'Porque' }, (each) => each.billableRule),
  {
    key: 'serial',
    title: { en: 'Serial number', es: 'Número de serie' },
    code: ({ serial }) => serial,
  },
  {
    key: 'inventory_number',
    title: { en: 'Inventory number', es: 'Número de inventario' },
    code: ({ inventoryNumber }) => inventoryNumber,
  },
  {
    key: 'operating_system',
    title: { en: 'Operating system', es: 'Sistema operativo' },
    code: ({ operatingSystem }) => operatingSystem,
  },
  { key: 'model', title: { en: 'Model', es: 'Modelo' }, code: ({ model }) => model },
]

const SINCE: readonly Column[] = [
  {
    key: 'since',
    title: { en: 'Listed just so since', es: 'Así desde' },
    code: ({ since }) => since,
  },
  {
    key: 'last_contact',
    title: { en: 'Last contact', es: 'Último contacto' },
    code: ({ lastContact }) => lastContact?.toISOString() ?? null,
    cell: ({ lastContact }, { at }) => (lastContact === null ? null : at(lastContact)),
  },
]

const RULES: Readonly<Record<'class_rule' | 'spare_rule' | 'billable_rule', Words>> = {
  class_rule: CLASS_RULE_WORDS,
  spare_rule: SPARE_RULE_WORDS,
  billable_rule: BILLABLE_RULE_WORDS,
}
type Words = Readonly<Record<string, Phrase>>

function ruleColumn(
  key: keyof typeof RULES,
  title: Phrase,
  code: (machine: ListedMachine) => string | null,
): Column {
  return {
    ...{ key, title, code },
    cell: (machine, { say }) => {
      const rule = code(machine)
      return rule === null ? null : say(codeWords(RULES[key], rule))
    },
  }
}

function yesNoColumn(
  key: string,
  title: Phrase,
  isSo: (machine: ListedMachine) => boolean,
): Column {
  return {
    ...{ key, title },
    code: (machine) => String(isSo(machine)),
    cell: (machine, { say }) => say(FLEET_WORDS[isSo(machine) ? 'yes' : 'no']),
  }
}

/** A site as people read it. */
function siteCell({ site }: { readonly site: string | null }, { say }: Voice): string {
  return site ?? say(FLEET_WORDS.unmapped)
}
