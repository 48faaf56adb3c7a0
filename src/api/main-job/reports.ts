import type { FastifyInstance } from 'fastify'
import { downloadReport, listReports, writeReport } from '../../contract/reports.ts'
import { planStore } from '../../reconcile/store.ts'
import { partOf } from '../../reports/report-file-name.ts'
import { openReport, reportFiles } from '../../reports/report-files.task.ts'
import type { Api } from '../api.ts'
import { handle, handleFile } from '../handle.ts'
import { startJob } from '../start-job.ts'

/** Report workbooks: having them written, and those there are. */
export function reportRoutes(http: FastifyInstance, api: Api): void {
  const { database, settings } = api.app
  const { folder } = settings.reports

  handle(http, writeReport, async ({ params: { id: plan }, caller, language, raw }) => {
    await planStore(database).get(plan)
    return startJob(api, { task: 'report', plan }, { caller, language, raw })
  })

  handle(http, listReports, async ({ query: { limit, offset } }) => {
    const files = await reportFiles(folder)
    const items = files.slice(offset, offset + limit).map(({ name, bytes, modifiedAt }) => ({
      ...{ name, ...partOf(name), bytes, modifiedAt: modifiedAt.toISOString() },
    }))
    return { items, total: files.length }
  })

  handleFile(http, downloadReport, async ({ params: { name } }) => ({
    fileName: name,
    content: await openReport(folder, name),
  }))
}
