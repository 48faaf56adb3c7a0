import type { FieldAnswer, LostValue, SaidValue } from '../../inventory/field/describe-fields.ts'
import type { FieldName, FieldValue } from '../../inventory/field/fields.ts'
import { daysBetween, type Heard } from '../../inventory/field/heard.ts'
import type { DescribedDevice, StandsFor } from '../../jobs/fleet/describe-device.task.ts'
import {
  FIELD_RULE_WORDS,
  FIELD_WORDS,
  HEARD_UNKNOWN,
  LOST_VALUE_WORDS,
  MORE_ALIKE,
  NEWEST_ONLY,
  SILENCE_NOT_KEPT,
  saidSinceWords,
  silentWords,
} from '../../language/device-words.ts'
import { FLEET_WORDS, feedWords, MACHINE_KIND_WORDS } from '../../language/fleet-words.ts'
import { type Phrase, say } from '../../language/language.ts'
import { counted, countWords, listWords } from '../../language/list-words.ts'
import type { Speaker } from './machine-lines.ts'
import { restLines } from './rest-lines.ts'
import { storyLines } from './story-lines.ts'
import { tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

/** How many addresses of a list are shown on a terminal; `--json` has all. */
const SHOWN = 3
/** How many characters of a record's id are shown, where they tell it from the others. */
const KEY_SHOWN = 8

/** A machine as of a day: field by field the value that stands for it, what others say, and why it is one. */
export function deviceLines(device: DescribedDevice, speaker: Speaker): string[] {
  const { language } = speaker
  const words = (phrase: Phrase) => say(phrase, language)
  return [
    shownText(words(headline(device))),
    ...standingLines(device).map((phrase) => shownText(`  ${words(phrase)}`)),
    ...restLines(device.asOf, device.restsOn, language),
    ...(device.isSilenceKnown ? [] : [`  ${words(SILENCE_NOT_KEPT)}`]),
    '',
    ...tableLines([RECORD_TITLES.map(words), ...recordRows(device, speaker)]),
    '',
    ...tableLines([WINNER_TITLES.map(words), ...winnerRows(device, words)]),
    ...orderLines(device, words),
    ...loserLines(device, words),
    ...linkLines(device, speaker),
  ]
}

type Words = (phrase: Phrase) => string

const RECORD_TITLES: readonly Phrase[] = [
  { en: 'RECORD', es: 'REGISTRO' },
  { en: 'LAST CONTACT', es: 'ÚLTIMO CONTACTO' },
]
const [FIELD, VALUE, SOURCE, SINCE]: readonly [Phrase, Phrase, Phrase, Phrase] = [
  { en: 'FIELD', es: 'DATO' },
  { en: 'VALUE', es: 'VALOR' },
  { en: 'SOURCE', es: 'FUENTE' },
  { en: 'SAID SINCE', es: 'LO DICE DESDE' },
]
const WINNER_TITLES = [FIELD, VALUE, SOURCE, { en: 'WHY', es: 'POR QUÉ' }, SINCE]
const LOSER_TITLES = [FIELD, VALUE, SOURCE, { en: 'WHY NOT', es: 'POR QUÉ NO' }, SINCE]

function headline(device: DescribedDevice): Phrase {
  const { deviceId, asOf } = device
  const text = (field: FieldName) => {
    const value = winnerOf(device, field)
    return typeof value === 'string' ? value : null
  }
  const kind =
    winnerOf(device, 'spare') === true ? MACHINE_KIND_WORDS.spare : classWords(text('class'))
  const name = text('displayName') ?? text('hostname')
  const site = text('site')
  const where = site === null ? FLEET_WORDS.unmapped : { en: `at ${site}`, es: `en ${site}` }
  const what = (language: keyof Phrase) =>
    [...(name === null ? [] : [name]), kind[language], where[language]].join(', ')
  return {
    en: `Machine ${deviceId} as of ${asOf}: ${what('en')}`,
    es: `Equipo ${deviceId} al ${asOf}: ${what('es')}`,
  }
}

function winnerOf({ fields }: DescribedDevice, field: FieldName): FieldValue | null {
  const answer = fields.find((each) => each.field === field)
  return answer?.kind === 'won' ? answer.winner.value : null
}

function standingLines(device: DescribedDevice): Phrase[] {
  const { deviceId, standsFor, mergedDevices, mergedLaterInto: later } = device
  const told = standsFor?.kind === 'merged' ? standsFor.device : null
  const others = mergedDevices.filter((each) => each !== told)
  const merged = listWords(others.map(String))
  const into = {
    en: `Merged into it: ${merged.en}`,
    es: `Fusionados en él: ${merged.es}`,
  }
  return [
    ...(standsFor === null ? [] : [standsForWords(standsFor, deviceId)]),
    ...(others.length === 0 ? [] : [into]),
    ...(later === null
      ? []
      : [{ en: `Merged later into ${later}.`, es: `Se fusionó después en el ${later}.` }]),
  ]
}

function standsForWords(standsFor: StandsFor, deviceId: number): Phrase {
  if (standsFor.kind === 'merged') {
    const { device } = standsFor
    return {
      en: `Machine ${device} was merged into ${deviceId}, which is told here.`,
      es: `El equipo ${device} se fusionó en el ${deviceId}, del que se habla aquí.`,
    }
  }
  return {
    en: `${standsFor.ref} is not listed on this day; on others it spoke of this machine.`,
    es: `${standsFor.ref} no figura este día; otros días hablaba de este equipo.`,
  }
}

function recordRows(
  { records, yieldsAfter }: DescribedDevice,
  { language, clock }: Speaker,
): string[][] {
  return records.map(({ ref, lastContact, heard }) => [
    ref,
    lastContact === null ? '-' : clock(lastContact),
    ...heardWords(heard, yieldsAfter).map((phrase) => say(phrase, language)),
  ])
}

function heardWords(heard: Heard, yieldsAfter: number): Phrase[] {
  if (heard.kind === 'silent') return [silentWords(heard.days, yieldsAfter)]
  return heard.kind === 'unknown' ? [HEARD_UNKNOWN] : []
}

function winnerRows(device: DescribedDevice, words: Words): string[][] {
  return device.fields.flatMap((answer) => {
    if (answer.kind !== 'won') return []
    const rule = answer.losers.length === 0 ? 'only' : answer.rule
    return [valueRow({ device, answer, said: answer.winner, why: FIELD_RULE_WORDS[rule] }, words)]
  })
}

/** In which order its sources are believed, where it has several. */
function orderLines({ orders }: DescribedDevice, words: Words): string[] {
  const [whole, ...own] = orders.map(({ field, sources }) => {
    const names = sources.map((source) => words(feedWords(source))).join(', ')
    return field === '*' ? names : `${words(FIELD_WORDS[field])}: ${names}`
  })
  if (orders.every(({ sources }) => sources.length < 2)) return []
  const title = words({ en: 'In this order', es: 'En este orden' })
  return [shownText(`  ${[`${title}: ${whole}`, ...own].join('; ')}`)]
}

/** What records say that the winners do not, and how many say the same. */
function loserLines(device: DescribedDevice, words: Words): string[] {
  const lost = device.fields.flatMap((answer) =>
    losersOf(answer).map((said) => ({ device, answer, said, why: LOST_VALUE_WORDS[said.because] })),
  )
  const other = lost.filter(({ said }) => !said.agrees)
  const alike = counted(lost.length - other.length, MORE_ALIKE)
  const unsaid = device.fields
    .filter((answer) => answer.kind === 'nothing-said' && answer.losers.length === 0)
    .map(({ field }) => words(FIELD_WORDS[field]))
  return [
    ...(other.length > 0
      ? [
          '',
          words({ en: 'What others say instead:', es: 'Lo que otros dicen en su lugar:' }),
          ...tableLines([LOSER_TITLES.map(words), ...other.map((row) => valueRow(row, words))]),
        ]
      : []),
    ...(lost.length > other.length || unsaid.length > 0 ? [''] : []),
    ...(lost.length > other.length ? [words({ en: `${alike.en}.`, es: `${alike.es}.` })] : []),
    ...(unsaid.length > 0
      ? [`${words({ en: 'Said by none', es: 'Nadie lo dice' })}: ${unsaid.join(', ')}.`]
      : []),
  ]
}

function losersOf(answer: FieldAnswer): readonly LostValue[] {
  return answer.kind === 'not-kept' ? [] : answer.losers
}

/** One value of a field, whose it is, and why it stands or does not. */
interface ToldValue {
  readonly device: DescribedDevice
  readonly answer: FieldAnswer
  readonly said: SaidValue
  readonly why: Phrase
}

function valueRow({ device, answer: { field }, said, why }: ToldValue, words: Words): string[] {
  const { source, value, since } = said
  const age = since === null ? NEWEST_ONLY : saidSinceWords(since, daysBetween(since, device.asOf))
  return [
    words(FIELD_WORDS[field]),
    words(valueWords(field, value)),
    [words(feedWords(source)), ...keyAmong(device.records, said)].join(' '),
    words(why),
    words(age),
  ]
}

/** Enough of a record's id to tell it from the other records of its source; nothing where it has none. */
function keyAmong(records: DescribedDevice['records'], { ref, source }: SaidValue): string[] {
  const refs = records.filter((record) => record.source === source).map((record) => record.ref)
  if (refs.length === 1) return []
  const start = ref.slice(0, source.length + 1 + KEY_SHOWN)
  const isEnough = refs.filter((each) => each.startsWith(start)).length === 1
  return [(isEnough && start !== ref ? `${start}…` : ref).slice(source.length + 1)]
}

function valueWords(field: FieldName, value: FieldValue): Phrase {
  if (typeof value === 'boolean') return FLEET_WORDS[value ? 'yes' : 'no']
  if (typeof value === 'string') {
    return field === 'class' ? classWords(value) : { en: value, es: value }
  }
  const shown = listWords(value.slice(0, SHOWN))
  if (value.length <= SHOWN) return shown
  const more = countWords(value.length - SHOWN)
  return { en: `${shown.en} and ${more.en} more`, es: `${shown.es} y ${more.es} más` }
}

function classWords(name: string | null): Phrase {
  return MACHINE_KIND_WORDS[name === 'server' || name === 'workstation' ? name : 'other']
}

/** Why its records are one machine: all that is told of that but the list of them. */
function linkLines({ story }: DescribedDevice, speaker: Speaker): string[] {
  const told = storyLines(story, speaker)
  return told.slice(told.indexOf(''))
}
