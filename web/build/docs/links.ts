import { posix } from 'node:path'

/** Where a link of a page leads: another page, a picture, another host, or a file that is only in the repository. */
export type Link =
  | { readonly kind: 'page'; readonly file: string; readonly address: string }
  | { readonly kind: 'picture'; readonly file: string; readonly address: string }
  | { readonly kind: 'outside'; readonly address: string }
  | { readonly kind: 'repository'; readonly file: string }

const PICTURES = 'docs/images/'

/** Follows a link as it is written in a file of the repository. `addresses` has the page of each file. */
export function followLink(
  href: string,
  from: string,
  addresses: ReadonlyMap<string, string>,
): Link {
  if (/^[a-z][a-z0-9+.-]*:/iu.test(href)) return { kind: 'outside', address: href }
  const [path = '', anchor] = href.split('#')
  const file = path === '' ? from : posix.join(posix.dirname(from), path)
  const page = addresses.get(file)
  if (page !== undefined) {
    return { kind: 'page', file, address: anchor === undefined ? page : `${page}#${anchor}` }
  }
  if (file.startsWith(PICTURES) && /\.\w+$/u.test(file)) {
    return { kind: 'picture', file, address: `/${file}` }
  }
  return { kind: 'repository', file: file.replace(/\/$/u, '') }
}
