import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { AccessSettings } from './config-access.ts'
import { checkAlertedSources } from './config-alerts.ts'
import { AnalyticsSettings } from './config-analytics.ts'
import { CheckSettings } from './config-checks.ts'
import { CorrectionSettings } from './config-corrections.ts'
import { EventSettings } from './config-events.ts'
import { inCodes, toldInOrder } from './config-faults.ts'
import { checkOrderedSources } from './config-fields.ts'
import { FleetSettings } from './config-fleet.ts'
import { QualitySettings } from './config-quality.ts'
import { RetentionSettings } from './config-retention.ts'
import { ScheduleSettings } from './config-schedule.ts'
import { secretAt, withSecrets, writtenSecrets } from './config-secrets.ts'
import { ServerSettings } from './config-server.ts'
import { type ShownVariable, shownVariables } from './config-variables.ts'
import { type ConfigFault, type ConfigPlace, readYaml } from './config-yaml.ts'
import { isServerUrl } from './db/server-url.ts'
import type { Language } from './language/language.ts'
import { AppError } from './lib/errors.ts'
import { isTimeZone } from './lib/time-zone.ts'
import { DEFAULT_TAG_POLICY } from './reconcile/tag-policy.ts'
import { DeviceFileSettings } from './sources/device-file/schema.ts'
import { FinanceRegisterSettings } from './sources/finance-register/schema.ts'
import { LocationsSettings } from './sources/locations/schema.ts'
import { NinjaoneSettings } from './sources/ninjaone/schema.ts'
import { OcsSettings } from './sources/ocs/schema.ts'
import { ThreatlockerSettings } from './sources/threatlocker/schema.ts'
import { AlertSettings } from './watch/alert-settings.ts'

const Share = z.number().min(0).max(1)
const Words = z.array(z.string())

const Tags = z.strictObject({
  virtualMachineWords: Words.default([...DEFAULT_TAG_POLICY.virtualMachineWords]).describe(
    'Words that stand for a virtual machine where an inventory number would be.',
  ),
  virtualMachineByEvidence: z
    .boolean()
    .default(DEFAULT_TAG_POLICY.virtualMachineByEvidence)
    .describe("Whether OCS's own evidence of a virtual machine counts as well."),
  emptyWords: Words.default([...DEFAULT_TAG_POLICY.emptyWords]).describe(
    'Words that mean "no number", such as NA.',
  ),
  protectedTags: Words.default([...DEFAULT_TAG_POLICY.protectedTags]).describe(
    'TAGs set on purpose, never changed; * and ? are wild.',
  ),
  duplicates: z
    .enum(['tag-all', 'tag-newest', 'tag-none'])
    .default(DEFAULT_TAG_POLICY.duplicates)
    .describe('Which of several computers with one number get the TAG.'),
})

const Guards = z.strictObject({
  shrink: Share.default(0.2).describe(
    'Largest share of records that may go missing from a source unasked, 0 to 1.',
  ),
  share: Share.default(0.3).describe(
    'Largest share of OCS rows a plan may change unasked, after the first one, 0 to 1.',
  ),
})

const Reports = z.strictObject({
  folder: z
    .string()
    .min(1, 'empty-text')
    .default('reports')
    .describe("Folder of the report workbooks; beside this file's folder when relative."),
  splitBy: z
    .enum(['municipality', 'building'])
    .nullable()
    .default(null)
    .describe('One workbook more for each municipality or building.'),
})

const Nightly = z.strictObject({
  apply: z
    .boolean()
    .default(false)
    .describe('Whether "muster nightly" writes a plan that no guard holds.'),
})

/** Exports of other tools, each under a name of its own. */
const DeviceFiles = z
  .record(z.string().regex(/^[a-z][a-z0-9-]*$/u, 'feed-name'), DeviceFileSettings)
  .refine((feeds) => !Object.keys(feeds).some((name) => TAKEN_NAMES.has(name)), 'feed-name-taken')
  .describe(
    'Devices from files of other tools: a name for each, the folder, and what its columns mean.',
  )

const TAKEN_NAMES: ReadonlySet<string> = new Set([
  ...['ocs', 'finance-register', 'locations', 'ninjaone', 'threatlocker'],
])

/** `muster.yaml` as a person writes it. */
export const ConfigFile = z.strictObject({
  language: z
    .enum(['en', 'es'])
    .optional()
    .describe('Language of what people read; without it, LANG decides.'),
  dataFolder: z
    .string()
    .min(1, 'empty-text')
    .default('data')
    .describe('Where Muster keeps its own data; beside this file when relative.'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'time-zone')
    .default('UTC')
    .describe('IANA time zone in which a day is a day.'),
  sources: z.strictObject({
    ocs: OcsSettings.optional(),
    'finance-register': FinanceRegisterSettings.prefault({}),
    locations: LocationsSettings.prefault({}),
    ninjaone: NinjaoneSettings.optional(),
    threatlocker: ThreatlockerSettings.optional(),
    'device-files': DeviceFiles.prefault({}),
  }),
  fleet: FleetSettings.prefault({}),
  checks: CheckSettings.prefault({}),
  corrections: CorrectionSettings.prefault({}),
  keyRing: z
    .string()
    .min(1, 'empty-text')
    .optional()
    .describe(
      'File of the keys that seal what vendors sent; key-ring.json in the data folder when left out. Keep a copy apart from the database.',
    ),
  spoolFolder: z
    .string()
    .min(1, 'empty-text')
    .optional()
    .describe(
      'Folder in which files that are sent to the server lie while they are worked on; spool in the data folder when left out.',
    ),
  tags: Tags.prefault({}),
  guards: Guards.prefault({}),
  reports: Reports.prefault({}),
  quality: QualitySettings.prefault({}),
  analytics: AnalyticsSettings.prefault({}),
  events: EventSettings.prefault({}),
  nightly: Nightly.prefault({}),
  schedule: ScheduleSettings.prefault({}),
  retention: RetentionSettings.prefault({}),
  server: ServerSettings.prefault({}),
  access: AccessSettings.prefault({}),
  alerts: AlertSettings.prefault({}),
})

/** What the product runs by; every path absolute, every default filled in. */
export interface Config extends z.output<typeof ConfigFile> {
  /** A PostgreSQL server, or null for the one that comes along. */
  readonly databaseUrl: string | null
  /** A replica of that server, to read lists and reports from; null for none. */
  readonly databaseReadUrl: string | null
  readonly keyRing: string
  readonly spoolFolder: string
  /** Which secrets the environment gives, by name. */
  readonly variables: readonly ShownVariable[]
}

/** The text of a configuration file, where it lies, and the environment it is read in. */
export interface ConfigInput {
  readonly file: string
  readonly folder: string
  readonly text: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Of the faults, should there be any. */
  readonly language: Language
}

/** Reads a configuration whole: unknown in, `Config` out, every fault reported at once. */
export function loadConfig({ file, folder, text, env, language }: ConfigInput): Config {
  const yaml = readYaml(text)
  if (yaml.kind === 'broken') throw invalid(file, yaml.faults, language)

  const { parsed, issues } = inCodes(() => {
    const parsed = ConfigFile.check(checkOrderedSources, checkAlertedSources).safeParse(
      withSecrets(yaml.content, env),
    )
    return { parsed, issues: parsed.error?.issues ?? [] } // worded only when looked at
  })
  const faults = [
    ...issues.flatMap((issue) => faultsOf(issue, yaml.placeOf)),
    ...writtenSecrets(yaml.content).map((path) => ({
      place: yaml.placeOf(path),
      message: `secret-in-file: ${secretAt(path)?.variable ?? ''}`,
    })),
    ...databaseFault('DATABASE_URL', env.DATABASE_URL ?? ''),
    ...databaseFault('DATABASE_READ_URL', env.DATABASE_READ_URL ?? ''),
    ...replicaFault(env),
  ]
  if (!parsed.success || faults.length > 0) throw invalid(file, faults, language)
  const databaseUrl = env.DATABASE_URL || null
  const databaseReadUrl = env.DATABASE_READ_URL || null
  const variables = shownVariables(env)
  return withAbsolutePaths({ ...parsed.data, databaseUrl, databaseReadUrl, variables }, folder)
}

function invalid(file: string, faults: readonly ConfigFault[], language: Language): AppError {
  return new AppError('config.invalid', { file, faults: toldInOrder(faults, language) })
}

type PlaceOf = (path: readonly PropertyKey[]) => ConfigPlace

/** Each setting that is not known is a fault of its own, at its own line. */
function faultsOf(issue: z.core.$ZodIssue, placeOf: PlaceOf): ConfigFault[] {
  const { path, message } = issue
  const secret = issue.code === 'invalid_type' ? secretAt(path) : undefined
  if (secret) return [{ place: placeOf(path), message: `secret-missing: ${secret.variable}` }]
  if (issue.code !== 'unrecognized_keys') return [{ place: placeOf(path), message }]
  const code = message.startsWith('unknown-column: ') ? message : 'unknown-setting'
  return issue.keys.map((key) => ({ place: placeOf([...path, key]), message: code }))
}

/** The address holds a password, so it is never told. */
function databaseFault(name: string, url: string): ConfigFault[] {
  if (url === '' || isServerUrl(url)) return []
  return [{ place: { line: null, name }, message: 'no-server-url' }]
}

/** The database that comes along has no replicas. */
function replicaFault({ DATABASE_URL, DATABASE_READ_URL }: ConfigInput['env']): ConfigFault[] {
  if (!DATABASE_READ_URL || DATABASE_URL) return []
  return [{ place: { line: null, name: 'DATABASE_READ_URL' }, message: 'replica-alone' }]
}

function withAbsolutePaths(
  config: Omit<Config, 'keyRing' | 'spoolFolder'> & {
    readonly keyRing?: string | undefined
    readonly spoolFolder?: string | undefined
  },
  folder: string,
): Config {
  const absolute = (path: string) => (isAbsolute(path) ? path : join(folder, path))
  const { ocs, locations } = config.sources
  const finance = config.sources['finance-register']
  return {
    ...config,
    dataFolder: absolute(config.dataFolder),
    keyRing: absolute(config.keyRing ?? join(config.dataFolder, 'key-ring.json')),
    spoolFolder: absolute(config.spoolFolder ?? join(config.dataFolder, 'spool')),
    sources: {
      ...config.sources,
      ocs: ocs && 'file' in ocs ? { ...ocs, file: absolute(ocs.file) } : ocs,
      'finance-register': { ...finance, folder: absolute(finance.folder) },
      locations: { ...locations, folder: absolute(locations.folder) },
      'device-files': Object.fromEntries(
        Object.entries(config.sources['device-files']).map(([name, feed]) => [
          name,
          { ...feed, folder: absolute(feed.folder) },
        ]),
      ),
    },
    reports: { ...config.reports, folder: absolute(config.reports.folder) },
    events: {
      ...config.events,
      inbox: config.events.inbox === null ? null : absolute(config.events.inbox),
    },
  }
}
