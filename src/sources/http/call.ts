import { AppError } from '../../lib/errors.ts'
import { shownUrl } from './request-url.ts'
import { secretsOf } from './without-secrets.ts'

/** One request as it goes over the wire, and what may be done with it. */
export interface Call {
  readonly source: string
  readonly method: string
  readonly url: URL
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** True when it only reads, so that sending it twice harms nothing. */
  readonly isRepeatable: boolean
  /** True when a success is one whatever it says. */
  readonly isAnswerIgnored: boolean
  /** What of it must never be shown. */
  readonly secrets: readonly string[]
}

/** What a call is made of. */
export interface CallParts {
  readonly source: string
  readonly method: string
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>> | undefined
  readonly isSafe?: boolean | undefined
  readonly isAnswerIgnored?: boolean | undefined
}

const ALWAYS = { accept: 'application/json', 'accept-encoding': 'gzip, br', 'user-agent': 'muster' }
const JSON_BODY = { 'content-type': 'application/json' }
const FORM_BODY = { 'content-type': 'application/x-www-form-urlencoded' }

/** Puts a call together; `own` headers win over the `signed` ones, and both over what is always sent. */
export function callOf(parts: CallParts, signed: Readonly<Record<string, string>>): Call {
  const { source, method, url, headers: own, json, form, isSafe, isAnswerIgnored = false } = parts
  const kind = json !== undefined ? JSON_BODY : form !== undefined ? FORM_BODY : {}
  const headers = lowerCased([ALWAYS, kind, signed, own ?? {}])
  const [bad] = Object.entries(headers).filter(([, value]) => !isSendable(value))
  if (bad) {
    const reason = `unsendable-header: ${bad[0]}`
    throw new AppError('api.sign-in-refused', { source, url: shownUrl(url), reason })
  }
  return {
    source,
    method,
    url,
    headers,
    body: bodyOf(parts),
    isRepeatable: method === 'GET' || isSafe === true,
    isAnswerIgnored,
    secrets: secretsOf({ headers, form, json }),
  }
}

/** The same question at another place, where a redirect sends it. */
export function followed(parts: CallParts, url: URL): CallParts {
  const { source, headers } = parts
  return { source, method: 'GET', url, headers }
}

function bodyOf({ json, form }: CallParts): string | null {
  if (json !== undefined) return JSON.stringify(json)
  return form === undefined ? null : new URLSearchParams(form).toString()
}

function lowerCased(
  all: readonly Readonly<Record<string, string>>[],
): Readonly<Record<string, string>> {
  const entries = all.flatMap((each) => Object.entries(each))
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value.trim()]))
}

/** A secret pasted with a line break or a typographic quote cannot be a header. */
function isSendable(value: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/u.test(value)
}
