import { dirname, join } from 'node:path'
import type { NamedText } from './cases/placed-faults.ts'
import { type ReadyCase, readCases } from './cases/read-cases.ts'
import { rulesIn } from './cases/rule-parts.ts'
import type { Config } from './config.ts'
import type { AccessSettings } from './config-access.ts'
import { type OtherRules, otherRules, type WrittenParts } from './config-other-rules.ts'
import { rulesOf } from './config-rules.ts'
import type { ScheduleSettings } from './config-schedule.ts'
import type { ServerSettings } from './config-server.ts'
import { type ShownSetting, shownSettings } from './config-shown.ts'
import type { ShownVariable } from './config-variables.ts'
import { type Database, type DatabaseSettings, openDatabase } from './db/database.ts'
import { openReader, type Reader } from './db/reader.ts'
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
  /** Aborted when the person wants the work to stop. */
  readonly signal: AbortSignal
  /** What is piped in. */
  readonly input: () => AsyncIterable<Uint8Array>
}

/** What an installation goes by, as an administrator is told. */
export interface ShownInstallation {
  readonly settings: readonly ShownSetting[]
  readonly variables: readonly ShownVariable[]
  readonly database: { readonly kind: 'own' | 'server'; readonly hasReplica: boolean }
}

export interface App extends JobContext {
  /** The replica that lists and reports are read from; null where there is none. */
  readonly reader: Reader | null
  /** An instant as the configured time zone's clock shows it. @example '2026-11-21 06:00' */
  clock(instant: Date): string
  /** What is piped in. */
  input(): AsyncIterable<Uint8Array>
  /** How `muster serve` listens. */
  readonly server: ServerSettings
  readonly access: AccessSettings
  /** Where files that are sent lie while they are worked on. */
  readonly spoolFolder: string
  /** What servers do by themselves, and when. */
  readonly schedule: ScheduleSettings
  /** File of the keys that sign access tokens, beside the key ring. */
  readonly signingKeys: string
  readonly version: string
  /** What this installation goes by, without any secret. */
  shown(): ShownInstallation
  /** The settings with rules that somebody would try, or what is wrong with these. */
  otherRules(written: WrittenParts, language: Language): OtherRules
  /** Golden cases of one text with the rules they are run by. Throws `cases.invalid`. */
  readCases(cases: NamedText, language: Language): ReadyCase[]
  close(): Promise<void>
}

/** Opens the database, to its shape unless told otherwise, and hands everyone what they need; `close` undoes it. */
export async function createApp(
  config: Config,
  effects: Effects,
  open: (settings: DatabaseSettings) => Promise<Database> = openDatabase,
): Promise<App> {
  const { databaseUrl, databaseReadUrl, dataFolder, timeZone } = config
  const place = databaseUrl === null ? { dataFolder } : { url: databaseUrl }
  const database = await effects.progress.step('open-database', () => open(place))
  const reader = databaseReadUrl === null ? null : openReader(databaseReadUrl, database)
  const { actor, host, pid, version, now, progress, language, signal, input } = effects
  const settings = settingsOf(config)
  return {
    database,
    reader,
    progress,
    now,
    language,
    signal,
    input,
    who: { actor, host, pid, version, cause: 'person' },
    settings,
    server: config.server,
    access: config.access,
    spoolFolder: config.spoolFolder,
    schedule: config.schedule,
    signingKeys: signingKeysFile(config),
    version,
    clock: voiceOf(language, timeZone).at,
    shown: () => ({
      settings: shownSettings(config),
      variables: config.variables,
      database: { kind: databaseUrl === null ? 'own' : 'server', hasReplica: reader !== null },
    }),
    otherRules: (written, spoken) => otherRules(settings, written, spoken),
    readCases: (cases, spoken) => readCases([cases], { base: rulesIn(config), language: spoken }),
    close: async () => {
      await reader?.close()
      await database.close()
    },
  }
}

/** The keys that sign access tokens lie beside the key ring. */
export function signingKeysFile({ keyRing }: Pick<Config, 'keyRing'>): string {
  return join(dirname(keyRing), 'access-keys.json')
}

/** What tasks go by, from the configuration. */
export function settingsOf(config: Config): JobSettings {
  const { sources, tags, guards, timeZone, reports, nightly } = config
  const { fleet, corrections, keyRing, quality, analytics, events } = config
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
    quality,
    analytics,
    events,
    isSecondPersonNeeded: config.access.fourEyes,
    alerts: config.alerts,
    timetable: config.schedule,
    leaseSeconds: config.schedule.leaseSeconds,
    retention: config.retention,
  }
}
