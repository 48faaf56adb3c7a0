import type { App } from '../app.ts'
import type { Scope } from '../inventory/site/scope.ts'
import { nearestNames, siteMeant } from '../inventory/site/site-names.ts'
import { siteStore } from '../inventory/site/store.ts'
import { AppError } from '../lib/errors.ts'
import { quotedNames } from '../lib/quoted-names.ts'
import type { Call, CommandOption } from './command.ts'

/** The options of the commands that can be narrowed to one site, or to what is at none. */
export const SITE_OPTIONS: readonly CommandOption[] = [
  {
    flags: '--site <name>',
    means: { en: 'at this site only', es: 'solo en este sitio' },
  },
  {
    flags: '--no-site',
    means: {
      en: 'at no site only: what "muster counts" counts as (at no site)',
      es: 'solo sin sitio: lo que «muster counts» cuenta como (sin sitio)',
    },
  },
]

/** Where a person looks: at a site by its name, at none, or everywhere. Throws `command.bad-argument`. */
export async function askedScope(
  app: Pick<App, 'database'>,
  { option, has }: Pick<Call, 'option' | 'has'>,
): Promise<Scope> {
  if (has('noSite')) return { kind: 'site', site: null }
  const named = option('site')
  return named === null ? { kind: 'all' } : { kind: 'site', site: await siteNamed(app, named) }
}

async function siteNamed({ database }: Pick<App, 'database'>, named: string): Promise<string> {
  const sites = (await siteStore(database).sites()).map(({ name }) => name)
  if (sites.length === 0) return named // nothing is at any site yet, nor at this one
  const site = siteMeant(sites, named)
  if (site !== null) return site
  const wanted = quotedNames(nearestNames(sites, named))
  throw new AppError('command.bad-argument', { argument: '--site', value: named, wanted })
}
