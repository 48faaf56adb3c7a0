import type { Route } from '../contract/route.ts'
import { AppError } from '../lib/errors.ts'
import type { Caller } from './caller.ts'

/** What is looked at of a caller: the sites they are limited to, null for all. */
type Limited = Pick<Caller, 'sites'>

/**
 * Throws `request.site-limited` where a caller who is limited to some sites asks for what cannot be told for these
 * alone. What everybody may ask, and what is about the caller, is told to them as well.
 */
export function assertSites(
  caller: Limited | null,
  { access, isSplitBySite = false }: Pick<Route, 'access' | 'isSplitBySite'>,
): void {
  if (caller === null || caller.sites === null) return
  if (isSplitBySite || access === 'anybody' || access === 'signed-in') return
  throw new AppError('request.site-limited', { sites: caller.sites })
}

/** Whether a caller may see what is at a site; at none (null) is seen only by those who see all. */
export function seesSite(caller: Limited | null, site: string | null): boolean {
  if (caller === null || caller.sites === null) return true
  return site !== null && caller.sites.includes(site)
}
