import type { MachineStory, StoryRecord } from '../../jobs/fleet/link-machines.task.ts'
import { codeWords } from '../../language/code-words.ts'
import { FLEET_WORDS } from '../../language/fleet-words.ts'
import { type Phrase, say } from '../../language/language.ts'
import { counted } from '../../language/list-words.ts'
import {
  DECISION_WORDS,
  LOST_REASON_WORDS,
  MATCH_RULE_WORDS,
  OPEN_QUESTION_WORDS,
  unplacedWords,
} from '../../language/match-words.ts'
import { RECORDS } from '../../language/noun-words.ts'
import type { Speaker } from './machine-lines.ts'
import { tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

/** Why some records are one machine, and why the best candidate that lost is not of it. */
export function storyLines(story: MachineStory, { language, clock }: Speaker): string[] {
  const { day, deviceId, records, decisions, ambiguous } = story
  const words = (phrase: Phrase) => say(phrase, language)
  const size = counted(records.length, RECORDS)
  const lost = records.flatMap((record) => lostWords(record))
  const linked = toldOnce(records).flatMap((record) => linkWords(record))
  return [
    words({
      en: `Machine ${deviceId} as of ${day}: ${size.en}`,
      es: `Equipo ${deviceId} al ${day}: ${size.es}`,
    }),
    ...tableLines([TITLES.map(words), ...records.map((record) => recordRow(record, words))]),
    ...section(WHY, linked.length > 0 ? linked : [ALONE], words),
    ...section(WHY_NOT, lost, words),
    ...section(
      SAID,
      decisions.map((decision) => decisionWords(decision, clock)),
      words,
    ),
    ...section(OPEN, ambiguous.map(questionWords), words),
  ]
}

type Words = (phrase: Phrase) => string

const TITLES: readonly Phrase[] = [
  { en: 'RECORD', es: 'REGISTRO' },
  { en: 'NAME', es: 'NOMBRE' },
  { en: 'HOST NAME', es: 'NOMBRE DE EQUIPO' },
  { en: 'SERIAL NUMBER', es: 'NÚMERO DE SERIE' },
  { en: 'SITE', es: 'SITIO' },
]
const WHY: Phrase = { en: 'Why they are one machine', es: 'Por qué son un solo equipo' }
const ALONE: Phrase = {
  en: 'No other record speaks of it.',
  es: 'Ningún otro registro habla de él.',
}
const WHY_NOT: Phrase = {
  en: 'What came nearest, and why it is another machine',
  es: 'Lo más parecido, y por qué es otro equipo',
}
const SAID: Phrase = { en: 'What people said', es: 'Lo que dijeron las personas' }
const OPEN: Phrase = { en: 'For a person to decide', es: 'Debe decidirlo una persona' }

function section(title: Phrase, phrases: readonly Phrase[], words: Words): string[] {
  if (phrases.length === 0) return []
  return ['', `${words(title)}:`, ...phrases.map((phrase) => shownText(`  ${words(phrase)}`))]
}

function recordRow({ ref, name, hostname, serial, site }: StoryRecord, words: Words): string[] {
  return [ref, name ?? '-', hostname ?? '-', serial ?? '-', site ?? words(FLEET_WORDS.unmapped)]
}

/** Of two records that were linked through each other, the first alone. */
function toldOnce(records: readonly StoryRecord[]): StoryRecord[] {
  const throughOf = new Map(records.map(({ ref, through }) => [ref, through]))
  const places = new Map(records.map(({ ref }, at) => [ref, at]))
  return records.filter(({ ref, through }, at) => {
    const isMutual = through !== null && throughOf.get(through) === ref
    return !(isMutual && (places.get(through) ?? at) < at)
  })
}

function linkWords({ ref, rule, value, otherValue, through, since }: StoryRecord): Phrase[] {
  if (rule === null) return []
  const by = codeWords(MATCH_RULE_WORDS, rule)
  const equal = value === null ? '' : ` ${equalValues(value, otherValue)}`
  const to = through ?? '-'
  return [
    {
      en: `${ref} with ${to}, since ${since}: ${by.en}${equal}`,
      es: `${ref} con ${to}, desde el ${since}: ${by.es}${equal}`,
    },
  ]
}

/** Two values that were found equal; one of them where they are written alike. */
function equalValues(value: string, other: string | null): string {
  return other === null || other === value ? `"${value}"` : `"${value}" = "${other}"`
}

function lostWords({ ref, lost }: StoryRecord): Phrase[] {
  if (lost === null) return []
  const rule = codeWords(MATCH_RULE_WORDS, lost.rule)
  const reason =
    lost.unplaced === null
      ? codeWords(LOST_REASON_WORDS, lost.reason.kind)
      : unplacedWords(lost.unplaced)
  const by = 'by' in lost.reason ? codeWords(MATCH_RULE_WORDS, lost.reason.by) : null
  return [
    {
      en: `${ref} shares its ${rule.en} with ${lost.ref}: ${reason.en}${by ? ` (${by.en})` : ''}`,
      es: `${ref} comparte con ${lost.ref} su ${rule.es}: ${reason.es}${by ? ` (${by.es})` : ''}`,
    },
  ]
}

function decisionWords(
  { one, other, kind, by, reason, at }: MachineStory['decisions'][number],
  clock: Speaker['clock'],
): Phrase {
  const said = DECISION_WORDS[kind]
  const why = reason === null ? '' : ` (${reason})`
  return {
    en: `${one} and ${other} ${said.en}: ${by}, ${clock(at)}${why}`,
    es: `${one} y ${other} ${said.es}: ${by}, ${clock(at)}${why}`,
  }
}

/** Machines that a rule found equal and could not tell apart. */
export function questionWords({
  rule,
  why,
  candidates,
}: MachineStory['ambiguous'][number]): Phrase {
  const by = codeWords(MATCH_RULE_WORDS, rule)
  const because = codeWords(OPEN_QUESTION_WORDS, why)
  const machines = candidates.map((records) => records.join(' + ')).join(' | ')
  return { en: `${by.en}, ${because.en}: ${machines}`, es: `${by.es}, ${because.es}: ${machines}` }
}
