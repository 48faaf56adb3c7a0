import type { FastifyInstance } from 'fastify'
import {
  applyPlan,
  approvePlan,
  exportChanges,
  getPlan,
  listChanges,
  listPlans,
  makePlan,
  undoPlan,
  verifyPlan,
} from '../../contract/plans.ts'
import { FILE_TYPES } from '../../contract/route.ts'
import { approvePlan as approve, assertMayBeWritten } from '../../jobs/approve-plan.task.ts'
import { ocsOf } from '../../jobs/context.ts'
import { assertNamesWanted } from '../../jobs/write-plan.task.ts'
import type { Language } from '../../language/language.ts'
import { planStore } from '../../reconcile/store.ts'
import { changeRecord, changesTable } from '../../reports/changes-table.ts'
import { planChanges } from '../../reports/plan-changes.task.ts'
import { streamTable } from '../../reports/stream-table.task.ts'
import { voiceOf } from '../../reports/voice.ts'
import type { Api } from '../api.ts'
import { handle, handleFile } from '../handle.ts'
import { startJob } from '../start-job.ts'
import { taskContext } from '../task-context.ts'
import { listedPlan, planInFull, toldChange } from './told-plan.ts'

/** Plans: what they would change, whether they may be written, and having them made. */
export function planRoutes(http: FastifyInstance, api: Api): void {
  readingRoutes(http, api)
  const { app } = api

  handle(http, makePlan, async ({ body: { corrects }, caller, language, raw }) => {
    if (corrects === 'names') assertNamesWanted(app.settings)
    else ocsOf(app.settings)
    return startJob(api, { task: 'plan', corrects }, { caller, language, raw })
  })

  handle(http, approvePlan, async ({ params: { id }, body, caller, language }) => {
    const reason = body?.reason ?? null
    await approve(taskContext(api, { caller, language }), { planId: id, reason })
    return planTold(api, id, language)
  })

  writingRoutes(http, api)
}

function readingRoutes(http: FastifyInstance, api: Api): void {
  const { app } = api
  const plans = planStore(app.database)

  handle(http, listPlans, async ({ query: { limit, offset, state = null } }) => {
    const { items, total } = await plans.recent(limit, { offset, state })
    return { items: items.map(listedPlan), total }
  })

  handle(http, getPlan, ({ params: { id }, language }) => planTold(api, id, language))

  handle(http, listChanges, async ({ params: { id }, query, language }) => {
    await plans.get(id)
    const voice = voiceOf(language, app.settings.timeZone)
    const { limit, offset, outcome = null, q: text = null } = query
    const page = { limit, offset }
    const { items, total } = await plans.changesMatching(id, { outcome, text }, page)
    return { items: items.map((change) => toldChange(change, voice)), total }
  })

  handleFile(http, exportChanges, async ({ params: { id }, query: { format }, language }) => {
    await plans.get(id)
    const content = streamTable(
      format,
      {
        batches: planChanges(plans, id),
        table: (changes) => changesTable(id, changes),
        told: changeRecord,
      },
      voiceOf(language, app.settings.timeZone),
    )
    return { fileName: `muster-P${id}-changes.${format}`, type: FILE_TYPES[format], content }
  })
}

/** What reads or writes the system of a plan; a plan that is not to be written is refused at once. */
function writingRoutes(http: FastifyInstance, api: Api): void {
  const plans = planStore(api.app.database)

  handle(http, applyPlan, async ({ params: { id: plan }, caller, language, raw }) => {
    await assertMayBeWritten(api.app, plan)
    return startJob(api, { task: 'apply', plan }, { caller, language, raw })
  })

  handle(http, verifyPlan, async ({ params: { id: plan }, caller, language, raw }) => {
    await plans.get(plan)
    return startJob(api, { task: 'verify', plan }, { caller, language, raw })
  })

  handle(http, undoPlan, async ({ params: { id: plan }, caller, language, raw }) => {
    await plans.get(plan)
    return startJob(api, { task: 'undo', plan }, { caller, language, raw })
  })
}

async function planTold({ app }: Api, id: number, language: Language) {
  const plans = planStore(app.database)
  const { isSecondPersonNeeded } = app.settings
  const plan = await plans.get(id)
  const [origin, approvals, written] = await Promise.all([
    plans.origin(id),
    plans.approvals(id),
    plans.outcomeCounts(id),
  ])
  return planInFull({ plan, origin, approvals, written, isSecondPersonNeeded }, language)
}
