import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import { type Chance, makeChance } from '../../demo/chance.ts'
import { openDatabase } from '../../src/db/database.ts'
import {
  type AccessServer,
  accessServer,
  addPerson,
  PASSWORD,
} from '../../test/support/access-server.ts'
import { makeDatabase } from '../api/make-database.ts'
import { ODD_TEXTS } from '../inputs/words.ts'
import { Broken, type OpenFunction } from '../target.ts'
import { forged, saysTheSame, type TokenDamage, tokenDamage } from './token-damage.ts'

/** Which secret is sent how, what is done to it, and what else comes along. */
interface Attack {
  readonly carrier: 'cookie' | 'bearer' | 'api-token' | 'refresh'
  readonly damage: TokenDamage
  readonly request: number
  /** What is sent where the CSRF token is to be repeated. */
  readonly csrf: 'right' | 'none' | 'empty' | 'wrong' | 'cut' | 'odd'
  readonly origin: 'none' | 'here' | 'elsewhere' | 'null' | 'cross-site' | 'odd'
}

/** Only ana's: root's token below is not among what she may see. */
const REQUESTS = [
  ['GET', '/api/session'],
  ['GET', '/api/tokens'],
  ['GET', '/api/views'],
  ['GET', '/api/people'],
  ['PUT', '/api/views/fuzz'],
  ['POST', '/api/tokens'],
  ['GET', '/api/audit'],
] as const
const CANARY = 'canary-of-root'
const HERE = 'http://localhost:80'

/** Cookies, access tokens, API tokens and CSRF tokens, at a server that people sign in to. */
export const openSignIns: OpenFunction = async ({ folder, postgresUrl }) => {
  const url = await makeDatabase(postgresUrl, 'fuzz_sign_ins')
  const database = await openDatabase({ url })
  const own = await mkdtemp(join(folder, 'sign-ins-'))
  const settings = { access: { requestsPerMinute: 100_000 } }
  const server = await accessServer({ folder: own, database: { ...database, url }, settings })
  const secrets = await signInAll(server)
  return {
    make: (chance) => Buffer.from(JSON.stringify(attackBy(chance))),
    async run(input) {
      const attack: Attack = JSON.parse(input.toString('utf8'))
      return judge(server, attack, requestOf(attack, secrets))
    },
    async close() {
      await server.close()
      await database.close()
    },
  }
}

type Secrets = Awaited<ReturnType<typeof signInAll>>

async function signInAll(server: AccessServer) {
  await addPerson(server, 'root', { role: 'administrator' })
  await addPerson(server, 'ana', { role: 'viewer', sites: ['Norte'] })
  const root = (await server.tokensOf('root', PASSWORD)).accessToken
  const made = { permissions: ['read'], name: CANARY }
  await expectStatus(server.call('POST /api/tokens', { token: root, body: made }), 201)
  const { accessToken } = await server.tokensOf('ana', PASSWORD)
  const token = { permissions: ['read'], sites: ['Norte'], name: 'fuzz' }
  const api = await expectStatus(
    server.call('POST /api/tokens', { token: accessToken, body: token }),
    201,
  )
  const signedIn = await server.call('POST /api/session', {
    body: { name: 'ana', password: PASSWORD },
  })
  const cookies = Object.fromEntries(signedIn.cookies.map(({ name, value }) => [name, value]))
  const {
    muster_access: cookie = '',
    muster_refresh: refresh = '',
    muster_csrf: csrf = '',
  } = cookies
  return { bearer: accessToken, apiToken: String(api.body.secret), cookie, refresh, csrf }
}

async function expectStatus(answered: ReturnType<AccessServer['call']>, status: number) {
  const answer = await answered
  if (answer.status !== status) throw new Error(`not made: ${JSON.stringify(answer.body)}`)
  return answer
}

function attackBy(chance: Chance): Attack {
  return {
    carrier: chance.pick(['cookie', 'cookie', 'bearer', 'api-token', 'refresh']),
    damage: chance.happens(0.25) ? { kind: 'untouched', pick: 0 } : tokenDamage(chance),
    request: chance.below(REQUESTS.length),
    csrf: chance.pick(['right', 'right', 'none', 'empty', 'wrong', 'cut', 'odd']),
    origin: chance.pick(['none', 'none', 'here', 'elsewhere', 'null', 'cross-site', 'odd']),
  }
}

interface Sent {
  readonly request: InjectOptions
  /** Whether who sends it is who they say, and their page is ours where that counts. */
  readonly isGood: boolean
}

function requestOf(attack: Attack, secrets: Secrets): Sent {
  const chance = makeChance(attack.damage.pick)
  const { carrier } = attack
  const [method, url] =
    carrier === 'refresh'
      ? (['POST', '/api/session/refresh'] as const)
      : (REQUESTS[attack.request] ?? REQUESTS[0])
  const secret = {
    cookie: secrets.cookie,
    bearer: secrets.bearer,
    'api-token': secrets.apiToken,
    refresh: secrets.refresh,
  }[carrier]
  const isToken = carrier === 'cookie' || carrier === 'bearer'
  const sent = isToken
    ? forged(secret, attack.damage, chance)
    : forgedText(secret, attack.damage, chance)
  const csrf = csrfOf(attack.csrf, secrets.csrf, chance)
  const isSecretGood = isToken ? saysTheSame(sent, secret) : sent === secret
  const isSafe = method === 'GET' || carrier === 'bearer' || carrier === 'api-token'
  const isPageOurs = csrf === secrets.csrf && (attack.origin === 'none' || attack.origin === 'here')
  const headers = {
    ...originOf(attack.origin, chance),
    ...(csrf === undefined ? {} : { 'x-csrf-token': csrf }),
    ...(carrier === 'bearer' || carrier === 'api-token'
      ? { authorization: `Bearer ${headerSafe(sent)}` }
      : {}),
  }
  const name = carrier === 'refresh' ? 'muster_refresh' : 'muster_access'
  const cookies = { [name]: sent, muster_csrf: secrets.csrf }
  return {
    isGood: isSecretGood && (isSafe || isPageOurs),
    request: {
      ...{ method, url, headers, remoteAddress: addressBy(attack.damage.pick) },
      ...(carrier === 'cookie' || carrier === 'refresh' ? { cookies } : {}),
      ...(method === 'GET' ? {} : { payload: bodyOf(url) }),
    },
  }
}

/** A secret without parts; the refresh token is good for one use and is never sent as it is. */
function forgedText(secret: string, damage: TokenDamage, chance: Chance): string {
  if (damage.kind === 'untouched' && secret.startsWith('mst_')) return secret
  return chance.pick([
    secret.slice(0, -1),
    `${secret}x`,
    secret.toUpperCase(),
    secret.slice(4),
    'mst_',
    'msr_',
    `mst_${chance.pick(ODD_TEXTS).toWellFormed()}`,
  ])
}

function csrfOf(kind: Attack['csrf'], right: string, chance: Chance): string | undefined {
  const words = {
    right,
    none: undefined,
    empty: '',
    wrong: 'x'.repeat(right.length),
    cut: right.slice(0, -1),
  }
  return kind === 'odd' ? headerSafe(chance.pick(ODD_TEXTS)) : words[kind]
}

function originOf(kind: Attack['origin'], chance: Chance): Record<string, string> {
  switch (kind) {
    case 'none':
      return {}
    case 'here':
      return { origin: HERE }
    case 'cross-site':
      return { 'sec-fetch-site': 'cross-site' }
    case 'odd':
      return {
        origin: chance.pick([
          `${HERE}.evil.example`,
          'http://localhost:81',
          'http://localhost@evil.example',
          'file://',
          '//localhost',
          'localhost',
        ]),
      }
    default:
      return { origin: kind === 'null' ? 'null' : 'https://evil.example' }
  }
}

function bodyOf(url: string): object {
  if (url === '/api/tokens') return { name: 'wider', permissions: ['administer'] }
  return url.startsWith('/api/views') ? { path: '/devices', search: '' } : {}
}

/** Many addresses, as what one of them may try in a minute is limited. */
function addressBy(pick: number): string {
  return [10, pick >>> 16, pick >>> 8, pick].map((part) => part & 255).join('.')
}

/** What can stand in a header at all. */
function headerSafe(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/gu, '?')
}

async function judge(
  { http }: AccessServer,
  attack: Attack,
  { request, isGood }: Sent,
): Promise<string> {
  const { statusCode, body } = await http.inject(request)
  const told = `${request.method} ${request.url} ${JSON.stringify(attack)}: ${statusCode} ${body.slice(0, 300)}`
  if (statusCode >= 500) throw new Broken(told)
  if (statusCode < 300 && !isGood) throw new Broken(`let in: ${told}`)
  if (body.includes(CANARY)) throw new Broken(`another's token was told: ${told}`)
  const isForbidden =
    ['/api/people', '/api/audit'].includes(String(request.url)) ||
    (request.url === '/api/tokens' && request.method === 'POST')
  if (isForbidden && statusCode < 300) throw new Broken(`beyond a viewer's rights: ${told}`)
  const isAsGiven = isGood && attack.damage.kind === 'untouched'
  if (isAsGiven && statusCode === 401) throw new Broken(`kept out: ${told}`)
  return `${attack.carrier} ${statusCode}`
}
