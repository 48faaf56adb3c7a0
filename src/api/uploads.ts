import type { FastifyInstance } from 'fastify'
import { downloadRejections, getUpload, listRejections, listUploads } from '../contract/uploads.ts'
import { seriesStore } from '../events/daily/store.ts'
import type { KeptUpload } from '../events/ingest/queries.ts'
import { ingestStore } from '../events/ingest/store.ts'
import { refusedRowsCsv } from '../jobs/events/give-upload-back.task.ts'
import type { Language } from '../language/language.ts'
import type { Api } from './api.ts'
import { handle, handleFile } from './handle.ts'
import { toldFault, toldWarning } from './told-file.ts'

/** Files of events that were taken in, and the rows they were taken in without. */
export function uploadRoutes(http: FastifyInstance, { app }: Api): void {
  const store = ingestStore(app.database)

  handle(http, listUploads, async ({ query, language }) => {
    const { source_name: source = null, limit, offset } = query
    if (source !== null) await seriesStore(app.database).assertSource(source)
    const { items, total } = await store.recent({ source, limit, offset })
    return { items: items.map((upload) => toldUpload(upload, language)), total }
  })

  handle(http, getUpload, async ({ params: { id }, language }) =>
    toldUpload(await store.get(id), language),
  )

  handle(http, listRejections, async ({ params: { id }, query: { limit, offset }, language }) => {
    const { rejected } = await store.get(id)
    const rows = await store.rejections(id, limit, offset)
    const items = rows.map(({ line, faults }) => {
      return { line, faults: faults.map((fault) => toldFault(fault, language)) }
    })
    return { items, total: rejected }
  })

  handleFile(http, downloadRejections, async ({ params: { id }, language }) => {
    const upload = await store.get(id)
    const { fileName, source } = upload
    const content = await refusedRowsCsv({ ...app, language }, upload)
    return { fileName: `${(fileName || source).replace(/\.[^.]*$/u, '')}.rejected.csv`, content }
  })
}

function toldUpload(upload: KeptUpload, language: Language) {
  const { id, source, fileName, bytes, mode, onConflict, rows, inserted, actor } = upload
  const { duplicates, conflicts, rejected, metrics, warnings, nature, at, firstAt, lastAt } = upload
  return {
    ...{ id, source, fileName, bytes, format: nature.format, mode, onConflict, rows, inserted },
    ...{ duplicates, conflicts, rejected, metrics: [...metrics], actor, at: at.toISOString() },
    firstAt: firstAt?.toISOString() ?? null,
    lastAt: lastAt?.toISOString() ?? null,
    warnings: warnings.map((warning) => toldWarning(warning, language)),
  }
}
