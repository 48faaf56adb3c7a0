import type { Api } from './api.ts'

/**
 * The same with the replica for its database, where one is configured: for routes that only read and may be some
 * moments behind.
 */
export function readingApi(api: Api): Api {
  const { app } = api
  return app.reader === null ? api : { ...api, app: { ...app, database: app.reader.database } }
}
