import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted, countWords } from '../../language/list-words.ts'
import { CHANGES, COMPUTERS, GONE, NEW, ROWS } from '../../language/noun-words.ts'
import { OUTCOME_WORDS, type OutcomeWord } from '../../language/outcome-words.ts'
import { LIST_WORDS, type ListWord } from '../../language/report-words.ts'
import type { ListedChange } from '../../reconcile/change-queries.ts'
import type { TagCheckCode } from '../../reconcile/checks/tag-checks.ts'
import type { PlanHold } from '../../reconcile/guard.ts'
import type { PlanSummary } from '../../reconcile/make-plan.task.ts'
import { LIST_OF } from '../../reports/list-of-check.ts'
import { changeLines } from './change-lines.ts'
import { tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

/** How many changes a terminal shows of a new plan. */
export const SHOWN_CHANGES = 10

/** A plan for a person: what every OCS row came to, what would change and why, what disagrees. */
export function planLines(
  plan: PlanSummary,
  firstChanges: readonly ListedChange[],
  language: Language,
): string[] {
  const words = (phrase: Phrase) => say(phrase, language)
  return [
    words(heading(plan)),
    '',
    words({ en: 'What each computer in OCS came to', es: 'En qué quedó cada computadora de OCS' }),
    ...outcomeLines(plan, language),
    '',
    ...(firstChanges.length > 0 ? [words(changesHeading(plan)), ...changeLines(firstChanges)] : []),
    ...(firstChanges.length > 0 ? [''] : []),
    ...listLines(plan, language),
    ...plan.access.map((shift) => `  ${words(shiftWords(shift))}`),
    ...plan.holds.map((hold) => words(holdWords(hold, plan.plan))),
  ]
}

/** What a person does next with a new plan. */
export function nextLines({ plan, state, changes }: PlanSummary, language: Language): string[] {
  return state === 'waiting' && changes > 0 ? [say(nextStep(plan), language)] : []
}

function outcomeLines({ outcomes, rows }: PlanSummary, language: Language): string[] {
  const kinds = Object.entries(outcomes).toSorted(([, one], [, other]) => other - one)
  const lines = kinds.map(([kind, count]) => [number(count, language), outcomeName(kind, language)])
  const sum = [number(rows, language), say({ en: 'in all', es: 'en total' }, language)]
  return tableLines([...lines, sum], ['right'])
}

/** The lists that hold something, with what is new and gone since the plan before. */
function listLines({ findings, shifts }: PlanSummary, language: Language): string[] {
  const lists = new Map<ListWord, { count: number; opened: number; closed: number }>(
    LIST_ORDER.map((name) => [name, { count: 0, opened: 0, closed: 0 }]),
  )
  const isFirst = isFirstLook(findings, shifts)
  const listOf = (check: string) => {
    const name = LIST_OF[check as keyof typeof LIST_OF] // checks are keys of LIST_OF by their type
    const list = lists.get(name)
    if (!list) throw new Error(`the check ${check} stands on no list`)
    return list
  }
  const isCounted = (check: string) => check !== SEEN_FROM_OCS
  for (const [check, count] of Object.entries(findings)) {
    if (isCounted(check)) listOf(check).count += count
  }
  for (const { check, opened, closed } of shifts) {
    if (!isCounted(check)) continue
    const list = listOf(check)
    list.opened += opened
    list.closed += closed
  }
  const filled = [...lists].filter(([, { count, closed }]) => count + closed > 0)
  if (filled.length === 0) return []
  const rows = filled.map(([name, { count, opened, closed }]) => [
    number(count, language),
    name,
    say(LIST_WORDS[name], language),
    isFirst ? '' : say(shiftOf(opened, closed), language),
  ])
  const title = { en: 'What disagrees', es: 'Qué no concuerda' }
  return [say(title, language), ...tableLines(rows, ['right']), '']
}

/** An asset without a location, seen from its computer: on the list it is there as an asset already. */
const SEEN_FROM_OCS: TagCheckCode = 'location-blank'

/** The lists in the order of the report's sheets. */
const LIST_ORDER = Object.keys(LIST_WORDS).filter((name): name is ListWord =>
  Object.values<string>(LIST_OF).includes(name),
)

/** True when every disagreement is new: there is nothing to compare with. */
function isFirstLook(findings: PlanSummary['findings'], shifts: PlanSummary['shifts']): boolean {
  const all = Object.values(findings).reduce((sum, count) => sum + count, 0)
  const opened = shifts.reduce((sum, shift) => sum + shift.opened, 0)
  return opened === all && shifts.every(({ closed }) => closed === 0)
}

function outcomeName(kind: string, language: Language): string {
  return kind in OUTCOME_WORDS ? say(OUTCOME_WORDS[kind as OutcomeWord], language) : kind // `in` has just proven the key
}

function number(count: number, language: Language): string {
  return say(countWords(count), language)
}

function heading({ plan, changes, rows }: PlanSummary): Phrase {
  const [many, all] = [counted(changes, CHANGES), counted(rows, ROWS)]
  return {
    en: `Plan P${plan}: ${many.en} over ${all.en} of OCS`,
    es: `Plan P${plan}: ${many.es} en ${all.es} de OCS`,
  }
}

function changesHeading({ plan, changes }: PlanSummary): Phrase {
  if (changes <= SHOWN_CHANGES) return { en: 'What would change', es: 'Qué cambiaría' }
  return {
    en: `What would change: the first ${SHOWN_CHANGES}; "muster show P${plan}" lists all`,
    es: `Qué cambiaría: los primeros ${SHOWN_CHANGES}; «muster show P${plan}» los lista todos`,
  }
}

function shiftOf(opened: number, closed: number): Phrase {
  const parts = [
    ...(opened > 0 ? [counted(opened, NEW)] : []),
    ...(closed > 0 ? [counted(closed, GONE)] : []),
  ]
  return { en: parts.map(({ en }) => en).join(', '), es: parts.map(({ es }) => es).join(', ') }
}

function shiftWords(shift: { login: string; pattern: string; loses: number; gains: number }) {
  const { login, pattern, loses, gains } = shift
  const who = shownText(`${login} (${pattern})`)
  return {
    en: `OCS login ${who} would stop seeing ${counted(loses, COMPUTERS).en} and start seeing ${countWords(gains).en}`,
    es: `El usuario de OCS ${who} dejaría de ver ${counted(loses, COMPUTERS).es} y pasaría a ver ${countWords(gains).es}`,
  }
}

/** Why a plan is held, and how it is accepted. */
export function holdWords(hold: PlanHold, plan: number): Phrase {
  const limit = Math.round(hold.limit * 100)
  return {
    en: `HELD: it changes ${countWords(hold.changes).en} of ${counted(hold.rows, ROWS).en}, more than ${limit} %. If that is right: muster accept P${plan} --by NAME`,
    es: `RETENIDO: cambia ${countWords(hold.changes).es} de ${counted(hold.rows, ROWS).es}, más del ${limit} %. Si es correcto: muster accept P${plan} --by NOMBRE`,
  }
}

function nextStep(plan: number): Phrase {
  return {
    en: `Nothing was written to OCS. To write it: muster apply P${plan}`,
    es: `No se escribió nada en OCS. Para escribirlo: muster apply P${plan}`,
  }
}
