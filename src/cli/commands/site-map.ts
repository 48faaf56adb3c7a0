import type { App } from '../../app.ts'
import { forgetSite, siteMap as mapOf, mapSite } from '../../jobs/fleet/map-sites.task.ts'
import { AppError, type CommandProblem } from '../../lib/errors.ts'
import type { Answer } from '../answer.ts'
import { AUTHOR_OPTIONS, askedAuthor } from '../asked-author.ts'
import { askedDay } from '../asked-day.ts'
import { appCommand, type Call, type CommandOption } from '../command.ts'
import { forgottenLines, mappedLines, siteMapLines } from '../lines/site-map-lines.ts'

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
      en: 'the name of its site; of one that there is, unless --new is given',
      es: 'el nombre de su sitio; de uno que ya exista, salvo con --new',
    },
  },
  options: [...wordOptions(), ...AUTHOR_OPTIONS],
  async work(app, call) {
    const word = askedWord(call)
    switch (word.kind) {
      case 'none':
        return shown(app, call.argument)
      case 'forgotten':
        return forgotten(app, call, word.organisation)
      case 'said':
        return said(app, call, word)
    }
  },
})

function wordOptions(): CommandOption[] {
  return [
    {
      flags: '--new',
      means: {
        en: 'make the site where there is none of that name',
        es: 'crear el sitio si no hay ninguno con ese nombre',
      },
    },
    {
      flags: '--ignore',
      means: { en: 'leave it out: it is at no site', es: 'excluirla: no está en ningún sitio' },
    },
    {
      flags: '--forget',
      means: {
        en: 'take back what people said of it: it goes where the rules put it; the days before stay',
        es: 'retirar lo que dijeron las personas: va donde digan las reglas; los días anteriores no cambian',
      },
    },
    {
      flags: '--from <day>',
      means: {
        en: 'from this day on; when left out, from its first day, or with --forget from today',
        es: 'desde este día; si falta, desde su primer día, o con --forget desde hoy',
      },
    },
  ]
}

/** What a person says of an organisation; `site`: null leaves it out. */
type SiteSaid =
  | { readonly kind: 'none' }
  | { readonly kind: 'said'; readonly organisation: string; readonly site: string | null }
  | { readonly kind: 'forgotten'; readonly organisation: string }

/** Throws `command.misused` for what contradicts itself or lacks its half. */
function askedWord({ argument: organisation, second, has }: Call): SiteSaid {
  const site = second?.trim() ?? null
  const [isNew, isIgnored, isForgotten] = [has('new'), has('ignore'), has('forget')]
  if (organisation === null) {
    if (isNew || isIgnored || isForgotten) throw misused('missing-argument', 'organisation')
    return { kind: 'none' }
  }
  if (isIgnored || isForgotten) {
    const isTooMuch = site !== null || isNew || (isIgnored && isForgotten)
    if (isTooMuch) throw misused('too-many-arguments', isForgotten ? '--forget' : '--ignore')
    return isForgotten ? { kind: 'forgotten', organisation } : { kind: 'said', organisation, site }
  }
  if (site === '' || (site === null && isNew)) throw misused('missing-argument', 'site')
  return site === null ? { kind: 'none' } : { kind: 'said', organisation, site }
}

function misused(problem: CommandProblem, about: string): AppError {
  return new AppError('command.misused', { problem, about, meant: '' })
}

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
  { organisation, site }: Extract<SiteSaid, { kind: 'said' }>,
): Promise<Answer> {
  const word = { organisation, site, isNew: call.has('new'), ...askedWhen(app, call) }
  const { run, state, summary } = await mapSite(app, word)
  return {
    ending: state,
    document: { run, state, ...summary },
    lines: mappedLines(summary, app.language),
  }
}

async function forgotten(app: App, call: Call, organisation: string): Promise<Answer> {
  const { run, state, summary } = await forgetSite(app, { organisation, ...askedWhen(app, call) })
  return {
    ending: state,
    document: { run, state, ...summary },
    lines: forgottenLines(summary, app.language),
  }
}

/** From when a person's word holds, who they are, and why they say so. */
function askedWhen(app: App, call: Call) {
  const text = call.option('from')
  const from = text === null ? null : askedDay(app, '--from', text)
  return { from, ...askedAuthor(call) }
}
