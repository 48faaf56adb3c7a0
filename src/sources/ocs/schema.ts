import { z } from 'zod'

const TEXT = z.string().min(1, 'empty-text')

const common = {
  inventoryField: TEXT.describe(
    'Name of the custom field that holds the inventory number, as OCS shows it under administrative data.',
  ),
  includeArchived: z
    .boolean()
    .default(false)
    .describe('Also read computers that OCS has archived.'),
}

const ServerSettings = z.strictObject({
  host: TEXT.describe('The MySQL or MariaDB server.'),
  port: z.int().min(1).max(65535).default(3306),
  user: TEXT,
  /** From the environment; never part of a configuration. */
  password: z.string(),
  database: TEXT.default('ocsweb'),
  tls: z
    .boolean()
    .default(false)
    .describe('Encrypt the connection and refuse a server whose certificate cannot be verified.'),
  ...common,
})

const FileSettings = z.strictObject({
  file: TEXT.describe('An SQLite file of the shape of OCS.'),
  ...common,
})

/** The two ways to say where OCS is. */
export const OCS_PLACES = [ServerSettings, FileSettings] as const

export type OcsServerSettings = z.output<typeof ServerSettings>
export type OcsFileSettings = z.output<typeof FileSettings>
export type OcsSettings = OcsServerSettings | OcsFileSettings

/**
 * Where the OCS database is: a MySQL or MariaDB server when `host` is given, an SQLite file when
 * `file` is. Chosen first and checked then, so that each fault is named at its own key.
 */
export const OcsSettings: z.ZodType<OcsSettings> = z
  .looseObject({}, { error: 'not-ocs-settings' })
  .transform((input, context): OcsSettings => {
    const place = placeFault(input)
    if (place !== null) {
      context.issues.push({ code: 'custom', message: place, input })
      return z.NEVER
    }
    const parsed = ('file' in input ? FileSettings : ServerSettings).safeParse(input)
    if (parsed.success) return parsed.data
    for (const { path, message } of parsed.error.issues) {
      context.issues.push({ code: 'custom', path, message, input })
    }
    return z.NEVER
  })

function placeFault(input: object): string | null {
  const isServer = 'host' in input
  const isFile = 'file' in input
  if (isServer && isFile) return 'two-places'
  if (!isServer && !isFile) return 'no-place'
  return null
}
