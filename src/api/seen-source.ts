import { siteOfSource, siteSource } from '../events/daily/site-source.ts'
import { AppError } from '../lib/errors.ts'
import type { Caller } from './caller.ts'
import { seesSite } from './site-limit.ts'

/** Which series a caller may be told of where they name no source: those of their sites; nothing said for all. */
export interface SeenSeries {
  readonly sites?: readonly string[]
}

/** Throws `request.site-limited` where a caller who is limited to some sites names a source that is not of these. */
export function assertSeesSource(caller: Caller | null, source: string | null): void {
  if (caller === null || caller.sites === null || source === null) return
  const site = siteOfSource(source)
  if (site !== null && seesSite(caller, site)) return
  throw new AppError('request.site-limited', { sites: caller.sites })
}

export function seenSeries(caller: Caller | null): SeenSeries {
  return caller === null || caller.sites === null ? {} : { sites: caller.sites }
}

/** The sources a list is of: the one that is named, else all a caller may see (null: all there are). */
export function seenSources(
  caller: Caller | null,
  source: string | null,
): readonly string[] | null {
  if (source !== null) return [source]
  return caller === null || caller.sites === null ? null : caller.sites.map(siteSource)
}
