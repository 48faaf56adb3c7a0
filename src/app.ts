import type { Config } from './config.ts'
import { rulesOf } from './config-rules.ts'
import { openDatabase } from './db/database.ts'
import type { JobContext, JobSettings } from './jobs/context.ts'
import type { Language } from './language/language.ts'
import type { Progress } from './lib/progress.ts'
import { voiceOf } from './reports/voice.ts'

/** What comes from outside: who is asking, what time it is, how progress is shown. */
export interface Effects {
  readonly actor: string
  readonly host: string
  readonly pid: number
  readonly version: string
  readonly now: () => Date
  readonly progress: Progress
  readonly language: Language
}

export interface App extends JobContext {
  /** An instant as the configured time zone's clock shows it. @example '2026-11-21 06:00' */
  clock(instant: Date): string
  close(): Promise<void>
}

/** Opens the database and hands everyone what they need; `close` undoes it. */
export async function createApp(config: Config, effects: Effects): Promise<App> {
  const { databaseUrl, dataFolder, timeZone } = config
  const place = databaseUrl === null ? { dataFolder } : { url: databaseUrl }
  const database = await effects.progress.step('open-database', () => openDatabase(place))
  const { actor, host, pid, version, now, progress, language } = effects
  return {
    database,
    progress,
    now,
    language,
    who: { actor, host, pid, version, cause: 'person' },
    settings: settingsOf(config),
    clock: voiceOf(language, timeZone).at,
    close: () => database.close(),
  }
}

/** What tasks go by, from the configuration. */
export function settingsOf(config: Config): JobSettings {
  const { sources, tags, guards, timeZone, reports, nightly } = config
  const { fleet, corrections, keyRing } = config
  const rules = rulesOf(config)
  return {
    timeZone,
    ocs: sources.ocs ?? null,
    finance: {
      ...sources['finance-register'],
      virtualMachineWords: [...tags.virtualMachineWords],
    },
    locations: sources.locations,
    policy: rules.tags,
    guards,
    reports,
    nightly,
    fleet: {
      ninjaone: sources.ninjaone ?? null,
      threatlocker: sources.threatlocker ?? null,
      deviceFiles: sources['device-files'],
      ...rules.fleet,
      fields: fleet.fields,
      retention: { dailyFor: fleet.dailyFor, monthEnds: fleet.monthEnds },
      keyRing,
    },
    checks: rules.checks,
    corrections,
  }
}
