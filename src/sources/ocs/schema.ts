import { z } from 'zod'

const TEXT = z.string().min(1, 'must not be empty')

const common = {
  /** Name of the custom field that holds the inventory number, as OCS shows it under administrative data. */
  inventoryField: TEXT,
  /** Also read computers that OCS has archived. */
  includeArchived: z.boolean().default(false),
}

const ServerSettings = z.strictObject({
  host: TEXT,
  port: z.int().min(1).max(65535).default(3306),
  user: TEXT,
  password: z.string(),
  database: TEXT.default('ocsweb'),
  /** Encrypt the connection and refuse a server whose certificate cannot be verified. */
  tls: z.boolean().default(false),
  ...common,
})

const FileSettings = z.strictObject({ file: TEXT, ...common })

export type OcsServerSettings = z.output<typeof ServerSettings>
export type OcsFileSettings = z.output<typeof FileSettings>
export type OcsSettings = OcsServerSettings | OcsFileSettings

/**
 * Where the OCS database is: a MySQL or MariaDB server when `host` is given, an SQLite file when
 * `file` is. Chosen first and checked then, so that each fault is named at its own key.
 */
export const OcsSettings: z.ZodType<OcsSettings> = z
  .looseObject({}, { error: 'must hold the settings of an OCS database' })
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
  if (isServer && isFile) return 'names both a server (host) and a file; keep one of them'
  if (!isServer && !isFile) return 'names neither a server (host) nor an SQLite file (file)'
  return null
}
