import { z } from 'zod'

/** Where services put what went wrong, most telling first; compared without case. */
const FIELDS = [
  'error_description',
  'errormessage',
  'message',
  'detail',
  'description',
  'title',
  'error',
  'errors',
  'code',
  'resultcode',
]
/** Beside a message these name its kind, and go before it. */
const KINDS = ['error', 'code']
/** A message within a message within a message is no message. */
const DEEPEST = 4

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

const Fields = z.record(z.string(), z.unknown())

/** What a service says of a failure, whatever shape its answer has; empty when it says nothing. */
export function vendorMessage(text: string): string {
  const trimmed = text.trim()
  if (trimmed.startsWith('<')) return headingOf(trimmed)
  const parsed = parsedJson(trimmed)
  return parsed === undefined ? trimmed : messageIn(parsed, DEEPEST)
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function messageIn(value: unknown, depth: number): string {
  if (typeof value === 'string') return value.trim()
  if (depth === 0 || typeof value !== 'object' || value === null) return ''
  if (Array.isArray(value)) return listed(value, depth)
  const fields = new Map(
    Object.entries(Fields.parse(value)).map(([name, field]) => [name.toLowerCase(), field]),
  )
  const messages = FIELDS.map((name) => messageIn(fields.get(name), depth - 1))
  const message = messages.find((each) => each !== '') ?? ''
  const params = paramsWords(fields.get('params'))
  return withKind(fields, message) + (params === '' || message === '' ? '' : ` (${params})`)
}

function listed(values: readonly unknown[], depth: number): string {
  return values
    .map((each) => messageIn(each, depth - 1))
    .filter((each) => each !== '')
    .join('; ')
}

/** `invalid_grant: refresh token expired`. */
function withKind(fields: ReadonlyMap<string, unknown>, message: string): string {
  const kind = KINDS.map((name) => fields.get(name)).find((it) => typeof it === 'string') ?? ''
  return kind === '' || kind === message || message === '' ? message : `${kind}: ${message}`
}

function paramsWords(params: unknown): string {
  if (typeof params !== 'object' || params === null) return ''
  return Object.values(params)
    .filter((each) => typeof each === 'string' || typeof each === 'number')
    .join(', ')
}

/** The title of a page, else its first heading. */
function headingOf(html: string): string {
  const [, title = ''] = /<title[^>]*>([^<]*)/iu.exec(html) ?? []
  const [, heading = ''] = /<h1[^>]*>([^<]*)/iu.exec(html) ?? []
  return (title.trim() || heading.trim()).replace(
    /&(amp|lt|gt|quot);/gu,
    (whole, name) => ENTITIES[name] ?? whole,
  )
}
