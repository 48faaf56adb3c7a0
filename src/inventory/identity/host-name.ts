import { isMakersPlaceholder } from '../../lib/makers-marks.ts'
import { trimSpace } from '../../lib/text.ts'

/** Characters a Windows computer name has room for; vendors cut longer host names to it. */
export const CUT_LENGTH = 15

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/

/** Endings that say nothing of whose network a machine is in. */
const ANYBODYS_DOMAINS: ReadonlySet<string> = new Set([
  ...[
    'local',
    'localdomain',
    'lan',
    'home',
    'internal',
    'intranet',
    'corp',
    'workgroup',
    'private',
  ],
  ...['home.arpa', 'localhost', 'invalid', 'test', 'arpa'],
])

/**
 * A host name as compared: without its domain and without the person behind a `|`, in lower case.
 * Null when it is an address or a word that any machine may bear.
 *
 * @example shortHostname('ALB-RECEPTION-01.alder.example | Sam') // => 'alb-reception-01'
 */
export function shortHostname(hostname: string | null): string | null {
  const name = hostPart(hostname)
  if (name === null) return null
  const dot = name.indexOf('.')
  const label = trimSpace(dot < 0 ? name : name.slice(0, dot))
  const isNobodys = label === '' || label === 'localhost' || isMakersPlaceholder(label)
  return isNobodys ? null : label
}

/** The first 15 characters of a short host name that may have been cut there, or null for a shorter one. */
export function cutHostname(shortName: string): string | null {
  return shortName.length < CUT_LENGTH ? null : shortName.slice(0, CUT_LENGTH)
}

/** The domain a host name ends in, or null where there is none or it is one that anybody has. */
export function hostDomain(hostname: string | null): string | null {
  const name = hostPart(hostname)
  const dot = name?.indexOf('.') ?? -1
  if (name === null || dot < 0) return null
  const domain = trimSpace(name.slice(dot + 1)).replace(/\.$/, '')
  return domain === '' || ANYBODYS_DOMAINS.has(domain) ? null : domain
}

/** The machine's part of `HOST | Person`, in lower case; null for an address. */
function hostPart(hostname: string | null): string | null {
  if (hostname === null) return null
  const pipe = hostname.indexOf('|')
  const name = trimSpace(pipe < 0 ? hostname : hostname.slice(0, pipe)).toLowerCase()
  return IPV4.test(name) || name.includes(':') ? null : name
}
