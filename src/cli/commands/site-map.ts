import type { App } from '../../app.ts'
import { siteMap as mapOf, mapSite } from '../../jobs/fleet/map-sites.task.ts'
import { AppError } from '../../lib/errors.ts'
import type { Answer } from '../answer.ts'
import { AUTHOR_OPTIONS, askedAuthor } from '../asked-author.ts'
import { askedDay } from '../asked-day.ts'
import { appCommand, type Call } from '../command.ts'
import { mappedLines, siteMapLines } from '../lines/site-map-lines.ts'

export const siteMap = appCommand({
  name: 'site-map',
  does: {
    en: "list vendors' organisations with the sites they may be, or say where one belongs",
    es: 'listar las organizaciones de los proveedores con los sitios que pueden ser, o decir dónde va una',
  },
  argument: {
    syntax: '[organisation]',
    means: { en: 'its source and id: threatlocker:ID', es: 'su fuente e id.: threatlocker:ID' },
  },
  second: {
    syntax: '[site]',
    means: {
      en: 'the name of its site, made where there is none of that name',
      es: 'el nombre de su sitio, que se crea si no hay ninguno con ese nombre',
    },
  },
  options: [
    {
      flags: '--ignore',
      means: { en: 'leave it out: it is at no site', es: 'excluirla: no está en ningún sitio' },
    },
    {
      flags: '--from <day>',
      means: {
        en: 'from this day on; from its first day when left out',
        es: 'desde este día; desde su primer día si falta',
      },
    },
    ...AUTHOR_OPTIONS,
  ],
  async work(app, call) {
    const { argument: organisation, second, has } = call
    const site = second?.trim()
    const isIgnored = has('ignore')
    if (organisation === null || (site === undefined && !isIgnored)) return shown(app, organisation)
    if (site === '' || (site !== undefined && isIgnored)) {
      const value = site === '' ? '' : '--ignore'
      throw new AppError('command.bad-argument', {
        argument: 'SITE',
        value,
        wanted: 'Alder & Birch',
      })
    }
    return said(app, call, { organisation, site: site ?? null })
  },
})

/** All organisations, or the one that is named. */
async function shown(app: App, organisation: string | null): Promise<Answer> {
  const all = (await mapOf(app)).map((entry) => ({ ref: `${entry.source}:${entry.key}`, ...entry }))
  const items = all.filter(({ ref }) => organisation === null || ref === organisation)
  if (organisation !== null && items.length === 0) {
    throw new AppError('organisation.not-found', { organisation })
  }
  return {
    ending: 'agreed',
    document: { items, total: items.length },
    lines: siteMapLines(items, app.language),
  }
}

async function said(
  app: App,
  call: Call,
  place: { readonly organisation: string; readonly site: string | null },
): Promise<Answer> {
  const text = call.option('from')
  const from = text === null ? null : askedDay(app, '--from', text)
  const { run, state, summary } = await mapSite(app, { ...place, from, ...askedAuthor(call) })
  return {
    ending: state,
    document: { run, state, ...summary },
    lines: mappedLines(summary, app.language),
  }
}
