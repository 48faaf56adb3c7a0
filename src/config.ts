import { isAbsolute, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { AppError } from './lib/errors.ts'
import { DEFAULT_TAG_POLICY } from './reconcile/tag-policy.ts'
import { FinanceRegisterSettings } from './sources/finance-register/schema.ts'
import { LocationsSettings } from './sources/locations/schema.ts'
import { OcsSettings } from './sources/ocs/schema.ts'

const Share = z.number().min(0).max(1)

const Tags = z.strictObject({
  virtualMachineWords: z.array(z.string()).default([...DEFAULT_TAG_POLICY.virtualMachineWords]),
  virtualMachineByEvidence: z.boolean().default(DEFAULT_TAG_POLICY.virtualMachineByEvidence),
  emptyWords: z.array(z.string()).default([...DEFAULT_TAG_POLICY.emptyWords]),
  protectedTags: z.array(z.string()).default([...DEFAULT_TAG_POLICY.protectedTags]),
  duplicates: z.enum(['tag-all', 'tag-newest', 'tag-none']).default(DEFAULT_TAG_POLICY.duplicates),
})

const Guards = z.strictObject({
  /** Largest share of records that may go missing from a source unasked. */
  shrink: Share.default(0.2),
  /** Largest share of OCS rows a plan may change unasked, after the first one. */
  share: Share.default(0.3),
})

/** `muster.yaml` as a person writes it. */
const ConfigFile = z.strictObject({
  language: z.enum(['en', 'es']).optional(),
  /** Where Muster keeps its own data; beside the file when relative. */
  dataFolder: z.string().min(1).default('data'),
  /** IANA time zone in which a day is a day. */
  timeZone: z
    .string()
    .refine(isTimeZone, 'is not a time zone such as America/Havana')
    .default('UTC'),
  sources: z.strictObject({
    ocs: OcsSettings,
    'finance-register': FinanceRegisterSettings.prefault({}),
    locations: LocationsSettings.prefault({}),
  }),
  tags: Tags.prefault({}),
  guards: Guards.prefault({}),
})

/** What the product runs by; every path absolute, every default filled in. */
export interface Config extends z.output<typeof ConfigFile> {
  /** A PostgreSQL server, or null for the one that comes along. */
  readonly databaseUrl: string | null
}

/** The text of a configuration file, where it lies, and the environment it is read in. */
export interface ConfigInput {
  readonly file: string
  readonly folder: string
  readonly text: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Reads a configuration whole: unknown in, `Config` out, every fault reported at once. */
export function loadConfig({ file, folder, text, env }: ConfigInput): Config {
  const parsed = ConfigFile.safeParse(withPassword(parseYaml(file, text), env))
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new AppError('config.invalid', { file, faults })
  }
  return withAbsolutePaths({ ...parsed.data, databaseUrl: env.DATABASE_URL || null }, folder)
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text) ?? {}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('config.invalid', { file, faults: [reason] }, { cause: error })
  }
}

/** Secrets come from the environment only: the password of OCS is `MUSTER_OCS_PASSWORD`. */
function withPassword(config: unknown, env: ConfigInput['env']): unknown {
  if (!isRecord(config) || !isRecord(config.sources) || !isRecord(config.sources.ocs)) return config
  const { ocs } = config.sources
  if (!('host' in ocs)) return config
  const password = env.MUSTER_OCS_PASSWORD ?? ''
  return { ...config, sources: { ...config.sources, ocs: { ...ocs, password } } }
}

function withAbsolutePaths(config: Config, folder: string): Config {
  const absolute = (path: string) => (isAbsolute(path) ? path : join(folder, path))
  const { ocs, locations } = config.sources
  const finance = config.sources['finance-register']
  return {
    ...config,
    dataFolder: absolute(config.dataFolder),
    sources: {
      ocs: 'file' in ocs ? { ...ocs, file: absolute(ocs.file) } : ocs,
      'finance-register': { ...finance, folder: absolute(finance.folder) },
      locations: { ...locations, folder: absolute(locations.folder) },
    },
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isTimeZone(zone: string): boolean {
  return zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone)
}
