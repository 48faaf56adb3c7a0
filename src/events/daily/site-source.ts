/** The source of the figures of this installation itself. */
export const OWN_SOURCE = 'muster'

const AT_SITE = `${OWN_SOURCE}:`

/** The source of its figures at one site. @example siteSource('Alder') // => 'muster:Alder' */
export function siteSource(site: string): string {
  return `${AT_SITE}${site}`
}

/** The site a source tells of alone; null for a source of events, and for all sites together. */
export function siteOfSource(source: string): string | null {
  return source.startsWith(AT_SITE) ? source.slice(AT_SITE.length) : null
}
