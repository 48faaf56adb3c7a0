import type { KeptDelivery } from '../../src/collect/store.ts'
import { assess, type Books } from '../../src/reconcile/assess.ts'
import { tagFindings } from '../../src/reconcile/checks/tag-findings.ts'
import type { PlanFinding } from '../../src/reconcile/findings/plan-queries.ts'
import { countBy, plannedChanges } from '../../src/reconcile/plan.ts'
import type { ReportData, ReportedChange } from '../../src/reports/report-data.ts'
import { goldenBooks } from './golden-books.ts'

const MADE = new Date('2026-11-20T11:00:00Z')

/** What a report would be made of, had the books been planned and kept: evidence as JSON gives it back. */
export function reportData(
  books: Books = goldenBooks(),
  changed: Partial<ReportData> = {},
): ReportData {
  const assessment = assess(books)
  const changes = plannedChanges(assessment.outcomes)
  const open = tagFindings(assessment, books.locations, { severities: {}, off: [] }).map((draft) =>
    keptFinding(draft),
  )
  return {
    plan: {
      id: 7,
      kind: 'tags',
      corrects: 'tags',
      undoes: null,
      state: 'waiting',
      takenBack: 0,
      leftAlone: 0,
      target: 'ocs:3306/ocsweb',
      madeAt: MADE,
      changes: changes.length,
      outcomes: countBy(assessment.outcomes, ({ kind }) => kind),
      lists: countBy(open, ({ check }) => check),
      holds: [],
      access: [{ login: 'mesa', pattern: 'NA', loses: 2, gains: 0 }],
      supersededBy: null,
      acceptedBy: null,
    },
    origin: {
      runId: 12,
      task: 'plan',
      cause: 'person',
      actor: 'ana',
      host: 'pc-7',
      version: '0.1.0',
      startedAt: MADE,
      acceptedAt: null,
      acceptReason: null,
      finishedAt: null,
      previousId: null,
      newerId: null,
      undoId: null,
    },
    previous: null,
    deliveries: [
      delivery({ source: 'finance-register', records: books.assets.length }),
      delivery({ source: 'locations', records: books.locations.length }),
      delivery({ source: 'ocs', records: books.computers.length }),
    ],
    changes: changes.map(
      (change, index): ReportedChange => ({
        n: index + 1,
        recordKey: change.recordKey,
        hostname: change.machine.hostname,
        inventoryNumber: change.inventoryNumber,
        organisation: change.organisation,
        from: change.from,
        to: change.to,
        financeCell: change.evidence.asset.place,
        classifierCell: change.evidence.location.place,
        evidence: change.evidence,
        outcome: 'pending',
        found: null,
        reason: null,
        building: change.building,
        municipality: change.municipality,
        actor: null,
        runId: null,
        at: null,
        foundNumber: null,
        foundGone: false,
        standing: null,
      }),
    ),
    verification: null,
    findings: { open, closed: [] },
    ...changed,
  }
}

/** A finding as the database gives it back. */
export function keptFinding(
  draft: Omit<PlanFinding, 'openedPlan' | 'openedAt'>,
  openedPlan = 7,
): PlanFinding {
  const evidence = JSON.parse(JSON.stringify(draft.evidence))
  return { ...draft, evidence, openedPlan, openedAt: MADE }
}

/** A delivery as the database gives it back. */
export function delivery(changed: Partial<KeptDelivery>): KeptDelivery {
  const rejections = changed.rejections ?? []
  return {
    id: 1,
    source: 'finance-register',
    day: '2026-11-20',
    state: 'complete',
    origin: '/inbox/AR01.xlsx',
    inputHash: 'ab'.repeat(32),
    inputBytes: 1000,
    records: 0,
    notes: [],
    holds: [],
    acceptedBy: null,
    startedAt: MADE,
    ...changed,
    rejections,
    rejected: rejections.length,
  }
}
