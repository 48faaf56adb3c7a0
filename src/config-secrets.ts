/** A setting that is secret: the section it belongs to, and the variable it comes from (or `NAME_FILE`). */
export interface SecretSetting {
  readonly section: readonly string[]
  readonly key: string
  readonly variable: string
}

const OCS = ['sources', 'ocs']
const NINJAONE = ['sources', 'ninjaone']
const THREATLOCKER = ['sources', 'threatlocker']
/** Where sign-in through a provider is configured. */
export const OPENID_SECTION = ['access', 'openId']
/** Where people are told of what is wrong. */
export const MAIL_SECTION = ['alerts', 'email']
export const WEBHOOK_SECTION = ['alerts', 'webhook']

/** Secrets come from the environment and never stand in a configuration. */
export const SECRET_SETTINGS: readonly SecretSetting[] = [
  { section: OCS, key: 'password', variable: 'MUSTER_OCS_PASSWORD' },
  { section: NINJAONE, key: 'clientSecret', variable: 'MUSTER_NINJAONE_CLIENT_SECRET' },
  { section: NINJAONE, key: 'refreshToken', variable: 'MUSTER_NINJAONE_REFRESH_TOKEN' },
  { section: THREATLOCKER, key: 'token', variable: 'MUSTER_THREATLOCKER_TOKEN' },
  { section: OPENID_SECTION, key: 'clientSecret', variable: 'MUSTER_OPENID_CLIENT_SECRET' },
  { section: MAIL_SECTION, key: 'user', variable: 'MUSTER_SMTP_USER' },
  { section: MAIL_SECTION, key: 'password', variable: 'MUSTER_SMTP_PASSWORD' },
  { section: WEBHOOK_SECTION, key: 'secret', variable: 'MUSTER_WEBHOOK_SECRET' },
]

/** The secret that belongs at a path of the configuration, or undefined. */
export function secretAt(path: readonly PropertyKey[]): SecretSetting | undefined {
  const asked = path.join('.')
  return SECRET_SETTINGS.find((each) => pathOf(each).join('.') === asked)
}

type Environment = Readonly<Record<string, string | undefined>>

/** A configuration as written, with the secrets of the sections that are in it filled in. */
export function withSecrets(content: unknown, env: Environment): unknown {
  return SECRET_SETTINGS.reduce((filled, { section, key, variable }) => {
    const found = sectionAt(filled, section)
    const isAlwaysThere = section === OCS // an account may have no password
    if (found === undefined || (isAlwaysThere && !('host' in found))) return filled
    const secret = env[variable]
    if (!secret && !isAlwaysThere) return filled
    return withSection(filled, section, { ...found, [key]: secret ?? '' })
  }, content)
}

/** Secrets that stand in a configuration although they must not: their paths. */
export function writtenSecrets(content: unknown): string[][] {
  return SECRET_SETTINGS.filter(
    ({ section, key }) => sectionAt(content, section)?.[key] !== undefined,
  ).map(pathOf)
}

function pathOf({ section, key }: SecretSetting): string[] {
  return [...section, key]
}

function sectionAt(
  content: unknown,
  section: readonly string[],
): Record<string, unknown> | undefined {
  const [name, ...rest] = section
  if (!isRecord(content)) return undefined
  return name === undefined ? content : sectionAt(content[name], rest)
}

/** The content with another section in place of the one that is there. */
function withSection(
  content: unknown,
  [name, ...rest]: readonly string[],
  section: Record<string, unknown>,
): unknown {
  if (name === undefined) return section
  return isRecord(content) ? { ...content, [name]: withSection(content[name], rest, section) } : {}
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
