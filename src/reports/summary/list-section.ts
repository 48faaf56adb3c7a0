import type { Phrase } from '../../language/language.ts'
import { listsDiffer, SUMMARY_WORDS, shareWords } from '../../language/report-summary-words.ts'
import { LIST_WORDS, type ListWord } from '../../language/report-words.ts'
import type { PlanFinding } from '../../reconcile/findings/plan-queries.ts'
import { LIST_OF } from '../list-of-check.ts'
import type { ReportData } from '../report-data.ts'
import { entryCount } from '../report-list.ts'
import type { FilledList, ReportPart } from '../report-part.ts'
import type { Voice } from '../voice.ts'
import { heading, remark, type SummaryRow } from './summary-rows.ts'

/** How much each list holds; in a part of a report, beside how much the whole holds. */
export function listSection(part: ReportPart, voice: Voice): SummaryRow[] {
  return part.scope === null ? wholeLists(part, voice) : partLists(part, voice)
}

function wholeLists({ data, lists }: ReportPart, { say }: Voice): SummaryRow[] {
  const word = (key: 'entries' | 'rows' | 'new' | 'gone') => say(SUMMARY_WORDS[key])
  const shifts = data.previous && data.findings ? shiftsByList(data) : null
  return [
    ...heading(
      say(SUMMARY_WORDS.lists),
      '',
      word('entries'),
      word('rows'),
      ...(shifts ? [word('new'), word('gone')] : []),
    ),
    ...lists.map(({ list, lines }) => [
      list.name,
      say(LIST_WORDS[list.name]),
      entryCount(lines),
      lines.length,
      ...(shifts ? [shifts.opened(list.name), shifts.closed(list.name)] : []),
    ]),
    remark(say(SUMMARY_WORDS['entries-explained'])),
    ...(data.findings ? missing(data, { say }) : [remark(say(noLists(data)))]),
  ]
}

function noLists({ plan }: ReportData): Phrase {
  const isOfNames = plan.corrects === 'names'
  return SUMMARY_WORDS[isOfNames ? 'names-have-no-lists' : 'undo-has-no-lists']
}

function partLists({ lists }: ReportPart, { say }: Voice): SummaryRow[] {
  const total = (count: (list: FilledList) => number) =>
    lists.reduce((sum, list) => sum + count(list), 0)
  const share = shareWords(
    total(({ lines }) => lines.length),
    total(({ inAll }) => inAll),
  )
  return [
    ...heading(say(SUMMARY_WORDS.lists), '', say(SUMMARY_WORDS.here), say(SUMMARY_WORDS['in-all'])),
    ...lists.map(({ list, lines, inAll }) => [
      list.name,
      say(LIST_WORDS[list.name]),
      lines.length,
      inAll,
    ]),
    remark(say(share)),
  ]
}

/** New and gone findings of each list; null for a list that is not of findings. */
function shiftsByList({ plan, findings }: ReportData) {
  const opened = countByList((findings?.open ?? []).filter((it) => it.openedPlan === plan.id))
  const closed = countByList(findings?.closed ?? [])
  const ofFindings = new Set<ListWord>(Object.values(LIST_OF))
  const count = (counts: ReadonlyMap<ListWord, number>) => (name: ListWord) =>
    ofFindings.has(name) ? (counts.get(name) ?? 0) : null
  return { opened: count(opened), closed: count(closed) }
}

function countByList(findings: readonly PlanFinding[]): Map<ListWord, number> {
  const groups = Map.groupBy(findings, ({ check }) => LIST_OF[check])
  return new Map([...groups].map(([name, group]) => [name, group.length]))
}

/** A remark when what the plan counted is not what is known of it now. */
function missing({ plan, findings }: ReportData, { say }: Pick<Voice, 'say'>): SummaryRow[] {
  const counted = Object.values(plan.lists).reduce((sum, count) => sum + count, 0)
  const listed = findings?.open.length ?? 0
  return counted === listed ? [] : [remark(say(listsDiffer(counted, listed)), 'bad')]
}
