import type { FastifyInstance } from 'fastify'
import { showSettings } from '../contract/settings.ts'
import { settingMeaning } from '../language/settings/setting-meaning.ts'
import type { Api } from './api.ts'
import { handle } from './handle.ts'

/** What this installation goes by. */
export function settingRoutes(http: FastifyInstance, { app }: Api): void {
  handle(http, showSettings, async ({ language }) => {
    const { settings, variables, database } = app.shown()
    const items = settings.map(({ path, value, isCut, description }) => {
      const meaning = description === null ? null : settingMeaning(description, language)
      return { path, value, isCut, description: meaning }
    })
    return {
      ...{ items, total: items.length, database: { ...database } },
      variables: variables.map((each) => ({ ...each })),
    }
  })
}
