import type { Config } from './config.ts'
import { openDatabase } from './db/database.ts'
import type { FleetPolicy } from './inventory/classify/fleet-policy.ts'
import type { JobContext } from './jobs/context.ts'
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
  const { databaseUrl, dataFolder, sources, tags, guards, timeZone, reports, nightly } = config
  const { fleet, keyRing } = config
  const place = databaseUrl === null ? { dataFolder } : { url: databaseUrl }
  const database = await effects.progress.step('open-database', () => openDatabase(place))
  const { actor, host, pid, version, now, progress, language } = effects
  return {
    database,
    progress,
    now,
    language,
    who: { actor, host, pid, version, cause: 'person' },
    settings: {
      timeZone,
      ocs: sources.ocs ?? null,
      finance: {
        ...sources['finance-register'],
        virtualMachineWords: [...tags.virtualMachineWords],
      },
      locations: sources.locations,
      policy: tags,
      guards,
      reports,
      nightly,
      fleet: {
        ninjaone: sources.ninjaone ?? null,
        threatlocker: sources.threatlocker ?? null,
        deviceFiles: sources['device-files'],
        policy: policyOf(fleet),
        sitesFrom: fleet.sitesFrom,
        retention: { dailyFor: fleet.dailyFor, monthEnds: fleet.monthEnds },
        keyRing,
      },
    },
    clock: voiceOf(language, timeZone).at,
    close: () => database.close(),
  }
}

/** What was left out of a rule is not said of it. */
function policyOf({ billing, ...lists }: Config['fleet']): FleetPolicy {
  const said = (rule: object) => Object.entries(rule).filter(([, value]) => value !== undefined)
  return {
    ...lists,
    billing: billing.map(({ organisation, ...rule }) => ({
      organisation,
      ...Object.fromEntries(said(rule)),
    })),
  }
}
