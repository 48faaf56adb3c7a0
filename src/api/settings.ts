import type { FastifyInstance } from 'fastify'
import { showSettings } from '../contract/settings.ts'
import type { Api } from './api.ts'
import { handle } from './handle.ts'

/** What this installation goes by. */
export function settingRoutes(http: FastifyInstance, { app }: Api): void {
  handle(http, showSettings, async () => {
    const { settings, variables, database } = app.shown()
    const items = settings.map(({ path, value, isCut, description }) => {
      return { path, value, isCut, description }
    })
    return {
      ...{ items, total: items.length, database: { ...database } },
      variables: variables.map((each) => ({ ...each })),
    }
  })
}
