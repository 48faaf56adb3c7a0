import type { ToldFinding } from '../../jobs/findings/tell-finding.task.ts'
import {
  FINDING_EVENT_WORDS,
  FINDING_STATE_WORDS,
  type FindingEventWord,
  SEVERITY_WORDS,
} from '../../language/finding-words.ts'
import type { Phrase } from '../../language/language.ts'
import { counted } from '../../language/list-words.ts'
import { DAYS } from '../../language/machine-nouns.ts'
import { unplacedWords } from '../../language/match-words.ts'
import type { FindingEvent, ListedFinding } from '../../reconcile/findings/list-queries.ts'
import { checkWords } from '../../reports/check-titles.ts'
import { type EvidenceTable, evidenceLayout } from '../../reports/evidence-layout.ts'
import { pathText, valuesText } from '../../reports/evidence-text.ts'
import { findingPlace } from '../../reports/finding-place.ts'
import { daysText, type ShownLook, skippedText } from '../../reports/looks-table.ts'
import type { Voice } from '../../reports/voice.ts'
import { tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

const COMPARED: Phrase = { en: 'Compared', es: 'Comparado' }
const EVIDENCE: Phrase = { en: 'Evidence', es: 'Indicios' }
const HISTORY: Phrase = { en: 'What happened', es: 'Qué pasó' }

/** A finding laid out: what it says, where it stands, the evidence, what was compared, its history. */
export function findingLines(told: ToldFinding, voice: Voice): string[] {
  const { finding, look, events } = told
  const { say } = voice
  const { title, says } = checkWords(finding.check)
  return [
    shownText(`F${finding.id}  ${say(title)}: ${finding.name ?? finding.subject}`),
    say(says),
    ...machineLine(finding, say),
    '',
    ...tableLines(factsOf(finding, voice)),
    '',
    `${say(EVIDENCE)}:`,
    ...evidenceLines(told.evidence, voice),
    ...(told.unplaced === null ? [] : [shownText(`  ${say(unplacedWords(told.unplaced))}`)]),
    '',
    `${say(COMPARED)}:`,
    ...comparedLines(finding, look, voice),
    '',
    `${say(HISTORY)}:`,
    ...tableLines(events.map((event) => eventRow(event, voice))),
  ]
}

const MACHINE = /^device:(\d+)$/u

/** Which machine it is about, and how to see all that is known of it. */
function machineLine({ subject }: ListedFinding, say: Voice['say']): string[] {
  const [, id] = MACHINE.exec(subject) ?? []
  if (id === undefined) return []
  return [
    say({ en: `Machine ${id}: muster device ${id}`, es: `Equipo ${id}: muster device ${id}` }),
  ]
}

const DORMANT: Phrase = {
  en: 'its check is off, or a source of it is no longer configured',
  es: 'su comprobación está apagada, o una fuente suya ya no está configurada',
}

function factsOf(finding: ListedFinding, { say }: Voice): string[][] {
  const { check, state, severity, owner, note, acceptedUntil, acceptReason } = finding
  const facts: readonly (readonly [Phrase, string | null])[] = [
    [{ en: 'Check', es: 'Comprobación' }, check],
    [{ en: 'State', es: 'Estado' }, say(FINDING_STATE_WORDS[state])],
    [{ en: 'Dormant', es: 'Inactiva' }, finding.isDormant ? say(DORMANT) : null],
    [{ en: 'Accepted until', es: 'Aceptada hasta' }, acceptedUntil],
    [{ en: 'Because', es: 'Porque' }, acceptReason],
    [{ en: 'Severity', es: 'Gravedad' }, say(SEVERITY_WORDS[severity])],
    [{ en: 'Place', es: 'Lugar' }, findingPlace(finding) ?? '-'],
    [{ en: 'Owner', es: 'Responsable' }, owner ?? '-'],
    [{ en: 'Note', es: 'Nota' }, note],
    [{ en: 'First seen', es: 'Vista por primera vez' }, finding.firstSeen],
    [{ en: 'Stands', es: 'Vigencia' }, say(stoodWords(finding))],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [[say(name), value]]))
}

function stoodWords({ state, standingSince, lastSeen, ageDays }: ListedFinding): Phrase {
  const days = counted(ageDays, DAYS)
  if (state === 'verified') {
    return {
      en: `from ${standingSince} to ${lastSeen}, ${days.en}`,
      es: `desde ${standingSince} hasta ${lastSeen}, ${days.es}`,
    }
  }
  return {
    en: `since ${standingSince}, ${days.en}; last seen ${lastSeen ?? '-'}`,
    es: `desde ${standingSince}, ${days.es}; vista por última vez ${lastSeen ?? '-'}`,
  }
}

/** Evidence of any check: what it says once, then what it lists, as tables. */
function evidenceLines(evidence: ListedFinding['evidence'], voice: Voice): string[] {
  const { facts, tables } = evidenceLayout(evidence)
  const rows = facts.map(({ path, values }) => [
    pathText(path, voice),
    valuesText(path, values, voice),
  ])
  return [...tableLines(rows), ...tables.flatMap((table) => listedLines(table, voice))]
}

function listedLines({ path, columns, rows }: EvidenceTable, voice: Voice): string[] {
  const cells = rows.map((row) =>
    row.map((values, at) => valuesText([...path, ...(columns[at] ?? [])], values, voice)),
  )
  return [
    shownText(`  ${pathText(path, voice)}:`),
    ...tableLines([columns.map((column) => pathText(column, voice)), ...cells], [], 4),
  ]
}

const NO_LOOK: Phrase = {
  en: 'by a version of Muster that did not keep what it compared',
  es: 'por una versión de Muster que no conservaba lo que comparaba',
}

function comparedLines({ scope }: ListedFinding, look: ShownLook | null, voice: Voice): string[] {
  const { say } = voice
  if (look === null) return [shownText(`  ${scope}: ${say(NO_LOOK)}`)]
  const { compared, skipped, lookedOn } = look
  if (skipped === null) return [shownText(`  ${daysText(compared, voice)}`)]
  const last = lookedOn ?? '-'
  const why = skippedText(skipped, voice)
  return [
    shownText(
      `  ${say({ en: `${why}; last compared ${last}`, es: `${why}; comparado el ${last}` })}`,
    ),
  ]
}

function eventRow(event: FindingEvent, { say, at }: Voice): string[] {
  const { day, actor, runId, planId } = event
  const when = at(event.at)
  const asOf = { en: ` (as of ${day})`, es: ` (al ${day})` }
  return [
    when,
    actor ?? 'Muster',
    `${say(happenedWords(event))}${when.startsWith(day) ? '' : say(asOf)}`,
    planId === null ? `R${runId}` : `R${runId}, P${planId}`,
  ]
}

/** What happened, with the owner, the note, the reason or the day that belongs to it. */
function happenedWords({ kind, actor, words, until, stoodDays }: FindingEvent): Phrase {
  const { en, es } = FINDING_EVENT_WORDS[eventWord(kind, { actor, words })]
  const because = words === null ? '' : `: ${words}`
  switch (kind) {
    case 'verified': {
      const days = counted(stoodDays ?? 0, DAYS)
      return { en: `${en}, after ${days.en}`, es: `${es}, tras ${days.es}` }
    }
    case 'accepted':
      return { en: `${en} until ${until}${because}`, es: `${es} hasta ${until}${because}` }
    case 'assigned':
      return words === null ? { en, es } : { en: `${en} ${words}`, es: `${es} ${words}` }
    default:
      return { en: `${en}${because}`, es: `${es}${because}` }
  }
}

function eventWord(
  kind: FindingEvent['kind'],
  { actor, words }: Pick<FindingEvent, 'actor' | 'words'>,
): FindingEventWord {
  if (kind === 'reopened' && actor !== null) return 'opened-again'
  if (kind === 'assigned' && words === null) return 'released'
  if (kind === 'noted' && words === null) return 'note-removed'
  return kind
}
