import pg from 'pg'
import { isLoopback } from '../lib/loopback.ts'

/** How a connection to a server is protected on its way. */
export type Protection = 'on-this-machine' | 'verified' | 'unverified'

/** What of a server's URL matters for its safety. */
export interface ProtectedServer {
  readonly protection: Protection
  readonly user: string
  readonly hasDefaultPassword: boolean
}

/** Passwords of examples, and those that are tried first. */
const DEFAULT_PASSWORDS: ReadonlySet<string> = new Set([
  ...['postgres', 'password', 'muster', 'changeme', 'change-me', 'admin', 'secret', '123456'],
])

/** How the driver would connect, as it understands the URL itself. */
export function serverProtection(url: string): ProtectedServer {
  const { host, user = '', password, ssl } = new pg.Client({ connectionString: url })
  return {
    protection: protectionOf(host, ssl),
    user,
    hasDefaultPassword: isDefault(typeof password === 'string' ? password : '', user),
  }
}

/** A certificate counts as verified when it is of an authority we know, as the driver sees to unless told not to. */
function protectionOf(host: string, ssl: unknown): Protection {
  if (host.startsWith('/') || isLoopback(host)) return 'on-this-machine'
  if (ssl === true) return 'verified'
  if (typeof ssl !== 'object' || ssl === null) return 'unverified'
  return 'rejectUnauthorized' in ssl && ssl.rejectUnauthorized === false ? 'unverified' : 'verified'
}

function isDefault(password: string, user: string): boolean {
  return password !== '' && (password === user || DEFAULT_PASSWORDS.has(password.toLowerCase()))
}
