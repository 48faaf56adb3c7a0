import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Collected } from '../../src/collect/collect-source.task.ts'
import { collectSource } from '../../src/collect/collect-source.task.ts'
import { collectionStore } from '../../src/collect/store.ts'
import { recordRun } from '../../src/jobs/record-run.ts'
import { SILENT } from '../../src/lib/progress.ts'
import { applyPlan } from '../../src/reconcile/apply-plan.task.ts'
import { findingStore } from '../../src/reconcile/findings/store.ts'
import { makePlan } from '../../src/reconcile/make-plan.task.ts'
import { presentInOcs } from '../../src/reconcile/present-in-ocs.ts'
import { planStore } from '../../src/reconcile/store.ts'
import { undoPlan } from '../../src/reconcile/undo-plan.task.ts'
import { verifyPlan } from '../../src/reconcile/verify-plan.task.ts'
import { connectOcs, openOcsWriter } from '../../src/sources/ocs/client.ts'
import type { OcsComputer } from '../../src/sources/ocs/computer.ts'
import { ocs } from '../../src/sources/ocs/ocs.ts'
import type { OcsSettings } from '../../src/sources/ocs/schema.ts'
import { agentReportsLost, createOcsTables, fillOcs } from '../../src/sources/ocs/simulator.ts'
import { golden, goldenBooks } from '../support/golden-books.ts'
import { goldenEstate } from '../support/golden-estate.ts'
import { testMariadb } from '../support/mariadb.ts'
import { testDatabase } from '../support/postgres.ts'

const database = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'muster-edge-'))
afterAll(() => rm(folder, { recursive: true }))

const ENGINES = [
  { engine: 'SQLite', open: async () => ({ file: join(folder, 'ocs.sqlite') }) },
  { engine: 'MariaDB', open: mariadbTarget },
] as const

describe.each(ENGINES)('the edge table on $engine', ({ open }) => {
  const plans = planStore(database)
  const collections = collectionStore(database)
  let settings: OcsSettings
  let target: Parameters<typeof agentReportsLost>[0]

  beforeAll(async () => {
    target = await open()
    await createOcsTables(target, {})
    await fillOcs(target, goldenEstate())
    settings = { ...target, inventoryField: 'NumInventario', includeArchived: false } as OcsSettings
  })

  const run = <T>(work: (runId: number) => Promise<T>) =>
    recordRun(
      {
        database,
        progress: SILENT,
        run: {
          task: 'plan',
          cause: 'person',
          actor: 'ana',
          host: 'pc',
          pid: 1,
          version: '0',
        },
      },
      async (handle) => ({ state: 'agreed', summary: await work(handle.id) }),
    )

  const collectOcs = (runId: number) =>
    collectSource<OcsComputer>(
      {
        runId,
        day: '2026-11-20',
        collections,
        progress: SILENT,
        now: () => new Date(),
        shrinkLimit: 0.2,
      },
      { source: ocs, step: 'read-ocs', connect: () => connectOcs(settings) },
    )

  const kept = async <T>(
    runId: number,
    source: string,
    items: readonly T[],
  ): Promise<Collected<T>> => ({
    id: await collections.add({
      runId,
      source,
      day: '2026-11-20',
      state: 'complete',
      origin: 'edge table',
      inputHash: null,
      inputBytes: null,
      records: items.length,
      rejections: [],
      notes: [],
      holds: [],
      error: null,
      startedAt: new Date(),
    }),
    source,
    origin: null,
    items,
    rejections: [],
    notes: [],
    holds: [],
    hash: null,
    failure: null,
    startedAt: new Date(),
  })

  const plan = () =>
    run(async (runId) => {
      const computers = await collectOcs(runId)
      const books = goldenBooks(computers.items)
      return makePlan(
        {
          runId,
          actor: 'ana',
          plans,
          findings: findingStore(database),
          checks: { severities: {}, off: [] },
          day: '2026-11-20',
          progress: SILENT,
          policy: books.policy,
          shareLimit: 0.3,
          readComputers: present(computers.items),
        },
        {
          finance: await kept(runId, 'finance-register', books.assets),
          locations: await kept(runId, 'locations', books.locations),
          ocs: computers,
          scopes: [],
          target: await withWriter(async (writer) => writer.target),
        },
      )
    })

  /** OCS as it is, every row of it readable. */
  const present = (computers: readonly OcsComputer[]) => async () =>
    presentInOcs({
      target: await withWriter(async (writer) => writer.target),
      computers,
      unreadable: new Set(),
    })

  const withWriter = async <T>(
    work: (writer: Awaited<ReturnType<typeof openOcsWriter>>) => Promise<T>,
  ) => {
    const writer = await openOcsWriter(settings)
    try {
      return await work(writer)
    } finally {
      await writer.close()
    }
  }

  it('plans, applies, verifies and undoes exactly the rows it says', async () => {
    const { summary } = await plan()
    const planned = golden.expected.filter((row) => row.outcome === 'planned')
    expect(summary.changes).toBe(planned.length)
    expect(Object.values(summary.outcomes).reduce((sum, count) => sum + count, 0)).toBe(
      golden.ocs.length,
    )
    expect(await outcomesKept(summary.plan)).toEqual(wantedOutcomes())

    const applied = await run((runId) =>
      withWriter((writer) =>
        applyPlan(
          { runId, actor: 'ana', plans, writer, progress: SILENT, batchSize: 7 },
          summary.plan,
        ),
      ),
    )
    expect(applied.summary.outcomes).toEqual({ applied: planned.length })
    expect(await tagsNow()).toEqual(wantedTags())

    const [first] = planned
    await agentReportsLost(target, first?.hardware_id ?? 0)
    const verified = await run(async (runId) =>
      verifyPlan({ plans, runId }, summary.plan, present((await collectOcs(runId)).items)),
    )
    expect(verified.summary.standings).toEqual({ standing: planned.length - 1, reverted: 1 })
    expect(await plans.findVerification(summary.plan)).toMatchObject({
      standings: verified.summary.standings,
      departures: [{ n: 1, kind: 'reverted', found: 'LOST' }],
    })

    const undone = await run((runId) =>
      withWriter((writer) =>
        undoPlan(
          { runId, actor: 'ana', plans, writer, progress: SILENT, readComputers: present([]) },
          summary.plan,
        ),
      ),
    )
    expect(undone.summary.outcomes).toEqual({ applied: planned.length - 1, moved: 1 })
    expect(await plans.get(summary.plan)).toMatchObject({
      state: 'partly-undone',
      takenBack: planned.length - 1,
      leftAlone: 1,
    })
  })

  /** Of every row its outcome, as the plan's changes and the findings beside it have it. */
  const outcomesKept = async (planId: number) => {
    const changes = await plans.changes(planId)
    const { open } = await findingStore(database).aroundPlan(planId)
    const outcomes = [
      ...changes.map(({ recordKey }) => [Number(recordKey), 'planned'] as const),
      ...open.flatMap(({ check, subject }) => {
        const [about, id] = subject.split(':')
        return about === 'ocs' ? [[Number(id), check] as const] : []
      }),
    ]
    const kinds = Map.groupBy(outcomes, ([id]) => id)
    return golden.ocs.map(({ hardware_id: id }) => ({
      id,
      outcomes: kinds.get(id)?.map(([, kind]) => kind) ?? ['unchanged'],
    }))
  }

  const tagsNow = async () => {
    const { summary } = await run(collectOcs)
    return summary.items.map(({ hardwareId, tag }) => ({ hardwareId, tag }))
  }
})

function wantedOutcomes() {
  return golden.ocs.map(({ hardware_id: id }) => ({
    id,
    outcomes: golden.expected.filter((row) => row.hardware_id === id).map((row) => row.outcome),
  }))
}

function wantedTags() {
  return golden.ocs
    .map((row) => {
      const wanted = golden.expected.find((each) => each.hardware_id === row.hardware_id)
      const tag = wanted?.outcome === 'planned' ? wanted.expected_tag : row.tag
      return { hardwareId: row.hardware_id, tag }
    })
    .toSorted((one, other) => one.hardwareId - other.hardwareId)
}

async function mariadbTarget() {
  const { host, port, user, password, createDatabase } = testMariadb()
  return { host, port, user, password, database: await createDatabase() }
}
