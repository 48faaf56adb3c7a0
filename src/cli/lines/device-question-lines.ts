import type {
  Candidate,
  SeveralDevices,
  UnlistedDevice,
} from '../../jobs/fleet/describe-device.task.ts'
import { FLEET_WORDS } from '../../language/fleet-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted, listWords } from '../../language/list-words.ts'
import { MACHINES } from '../../language/machine-nouns.ts'
import { tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

/** How many machines of one name are shown on a terminal; `--json` has all. */
const SHOWN = 50

const TITLES: readonly Phrase[] = [
  { en: 'MACHINE', es: 'EQUIPO' },
  { en: 'NAME', es: 'NOMBRE' },
  { en: 'HOST NAME', es: 'NOMBRE DE EQUIPO' },
  { en: 'SITE', es: 'SITIO' },
  { en: 'RECORDS', es: 'REGISTROS' },
]

/** The machines that go by one name, and how to ask for one of them. */
export function severalLines(several: SeveralDevices, language: Language): string[] {
  const { asOf, asked, candidates } = several
  const words = (phrase: Phrase) => say(phrase, language)
  const count = counted(candidates.length, MACHINES)
  const [first] = candidates
  const shown = candidates.slice(0, SHOWN)
  const all = {
    en: `These are the first ${SHOWN}; --json lists them all.`,
    es: `Estos son los primeros ${SHOWN}; --json los lista todos.`,
  }
  return [
    shownText(
      words({
        en: `${count.en} go by "${asked}" as of ${asOf}; ask for one by its number: muster device ${first?.deviceId}`,
        es: `${count.es} se llaman «${asked}» al ${asOf}; pida uno por su número: muster device ${first?.deviceId}`,
      }),
    ),
    '',
    ...tableLines([TITLES.map(words), ...shown.map((each) => candidateRow(each, words))]),
    ...(candidates.length > shown.length ? ['', words(all)] : []),
  ]
}

/** That a machine is not listed on a day, and on which days nearest to it it is. */
export function notListedLines(unlisted: UnlistedDevice, language: Language): string[] {
  const { asked, asOf, deviceId, before, after } = unlisted
  const days = [before, after].filter((day) => day !== null)
  const nearest = listWords(days)
  const again = days.map((day) => `muster device ${deviceId} --as-of ${day}`)
  const told: Phrase = {
    en: `No source lists ${asked} on ${asOf}.${days.length > 0 ? ` The nearest days kept that have it: ${nearest.en}.` : ' No day kept has it.'}`,
    es: `Ninguna fuente tiene ${asked} el ${asOf}.${days.length > 0 ? ` Los días conservados más cercanos que lo tienen: ${nearest.es}.` : ' Ningún día conservado lo tiene.'}`,
  }
  return [shownText(say(told, language)), ...again.map((command) => `  ${command}`)]
}

function candidateRow({ deviceId, records }: Candidate, words: (phrase: Phrase) => string) {
  const distinct = (texts: readonly (string | null)[]) =>
    [...new Set(texts.filter((text) => text !== null))].join(' / ') || '-'
  const sites = records.map(({ site }) => site ?? words(FLEET_WORDS.unmapped))
  return [
    `${deviceId}`,
    distinct(records.map(({ displayName }) => displayName)),
    distinct(records.map(({ hostname }) => hostname)),
    distinct(sites),
    distinct(records.map(({ ref }) => ref)),
  ]
}
