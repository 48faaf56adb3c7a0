import type { Config } from './config.ts'
import { openDatabase } from './db/database.ts'
import type { MainJobContext } from './jobs/main-job.task.ts'
import type { Progress } from './lib/progress.ts'

/** What comes from outside: who is asking, what time it is, how progress is shown. */
export interface Effects {
  readonly actor: string
  readonly host: string
  readonly pid: number
  readonly version: string
  readonly now: () => Date
  readonly progress: Progress
}

export interface App extends MainJobContext {
  close(): Promise<void>
}

/** Opens the database and hands everyone what they need; `close` undoes it. */
export async function createApp(config: Config, effects: Effects): Promise<App> {
  const { databaseUrl, dataFolder, sources, tags, guards, timeZone } = config
  const place = databaseUrl === null ? { dataFolder } : { url: databaseUrl }
  const database = await effects.progress.step('open-database', () => openDatabase(place))
  const { actor, host, pid, version, now, progress } = effects
  return {
    database,
    progress,
    now,
    who: { actor, host, pid, version, cause: 'person', parentId: null },
    settings: {
      timeZone,
      ocs: sources.ocs,
      finance: {
        ...sources['finance-register'],
        virtualMachineWords: [...tags.virtualMachineWords],
      },
      locations: sources.locations,
      policy: tags,
      guards,
    },
    close: () => database.close(),
  }
}
