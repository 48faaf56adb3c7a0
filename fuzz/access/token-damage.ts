import { createHmac } from 'node:crypto'
import type { Chance } from '../../demo/chance.ts'
import { damaged } from '../inputs/damage.ts'

/** What forgers do to a token of three parts, without its key. */
export interface TokenDamage {
  readonly kind: (typeof TOKEN_DAMAGES)[number]
  /** Decides between several ways of one kind. */
  readonly pick: number
}

export const TOKEN_DAMAGES = [
  ...['untouched', 'alg', 'kid', 'typ', 'crit', 'claims', 'own-key', 'signature', 'parts'],
  ...['bytes', 'padding', 'letters', 'nothing'],
] as const

export function tokenDamage(chance: Chance): TokenDamage {
  return { kind: chance.pick(TOKEN_DAMAGES), pick: chance.below(2 ** 31) }
}

type Way = (parts: readonly [string, string, string], chance: Chance) => string

const ALGORITHMS = [
  'none',
  'None',
  'NONE',
  'HS384',
  'HS512',
  'RS256',
  'ES256',
  'EdDSA',
  '',
  null,
  0,
  ['HS256'],
]
const KIDS = [
  '',
  '../../etc/passwd',
  '/dev/null',
  'x',
  null,
  0,
  {},
  [],
  '__proto__',
  "' or 1=1 --",
  'x'.repeat(5000),
]
const CLAIMS: readonly object[] = [
  ...[
    { sid: '1' },
    { sid: '2' },
    { sid: 1 },
    { sid: '999' },
    { sid: 'NaN' },
    { sid: null },
    { sid: {} },
  ],
  ...[
    { exp: 9e15 },
    { exp: -1 },
    { exp: 'soon' },
    { iat: 9e15 },
    { nbf: 9e15 },
    { iss: 'x' },
    { aud: 'x' },
  ],
  ...[{ csrf: '' }, { csrf: null }, { csrf: ['a'] }, { role: 'administrator' }, { sites: null }],
]
const KEYS = ['', 'muster', 'secret', '0'.repeat(32), '\0'.repeat(32)]

const WAYS: Readonly<Record<(typeof TOKEN_DAMAGES)[number], Way>> = {
  untouched: (parts) => parts.join('.'),
  nothing: (_parts, chance) =>
    chance.pick(['', '.', '..', '...', 'null', 'Bearer', 'mst_', 'msr_', 'a.b.c']),
  alg: ([head, claims, signature], chance) => {
    const changed = withFields(head, { alg: chance.pick(ALGORITHMS) })
    return [changed, claims, chance.pick(['', signature])].join('.')
  },
  kid: ([head, claims, signature], chance) =>
    [withFields(head, { kid: chance.pick(KIDS) }), claims, signature].join('.'),
  typ: ([head, claims, signature], chance) => {
    const typ = chance.pick(['JWT', 'openid-attempt+jwt', '', null, 7])
    return [withFields(head, { typ }), claims, signature].join('.')
  },
  crit: ([head, claims, signature], chance) => {
    const fields = chance.pick([
      { crit: ['b64'], b64: false },
      { crit: [] },
      { b64: false },
      { jwk: {} },
      { jku: 'http://x' },
    ])
    return [withFields(head, fields), claims, signature].join('.')
  },
  claims: ([head, claims, signature], chance) =>
    [head, withFields(claims, chance.pick(CLAIMS)), signature].join('.'),
  'own-key': ([head, claims], chance) => {
    const signed = `${head}.${withFields(claims, chance.pick(CLAIMS))}`
    const key = chance.pick([...KEYS, head])
    return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
  },
  signature: ([head, claims, signature], chance) => {
    const cut = signature.slice(0, chance.below(signature.length))
    const other = chance.pick([
      cut,
      '',
      signature + signature,
      signature.split('').reverse().join(''),
    ])
    return [head, claims, other].join('.')
  },
  parts: (parts, chance) => {
    const some = chance.shuffled([...parts, chance.pick(parts), '']).slice(0, 1 + chance.below(5))
    return some.join(chance.pick(['.', '.', '..', ' ', '']))
  },
  bytes: (parts, chance) => damaged([Buffer.from(parts.join('.'))], chance).toString('latin1'),
  padding: ([head, claims, signature], chance) =>
    chance.pick([
      `${head}=.${claims}.${signature}`,
      `${head}.${claims}.${signature}=`,
      `${head}.${claims}.${signature}==`,
    ]),
  letters: (parts, chance) => {
    const token = parts.join('.')
    return chance.pick([
      token.toLowerCase(),
      token.toUpperCase(),
      token.replaceAll('_', '/').replaceAll('-', '+'),
    ])
  },
}

/** The token as the forger sends it. */
export function forged(token: string, { kind }: TokenDamage, chance: Chance): string {
  const [head = '', claims = '', signature = ''] = token.split('.')
  return WAYS[kind]([head, claims, signature], chance)
}

/** Whether two tokens are the same to whoever decodes them: base64 can be written in several ways. */
export function saysTheSame(one: string, other: string): boolean {
  const parts = (token: string) =>
    token
      .trim()
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('hex'))
  return parts(one).join('.') === parts(other).join('.')
}

function withFields(part: string, fields: object): string {
  const said: object = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  return Buffer.from(JSON.stringify({ ...said, ...fields })).toString('base64url')
}
