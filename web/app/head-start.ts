import type { QueryClient } from '@tanstack/react-query'
import { csrfToken } from '../api/session.ts'
import { askAbout } from '../api/use-about.ts'
import { PAGES } from './page-list.ts'

/** Fetches the code of the page and what every page asks for while it is still asked who is signed in. */
export function headStart(client: QueryClient, address: string): void {
  if (csrfToken() === null) return // nobody is: the sign-in comes first
  const page = PAGES.find(({ path }) => isAt(path, address))
  page?.load().catch(() => {}) // the router tells of it
  void askAbout(client)
}

/** Whether a page of the router's is at an address. @example isAt('/runs/$id', '/runs/7') // => true */
function isAt(path: string, address: string): boolean {
  return new RegExp(`^${path.replaceAll(/\$\w+/gu, '[^/]+')}$`, 'u').test(address)
}
