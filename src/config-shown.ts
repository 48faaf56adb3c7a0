import type { Config } from './config.ts'
import { configSchema } from './config-schema.ts'

/** A setting in force, as its schema describes it. */
export interface ShownSetting {
  /** `guards.shrink` */
  readonly path: string
  readonly value: unknown
  /** What is shown is a part: what may serve as a key was taken out of it. */
  readonly isCut: boolean
  readonly description: string | null
}

/**
 * Every setting in force that the schema of the configuration describes. The schema knows no secrets, and what it does
 * not describe is not shown, so that a setting which is added is hidden until somebody says what it is.
 */
export function shownSettings(config: Config): ShownSetting[] {
  return within({ schema: configSchema(), value: config, path: '', description: null })
}

interface Place {
  readonly schema: unknown
  readonly value: unknown
  readonly path: string
  readonly description: string | null
}

function within({ schema, value, path, description: above }: Place): ShownSetting[] {
  if (value === undefined || !isRecord(schema)) return []
  const description = typeof schema.description === 'string' ? schema.description : above
  const members = membersOf(schema)
  if (members === null || !isRecord(value)) return leaf(path, value, description)
  const { named, others } = members
  const shown = Object.entries(value).flatMap(([key, each]) =>
    within({
      schema: named.get(key) ?? others,
      value: each,
      path: path === '' ? key : `${path}.${key}`,
      description: null,
    }),
  )
  const isEmptyRecord = Object.keys(value).length === 0
  return isEmptyRecord && path !== '' ? [{ path, value: {}, isCut: false, description }] : shown
}

/** A whole part of the configuration that its schema does not look into is not shown either. */
function leaf(path: string, value: unknown, description: string | null): ShownSetting[] {
  if (isRecord(value)) return []
  if (Array.isArray(value) && path === '') return []
  const plain = withoutKeys(value)
  return [
    { path, value: plain, isCut: JSON.stringify(plain) !== JSON.stringify(value), description },
  ]
}

interface Members {
  readonly named: ReadonlyMap<string, unknown>
  /** Of every other name; undefined where there may be none. */
  readonly others: unknown
}

/** What an object of this schema may hold; null where it is none. Of several forms, what any of them has. */
function membersOf(schema: Record<string, unknown>): Members | null {
  const forms = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((each) => {
    return Array.isArray(each) ? each : []
  })
  const all = [schema, ...forms].filter(isRecord)
  const inner = forms.filter(isRecord).map(membersOf)
  const named = all.flatMap(({ properties }) =>
    isRecord(properties) ? Object.entries(properties) : [],
  )
  const open = all.map(({ additionalProperties }) => additionalProperties).find(isRecord)
  const nested = inner.flatMap((each) => (each ? [...each.named] : []))
  const others = open ?? inner.map((each) => each?.others).find((each) => each !== undefined)
  if (named.length === 0 && nested.length === 0 && others === undefined) return null
  return { named: new Map([...nested, ...named]), others }
}

/** An address is shown without account, query and fragment; of a path only that there is one, for it may be a key. */
function withoutKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutKeys)
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutKeys(each)]))
  }
  if (typeof value !== 'string' || !/^[a-z][a-z0-9+.-]*:\/\//iu.test(value)) return value
  if (!URL.canParse(value)) return '…'
  const { protocol, host, pathname } = new URL(value)
  return `${protocol}//${host}${pathname.length > 1 ? '/…' : pathname === '/' && value.endsWith('/') ? '/' : ''}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
