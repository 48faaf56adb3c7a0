import { type AddressRefusal, AppError } from '../../lib/errors.ts'
import { isPublicAddress } from './public-address.ts'

/** Where a service is asked to be, by whom. */
export interface Base {
  /** The source's id. */
  readonly source: string
  readonly baseUrl: string
  readonly allowPrivateAddress: boolean
}

/** The service's address, once it is one that may be asked; a name is looked up only when connecting. */
export function allowedBase({ source, baseUrl, allowPrivateAddress }: Base): URL {
  const refused = (reason: AddressRefusal) =>
    new AppError('api.address-refused', { source, url: shownUrl(baseUrl), reason })
  if (!URL.canParse(baseUrl)) throw refused('not-a-url')
  const url = new URL(baseUrl)
  if (url.username + url.password + url.search + url.hash !== '') throw refused('not-a-url')
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refused('not-https')
  if (allowPrivateAddress) return url
  if (url.protocol !== 'https:') throw refused('not-https')
  if (isPrivateLiteral(url.hostname)) throw refused('private-address')
  return url
}

/** Connecting to a literal address looks nothing up, so it is checked where it stands. */
function isPrivateLiteral(hostname: string): boolean {
  const isLiteral = /^\[.*\]$|^[\d.]+$/u.test(hostname)
  return isLiteral && !isPublicAddress(hostname.replace(/^\[|\]$/gu, ''))
}

/** A path below the service's address, whichever of both brings the slash between them. */
export function requestUrl(
  base: URL,
  path: string,
  query: Readonly<Record<string, string | number | undefined>> = {},
): URL {
  const url = new URL(base)
  url.pathname = `${base.pathname.replace(/\/+$/u, '')}/${path.replace(/^\/+/u, '')}`
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.append(name, String(value))
  }
  return url
}

/** Scheme, host and path: what may be told of an address. Its query and account may hold secrets. */
export function shownUrl(url: string | URL): string {
  const text = String(url)
  if (URL.canParse(text) && /^https?:/iu.test(text)) {
    const { origin, pathname } = new URL(text)
    return `${origin}${pathname}`
  }
  return text.replace(/[?#].*$/su, '').replace(/\/\/[^/]*@/u, '//')
}
