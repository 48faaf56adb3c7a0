import type { InjectOptions } from 'fastify'
import type { Chance } from '../../demo/chance.ts'
import { damaged } from '../inputs/damage.ts'
import { ODD_TEXTS } from '../inputs/words.ts'
import type { Document, Operation, Parameter } from './open-api.ts'
import { type ValueMaker, type Vocabulary, valueFor } from './value-for-schema.ts'

/** A request that can be kept as JSON and sent again. */
export interface KeptRequest {
  readonly operation: string
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Base64; null where no body is sent. */
  readonly body: string | null
}

export interface RequestOrder {
  readonly document: Document
  readonly vocabulary: Vocabulary
  readonly files: readonly Buffer[]
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

/** A request of an operation: as it takes it, or wrong in some of its parts. */
export function requestOf(operation: Operation, order: RequestOrder, chance: Chance): KeptRequest {
  const oddShare = chance.pick([0, 0, 0.02, 0.1, 0.4])
  const maker: ValueMaker = { ...order, chance, oddShare }
  const method = oddShare > 0.3 && chance.happens(0.1) ? chance.pick(METHODS) : operation.method
  const body = chance.happens(oddShare / 4) ? null : bodyOf(operation, order, maker)
  return {
    operation: operation.id,
    method,
    url: urlOf(operation, maker),
    headers: { ...body?.headers, ...headersBy(maker) },
    body: body?.bytes.toString('base64') ?? null,
  }
}

/** As the server is sent it. */
export function sent({ method, url, headers, body }: KeptRequest): InjectOptions {
  return {
    method: method as 'GET', // one of METHODS
    ...{ url, headers: { ...headers } },
    ...(body === null ? {} : { payload: Buffer.from(body, 'base64') }),
  }
}

function urlOf({ path, parameters, isLine }: Operation, maker: ValueMaker): string {
  const inPath = path.replaceAll(/\{(\w+)\}/gu, (_all, name: string) => {
    const parameter = parameters.find((each) => each.in === 'path' && each.name === name)
    return written(parameter ? parameterValue(parameter, maker) : 1, maker)
  })
  if (isLine) return `${inPath}?seconds=0`
  const { chance, oddShare } = maker
  const query = parameters
    .filter((each) => each.in === 'query')
    .filter(({ required = false }) => chance.happens(required ? 0.97 : 0.4))
    .flatMap((parameter) => {
      const times = chance.happens(oddShare / 3) ? 2 : 1
      const name = chance.happens(oddShare / 5) ? `${parameter.name}[]` : parameter.name
      return Array.from(
        { length: times },
        () => `${name}=${written(parameterValue(parameter, maker), maker)}`,
      )
    })
  if (chance.happens(oddShare / 5)) query.push(`${written(chance.pick(ODD_TEXTS), maker)}=1`)
  return query.length === 0 ? inPath : `${inPath}?${query.join('&')}`
}

/** Query schemas say of their texts what they become; numbers of what is there find more. */
function parameterValue({ schema, in: part }: Parameter, maker: ValueMaker): unknown {
  const { chance, vocabulary } = maker
  if (part === 'path' && chance.happens(0.6)) return chance.pick(vocabulary.numbers)
  return valueFor(schema, maker)
}

function written(value: unknown, { chance, oddShare }: ValueMaker): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  if (chance.happens(oddShare / 8))
    return chance.pick(['%', '%zz', '%ff%fe', '%00', '%c0%af', '..%2f..', '%25%30'])
  return encodeURIComponent(text.toWellFormed())
}

interface Body {
  readonly bytes: Buffer
  readonly headers: Readonly<Record<string, string>>
}

function bodyOf({ bodies }: Operation, { files }: RequestOrder, maker: ValueMaker): Body | null {
  const { chance, oddShare } = maker
  const types = Object.keys(bodies)
  if (types.length === 0) return null
  const type = chance.pick(types)
  const schema = bodies[type] ?? {}
  if (type === 'multipart/form-data') return formOf(files, maker)
  if (type !== 'application/json' || types.length > 1) {
    return { bytes: fileBy(files, maker), headers: { 'content-type': type } }
  }
  const json = jsonOf(valueFor(schema, maker), maker)
  const bytes = chance.happens(oddShare / 4)
    ? damaged([Buffer.from(json)], chance)
    : Buffer.from(json)
  return { bytes, headers: { 'content-type': 'application/json' } }
}

function fileBy(files: readonly Buffer[], { chance, oddShare }: ValueMaker): Buffer {
  return oddShare > 0 ? damaged(files, chance) : chance.pick(files)
}

/** JSON of a value; now and then with a key that comes twice, or numbers no double holds. */
function jsonOf(value: unknown, { chance, oddShare }: ValueMaker): string {
  const text = JSON.stringify(value) ?? 'null'
  if (!chance.happens(oddShare / 2)) return text
  const first = /^\{("(?:[^"\\]|\\.)*"):/u.exec(text)?.[1]
  const key = chance.pick([first ?? '"a"', '"__proto__"', '"constructor"', '"toString"'])
  return text
    .replace(/^\{/u, () => `{${key}:${chance.pick(['1e400', '{"x":1}', 'null', '"x"'])},`)
    .replace(',}', '}')
}

const BOUNDARY = 'fuzz-boundary'

function formOf(files: readonly Buffer[], maker: ValueMaker): Body {
  const { chance, oddShare } = maker
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`
  const whole = Buffer.concat([
    Buffer.from(head),
    fileBy(files, maker),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ])
  const bytes = chance.happens(oddShare) ? damaged([whole], chance) : whole
  return { bytes, headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } }
}

const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  ['accept-language', ['es', 'en', 'zz', '*', 'es;q=9,en', ',,,;', 'a'.repeat(4000)]],
  [
    'content-type',
    [
      'text/plain',
      'application/json; charset=utf-7',
      '',
      '/',
      'application/x-ndjson',
      'a'.repeat(2000),
    ],
  ],
  ['content-encoding', ['gzip', 'br', 'zz']],
  ['content-length', ['0', '1', '-1', '99999999999', 'x']],
  ['if-none-match', ['*', '""', 'W/"x"', '"'.repeat(999)]],
  ['range', ['bytes=0-0', 'bytes=-1', 'bytes=9-1', 'x']],
  ['accept', ['text/html', 'application/json;q=0', '*/*;q=x']],
  ['host', ['evil.example', 'localhost:99999', '[::1]', ']', 'localhost', '127.0.0.1']],
  ['origin', ['null', 'https://evil.example', 'http://localhost:80']],
  [
    'authorization',
    ['Bearer', 'Bearer x', 'Basic eDp5', 'Bearer a.b.c', `Bearer mst_${'x'.repeat(3000)}`],
  ],
  ['cookie', ['muster_access=x', 'muster_access="', '=;;=', 'a'.repeat(6000)]],
  ['x-forwarded-for', ['127.0.0.1', 'x', '::1, ::2']],
  ['x-http-method-override', ['DELETE']],
  ['transfer-encoding', ['chunked', 'gzip']],
]

function headersBy({ chance, oddShare }: ValueMaker): Record<string, string> {
  const some = HEADERS.filter(() => chance.happens(oddShare / 6))
  return Object.fromEntries(some.map(([name, values]) => [name, chance.pick(values)]))
}
