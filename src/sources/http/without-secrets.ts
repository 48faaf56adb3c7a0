/** What a request bears that nobody but the service may read. */
export interface SecretBearer {
  readonly headers: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, string>> | undefined
  readonly json?: unknown
}

const BLOT = '***'
/** Shorter ones would blot out ordinary words. */
const LEAST_SECRET = 4
/** Of a long text only this much is looked through for what merely looks like a secret. */
const SEARCHED = 2_000

const SECRET_HEADER = /authorization|token|secret|cookie|api-?key/iu
const SECRET_FIELD = /token|secret|password|assertion|api_?key|^code(?:_verifier)?$/iu

/** Tokens and passwords as they look in answers, whoever they belong to. */
const LOOKS_SECRET: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{4,}/giu, `$1 ${BLOT}`],
  [
    /((?:(?:access|refresh|(?<![a-z])id)_?token|client_?secret|password|passwd|api_?key|authorization)"?\s*[:=]\s*)(?:"[^"]*"?|[^"&\s,;<>]+)/giu,
    `$1${BLOT}`,
  ],
  [/("token"\s*:\s*|\btoken=)(?:"[^"]*"?|[^"&\s,;<>]+)/giu, `$1${BLOT}`],
  [/\beyJ[\w-]{8,}(?:\.[\w-]*){0,2}/gu, BLOT],
  [/\b(?=[a-z_]*\d)(?=[\d_]*[a-z])\w{32,}/giu, BLOT],
]

/** Every secret a request bears, in each form in which an answer may repeat it; longest first. */
export function secretsOf({ headers, form = {}, json }: SecretBearer): string[] {
  const fields = typeof json === 'object' && json !== null ? { ...form, ...json } : form
  const found = [
    ...valuesOf(headers, SECRET_HEADER).flatMap(credentials),
    ...valuesOf(fields, SECRET_FIELD),
  ]
  const forms = found.flatMap((it) => [it, encodeURIComponent(it), JSON.stringify(it).slice(1, -1)])
  return [...new Set(forms)]
    .filter((secret) => secret.length >= LEAST_SECRET)
    .toSorted((a, b) => b.length - a.length)
}

/** A text that may be shown: one line of at most `longest` characters, with every secret blotted out. */
export function shownText(text: string, secrets: readonly string[], longest: number): string {
  const known = secrets.reduce((rest, secret) => rest.replaceAll(secret, BLOT), text)
  const line = known.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  const clean = LOOKS_SECRET.reduce(
    (rest, [pattern, blotted]) => rest.replace(pattern, blotted),
    line.slice(0, SEARCHED),
  )
  // What the search was cut in cannot be told from a secret, so it is not shown either.
  const isCutShort = line.length > SEARCHED && clean.length <= longest
  return cut(isCutShort ? clean.replace(/\S*$/u, '').trim() : clean, longest)
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  return `${text.slice(0, longest - 1).replace(/\p{Cs}$/u, '')}…`
}

function valuesOf(record: Readonly<Record<string, unknown>>, names: RegExp): string[] {
  return Object.entries(record).flatMap(([name, value]) =>
    names.test(name) && typeof value === 'string' ? [value] : [],
  )
}

/** A header's value, what follows its scheme, and the password that Basic wraps. */
function credentials(value: string): string[] {
  const bare = value.replace(/^[\w-]+\s+/u, '')
  const password = /^basic\s/iu.test(value) ? unwrapped(bare).replace(/^[^:]*:/u, '') : bare
  return [value, bare, password]
}

function unwrapped(base64: string): string {
  try {
    return atob(base64)
  } catch {
    return ''
  }
}
