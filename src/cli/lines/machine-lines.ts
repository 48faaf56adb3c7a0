import type { App } from '../../app.ts'
import type { ListedMachine, MachinePage } from '../../inventory/list/queries.ts'
import type { MachineList } from '../../inventory/list/store.ts'
import { FLEET_WORDS, MACHINE_KIND_WORDS } from '../../language/fleet-words.ts'
import { type Phrase, say } from '../../language/language.ts'
import { counted, countWords } from '../../language/list-words.ts'
import { MACHINES } from '../../language/machine-nouns.ts'
import { pulseNotes } from '../../reports/rest-notes.ts'
import { restLines } from './rest-lines.ts'
import { tableLines } from './table.ts'

const TITLES: readonly Phrase[] = [
  { en: 'RECORD', es: 'REGISTRO' },
  { en: 'NAME', es: 'NOMBRE' },
  { en: 'HOST NAME', es: 'NOMBRE DE EQUIPO' },
  { en: 'SITE', es: 'SITIO' },
  { en: 'KIND', es: 'TIPO' },
  { en: 'SERIAL NUMBER', es: 'NÚMERO DE SERIE' },
  { en: 'LAST CONTACT', es: 'ÚLTIMO CONTACTO' },
]

/** What is needed of an app to speak of machines. */
export type Speaker = Pick<App, 'language' | 'clock'>

/** Machines as of a day: how many, on what that rests, and those of this page. */
export function machineLines(list: MachineList, page: MachinePage, speaker: Speaker): string[] {
  const { language } = speaker
  const words = (phrase: Phrase) => say(phrase, language)
  const rows = list.items.map((machine) => machineRow(machine, speaker))
  return [
    words(headline(list)),
    ...restLines(list.day, list.restsOn, language),
    ...pulseNotes(list).map((note) => `  ${words(note)}`),
    ...(rows.length > 0 ? ['', ...tableLines([TITLES.map(words), ...rows], [], 0)] : []),
    ...restOfList(list, page).map(words),
  ]
}

function headline({ day, total }: MachineList): Phrase {
  const { en, es } = countWords(total)
  return {
    en: `Machines as of ${day}: ${en}, as each source lists them`,
    es: `Equipos al ${day}: ${es}, tal como los lista cada fuente`,
  }
}

/** How a person names a record: its source, and its id there. */
export function refOf({ source, nativeKey }: Pick<ListedMachine, 'source' | 'nativeKey'>): string {
  return `${source}:${nativeKey}`
}

function machineRow(machine: ListedMachine, { language, clock }: Speaker): string[] {
  const { displayName, hostname, site, organisation, serial, lastContact } = machine
  const unmapped = say(FLEET_WORDS.unmapped, language)
  return [
    refOf(machine),
    displayName ?? '-',
    hostname ?? '-',
    site ?? (organisation === null ? unmapped : `${unmapped} ${organisation}`),
    say(kindWords(machine), language),
    serial ?? '-',
    lastContact === null ? '-' : clock(lastContact),
  ]
}

/** What a machine is; and whether it is billed, where that does not follow from it. */
function kindWords(machine: Pick<ListedMachine, 'class' | 'isSpare' | 'isBillable'>): Phrase {
  const { isSpare, isBillable } = machine
  const kind = MACHINE_KIND_WORDS[isSpare ? 'spare' : machine.class]
  if (isSpare !== isBillable) return kind
  return isBillable
    ? { en: `${kind.en}, billed`, es: `${kind.es}, se factura` }
    : { en: `${kind.en}, not billed`, es: `${kind.es}, no se factura` }
}

function restOfList({ items, total }: MachineList, { offset }: MachinePage): Phrase[] {
  if (items.length >= total) return []
  const all = countWords(total)
  if (items.length === 0) {
    const { en, es } = counted(total, MACHINES)
    return [
      { en: `Nothing begins there: ${en} in all.`, es: `Ahí no empieza nada: ${es} en total.` },
    ]
  }
  const [first, last] = [countWords(offset + 1), countWords(offset + items.length)]
  const next = offset + items.length
  const more =
    next < total
      ? { en: `; the next: --offset ${next}`, es: `; los siguientes: --offset ${next}` }
      : { en: '', es: '' }
  return [
    { en: '', es: '' },
    {
      en: `These are ${first.en} to ${last.en} of ${all.en}${more.en}; all of them: --all, or --out FILE`,
      es: `Estos son del ${first.es} al ${last.es} de ${all.es}${more.es}; todos: --all, o --out ARCHIVO`,
    },
  ]
}
