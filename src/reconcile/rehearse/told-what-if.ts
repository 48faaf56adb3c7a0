import { comparedSites } from '../../inventory/count/figure-change.ts'
import { type Figures, siteFigures, totalFigures } from '../../inventory/count/site-figures.ts'
import type { Scope } from '../../inventory/site/scope.ts'
import type { Day } from '../../lib/day.ts'
import type { FindingDraft } from '../checks/finding-draft.ts'
import type { LinkShift, Reclassified } from './compare-fleets.ts'
import type { RuledRecord } from './rehearse-fleet.ts'
import type { Untold } from './untold.ts'
import type { WhatIf } from './what-if.ts'

/** What a day would have been by other rules, row by row, under the names people know things by. */
export interface ToldWhatIf {
  readonly day: Day
  readonly findings: readonly ToldFinding[]
  readonly links: readonly ToldLink[]
  readonly reclassified: readonly ToldReclassified[]
  readonly tags: readonly ToldTag[]
  /** Rows of OCS by outcome; null where the books are not kept. */
  readonly outcomes: {
    readonly before: Readonly<Record<string, number>>
    readonly after: Readonly<Record<string, number>>
  } | null
  readonly machines: WhatIf['machines']
  readonly questions: WhatIf['questions']
  /** Everywhere first, then site by site. */
  readonly counts: readonly ToldCount[]
  readonly untold: readonly Untold[]
}

export interface ToldFinding
  extends Pick<FindingDraft, 'check' | 'scope' | 'severity' | 'subject' | 'name' | 'evidence'> {
  readonly change: 'opened' | 'closed' | 'regraded'
  /** Of one that is of another severity. */
  readonly severityBefore: string | null
  readonly site: string | null
  /** The records it compared. */
  readonly records: readonly string[]
}

export interface ToldLink {
  readonly change: 'gained' | 'lost'
  readonly one: ToldRecord
  readonly other: ToldRecord
  readonly rule: LinkShift['rule']
  readonly value: string | null
  readonly otherValue: string | null
  /** Why the two are not one machine by the other rules, where those say. */
  readonly against: string | null
}

/** A record by its source and its id there, with what it is called and where it is. */
export interface ToldRecord {
  readonly ref: string
  readonly name: string | null
  readonly site: string | null
}

export interface ToldReclassified extends ToldRecord, Omit<Reclassified, 'record'> {}

export interface ToldTag {
  readonly hardwareId: number
  readonly hostname: string | null
  readonly inventoryNumber: string | null
  readonly outcomeBefore: string
  readonly tagBefore: string | null
  readonly outcomeAfter: string
  readonly tagAfter: string | null
}

export interface ToldCount {
  readonly scope: Scope
  /** Null where there was nothing. */
  readonly before: Figures | null
  readonly after: Figures | null
}

/** Lays a what-if out for reading. */
export function toldWhatIf(made: WhatIf): ToldWhatIf {
  const { day, links, machines, questions, untold, tags } = made
  return {
    ...{ day, machines, questions, untold },
    findings: toldFindings(made),
    links: [
      ...links.gained.map((shift) => toldLink('gained', shift)),
      ...links.lost.map((shift) => toldLink('lost', shift)),
    ],
    reclassified: made.reclassified.map(({ record, ...shift }) => ({
      ...toldRecord(record),
      ...shift,
    })),
    tags: (tags?.rows ?? []).map(({ computer, from, to }) => ({
      hardwareId: computer.hardwareId,
      hostname: computer.hostname,
      inventoryNumber: computer.inventoryNumber,
      ...{ outcomeBefore: from.outcome, tagBefore: from.tag },
      ...{ outcomeAfter: to.outcome, tagAfter: to.tag },
    })),
    outcomes: tags && { before: tags.before, after: tags.after },
    counts: toldCounts(made),
  }
}

/** Whether other rules would make anything otherwise. */
export function isAllTheSame(told: ToldWhatIf): boolean {
  const { findings, links, reclassified, tags, questions } = told
  const changes = findings.length + links.length + reclassified.length + tags.length
  return changes === 0 && questions.before === questions.after
}

function toldFindings({ findings, siteNames }: WhatIf): ToldFinding[] {
  const tell = (
    change: ToldFinding['change'],
    { siteId, evidence, ...finding }: FindingDraft,
    severityBefore: string | null = null,
  ): ToldFinding => {
    const { check, scope, severity, subject, name } = finding
    const site = siteId === null ? null : (siteNames.get(siteId) ?? null)
    const records = refsIn(evidence)
    return {
      change,
      check,
      scope,
      severity,
      severityBefore,
      subject,
      name,
      site,
      records,
      evidence,
    }
  }
  return [
    ...findings.opened.map((each) => tell('opened', each)),
    ...findings.closed.map((each) => tell('closed', each)),
    ...findings.regraded.map(({ finding, from }) => tell('regraded', finding, from)),
  ]
}

/** The records that evidence shows, as checks over machines show them. */
function refsIn({ records }: FindingDraft['evidence']): string[] {
  if (!Array.isArray(records)) return []
  return records.flatMap((each: { readonly ref?: unknown }) =>
    typeof each.ref === 'string' ? [each.ref] : [],
  )
}

/** The two in the order of their names, whichever came first. */
function toldLink(change: ToldLink['change'], shift: LinkShift): ToldLink {
  const { rule, against } = shift
  const ends = [
    { record: toldRecord(shift.one), value: shift.value },
    { record: toldRecord(shift.other), value: shift.otherValue },
  ] as const
  const [one, other] = ends[0].record.ref < ends[1].record.ref ? ends : [ends[1], ends[0]]
  return {
    ...{ change, one: one.record, other: other.record, rule },
    ...{ value: one.value, otherValue: other.value, against: against?.reason.kind ?? null },
  }
}

function toldRecord({ said, site }: RuledRecord): ToldRecord {
  const { source, nativeKey, displayName, hostname } = said
  return {
    ref: `${source}:${nativeKey}`,
    name: displayName ?? hostname,
    site: site?.name ?? null,
  }
}

function toldCounts({ counts: { before, after } }: WhatIf): ToldCount[] {
  return [
    { scope: { kind: 'all' }, before: totalFigures(before), after: totalFigures(after) },
    ...comparedSites(siteFigures(after), siteFigures(before)).map(
      ({ site, current, previous }): ToldCount => ({
        ...{ scope: { kind: 'site', site }, before: previous, after: current },
      }),
    ),
  ]
}
