/** A setting that is secret: where it belongs, and the variable it comes from (or `NAME_FILE`). */
export interface SecretSetting {
  readonly source: 'ocs' | 'ninjaone' | 'threatlocker'
  readonly key: string
  readonly variable: string
}

/** Secrets of the sources: they come from the environment and never stand in a configuration. */
export const SECRET_SETTINGS: readonly SecretSetting[] = [
  { source: 'ocs', key: 'password', variable: 'MUSTER_OCS_PASSWORD' },
  { source: 'ninjaone', key: 'clientSecret', variable: 'MUSTER_NINJAONE_CLIENT_SECRET' },
  { source: 'ninjaone', key: 'refreshToken', variable: 'MUSTER_NINJAONE_REFRESH_TOKEN' },
  { source: 'threatlocker', key: 'token', variable: 'MUSTER_THREATLOCKER_TOKEN' },
]

/** The secret that belongs at a path of the configuration, or undefined. */
export function secretAt(path: readonly PropertyKey[]): SecretSetting | undefined {
  const [sources, source, key] = path
  if (sources !== 'sources') return undefined
  return SECRET_SETTINGS.find((each) => each.source === source && each.key === key)
}

type Environment = Readonly<Record<string, string | undefined>>

/** A configuration as written, with the secrets of the sources that are in it filled in. */
export function withSecrets(content: unknown, env: Environment): unknown {
  if (!isRecord(content) || !isRecord(content.sources)) return content
  const sources: Record<string, unknown> = { ...content.sources }
  for (const { source, key, variable } of SECRET_SETTINGS) {
    const section = sources[source]
    if (!isRecord(section) || (source === 'ocs' && !('host' in section))) continue
    const secret = env[variable]
    const isAlwaysThere = source === 'ocs' // an account may have no password
    if (secret || isAlwaysThere) sources[source] = { ...section, [key]: secret ?? '' }
  }
  return { ...content, sources }
}

/** Secrets that stand in a configuration although they must not: their paths. */
export function writtenSecrets(content: unknown): string[][] {
  const sources = isRecord(content) ? content.sources : undefined
  return SECRET_SETTINGS.filter(({ source, key }) => {
    const section = isRecord(sources) ? sources[source] : undefined
    return isRecord(section) && section[key] !== undefined
  }).map(({ source, key }) => ['sources', source, key])
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
