import { codeWords } from '../../language/code-words.ts'
import { SEVERITY_WORDS } from '../../language/finding-words.ts'
import { FLEET_WORDS } from '../../language/fleet-words.ts'
import type { Phrase } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import { LOST_REASON_WORDS, MATCH_RULE_WORDS } from '../../language/match-words.ts'
import { OUTCOME_WORDS } from '../../language/outcome-words.ts'
import {
  FINDING_CHANGE_WORDS,
  LINK_CHANGE_WORDS,
  RECLASSIFIED_WORDS,
  shiftWords,
  WHAT_IF_WORDS,
} from '../../language/what-if-words.ts'
import type {
  ToldFinding,
  ToldLink,
  ToldReclassified,
  ToldTag,
  ToldWhatIf,
} from '../../reconcile/rehearse/told-what-if.ts'
import { checkWords } from '../../reports/check-titles.ts'
import { reclassifiedValue } from '../../reports/reclassified-value.ts'
import { tableLines } from './table.ts'

type Words = (phrase: Phrase) => string

/** How many of each kind are named. */
const NAMED = 5

/** Findings opened and closed, check by check, with the first few of each. */
export function findingSection(findings: readonly ToldFinding[], words: Words): string[] {
  if (findings.length === 0) return []
  const byCheck = [...Map.groupBy(findings, ({ check }) => check)]
  const [opened, closed] = [countOf(findings, 'opened'), countOf(findings, 'closed')]
  return [
    `${words(WHAT_IF_WORDS.findings)}: ${words(shiftWords(opened, closed))}`,
    ...byCheck.flatMap(([check, all]) => [
      `  ${words(checkWords(check).title)} (${check}): ${words(shiftWords(countOf(all, 'opened'), countOf(all, 'closed')))}`,
      ...tableLines(
        firstOf(all).map((each) => findingRow(each, words)),
        [],
        4,
      ),
      ...restOf(all, words),
    ]),
    '',
  ]
}

function findingRow(finding: ToldFinding, words: Words): string[] {
  const { change, name, site, records, subject, severity, severityBefore } = finding
  const graded = severityBefore === null ? [] : [gradedText([severityBefore, severity], words)]
  const what = records.length > 0 ? records.join(' + ') : subject
  return [words(FINDING_CHANGE_WORDS[change]), name ?? '-', what, site ?? '-', ...graded]
}

/** @example 'low -> high' */
function gradedText(severities: readonly string[], words: Words): string {
  return severities.map((each) => words(codeWords(SEVERITY_WORDS, each))).join(' -> ')
}

/** Records that would be one machine, or two, with the first few of each. */
export function linkSection(links: readonly ToldLink[], words: Words): string[] {
  if (links.length === 0) return []
  return [
    `${words(WHAT_IF_WORDS.links)}: ${words(shiftWords(countOf(links, 'gained'), countOf(links, 'lost')))}`,
    ...tableLines(firstOf(links).map((each) => linkRow(each, words))),
    ...restOf(links, words),
    '',
  ]
}

function linkRow({ change, one, other, ...how }: ToldLink, words: Words): string[] {
  const rule = words(codeWords(MATCH_RULE_WORDS, how.rule))
  const value = how.value === null ? '' : ` "${how.value}"`
  const against = how.against === null ? [] : [words(codeWords(LOST_REASON_WORDS, how.against))]
  return [words(LINK_CHANGE_WORDS[change]), one.ref, other.ref, `${rule}${value}`, ...against]
}

/** Records of which a rule says something else, with the first few of each matter. */
export function reclassifiedSection(all: readonly ToldReclassified[], words: Words): string[] {
  if (all.length === 0) return []
  const byShift = [...Map.groupBy(all, (each) => shiftText(each, words))]
  return [
    `${words(WHAT_IF_WORDS.reclassified)}: ${words(countWords(all.length))}`,
    ...byShift.flatMap(([shift, some]) => [
      `  ${shift}: ${words(countWords(some.length))}`,
      ...tableLines(
        firstOf(some).map(({ ref, name, site }) => [
          ref,
          name ?? '-',
          site ?? words(FLEET_WORDS.unmapped),
        ]),
        [],
        4,
      ),
      ...restOf(some, words),
    ]),
    '',
  ]
}

/** @example 'spare: no -> yes' */
function shiftText({ what, from, to }: ToldReclassified, words: Words): string {
  const [was, is] = [words(reclassifiedValue(what, from)), words(reclassifiedValue(what, to))]
  return `${words(RECLASSIFIED_WORDS[what])}: ${was} -> ${is}`
}

/** Rows of OCS of which something else would be decided, and the outcomes before and after. */
export function tagSection({ tags, outcomes }: ToldWhatIf, words: Words): string[] {
  if (tags.length === 0 || outcomes === null) return []
  const kinds = [...new Set([...Object.keys(outcomes.before), ...Object.keys(outcomes.after)])]
  const moved = kinds.filter((kind) => outcomes.before[kind] !== outcomes.after[kind])
  return [
    `${words(WHAT_IF_WORDS.tags)}: ${words(countWords(tags.length))}`,
    ...tableLines(
      moved.map((kind) => [
        words(codeWords(OUTCOME_WORDS, kind)),
        `${words(countWords(outcomes.before[kind] ?? 0))} -> ${words(countWords(outcomes.after[kind] ?? 0))}`,
      ]),
    ),
    ...tableLines(
      firstOf(tags).map((each) => tagRow(each, words)),
      [],
      4,
    ),
    ...restOf(tags, words),
    '',
  ]
}

function tagRow(row: ToldTag, words: Words): string[] {
  const decided = (outcome: string, tag: string | null) =>
    [words(codeWords(OUTCOME_WORDS, outcome)), ...(tag === null ? [] : [`"${tag}"`])].join(' ')
  const [was, is] = [
    decided(row.outcomeBefore, row.tagBefore),
    decided(row.outcomeAfter, row.tagAfter),
  ]
  return [`ocs:${row.hardwareId}`, row.hostname ?? '-', was, `-> ${is}`]
}

function countOf(all: readonly { readonly change: string }[], change: string): number {
  return all.filter((each) => each.change === change).length
}

/** The first few of every kind of change among them. */
function firstOf<Row extends object>(all: readonly Row[]): Row[] {
  const kinds = Map.groupBy(all, (row) => ('change' in row ? row.change : null))
  return [...kinds.values()].flatMap((some) => some.slice(0, NAMED))
}

function restOf(all: readonly object[], words: Words): string[] {
  const left = all.length - firstOf(all).length
  if (left === 0) return []
  const [more, where] = [countWords(left), WHAT_IF_WORDS.more]
  return [
    words({ en: `    and ${more.en} more; ${where.en}`, es: `    y ${more.es} más; ${where.es}` }),
  ]
}
