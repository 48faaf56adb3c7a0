import type { App } from '../app.ts'
import { nearestNames, siteMeant } from '../inventory/site/site-names.ts'
import { siteStore } from '../inventory/site/store.ts'
import { AppError } from '../lib/errors.ts'
import { quotedNames } from '../lib/quoted-names.ts'
import { SEVERITIES } from '../reconcile/checks/finding-draft.ts'
import { FINDING_STATES, type FindingState } from '../reconcile/findings/life-cycle.ts'
import { ALL_FINDINGS, type FindingFilter } from '../reconcile/findings/list-queries.ts'
import { findingStore } from '../reconcile/findings/store.ts'
import { CHECK_CODES } from '../reports/check-titles.ts'
import { askedNumber } from './asked-number.ts'
import type { Call, CommandOption } from './command.ts'

/** The states that are listed unless others are asked for: somebody's work. */
const WORK_STATES: readonly FindingState[] = ['open', 'acknowledged', 'fixed']
/** As `--state` names every state. */
const ALL = 'all'
/** As an owner is named where there is none. */
export const NOBODY = 'none'

export const CHECK_OPTION: CommandOption = {
  flags: '--check <check>',
  means: {
    en: 'of this check, by its code; several times for several',
    es: 'de esta comprobación, por su código; varias veces para varias',
  },
  isRepeatable: true,
}

const PLACE_OPTION: CommandOption = {
  flags: '--site <name>',
  means: {
    en: 'at this site, in this municipality or building',
    es: 'en este sitio, municipio o edificio',
  },
}

/** The options by which findings are narrowed; `owner`: the name of the one about who owns them. */
export function findingFilterOptions(owner: 'owner' | 'owned-by'): CommandOption[] {
  return [
    CHECK_OPTION,
    PLACE_OPTION,
    {
      flags: '--severity <severity>',
      means: {
        en: 'of this severity: critical, high, medium, low; several with commas between',
        es: 'de esta gravedad: critical, high, medium, low; varias separadas por comas',
      },
      isRepeatable: true,
    },
    {
      flags: '--state <state>',
      means: {
        en: 'in this state: open, acknowledged, fixed, accepted, verified, or all; the first three when left out',
        es: 'en este estado: open, acknowledged, fixed, accepted, verified, o all; los tres primeros si falta',
      },
      isRepeatable: true,
    },
    {
      flags: `--${owner} <name>`,
      means: { en: 'owned by this person, or none', es: 'de este responsable, o none (ninguno)' },
    },
    {
      flags: '--dormant',
      means: {
        en: 'those nobody looks at any more: their check is off, or a source of theirs is no longer configured',
        es: 'las que ya no se comparan: su comprobación está apagada, o una fuente suya ya no está configurada',
      },
    },
    {
      flags: '--older-than <days>',
      means: { en: 'standing for more days', es: 'vigentes desde hace más días' },
    },
    {
      flags: '--newer-than <days>',
      means: { en: 'standing for fewer days', es: 'vigentes desde hace menos días' },
    },
    {
      flags: '--text <text>',
      means: {
        en: 'with this in the name, the note or the evidence',
        es: 'con esto en el nombre, la nota o los indicios',
      },
    },
  ]
}

/** The findings a person asks for. Throws `command.bad-argument` for what no finding could be. */
export async function askedFindings(
  app: Pick<App, 'database'>,
  { option, has }: Pick<Call, 'option' | 'has'>,
  owned: 'owner' | 'owned-by',
): Promise<FindingFilter> {
  const named = option(owned === 'owner' ? 'owner' : 'ownedBy')?.trim() || null
  return {
    ...ALL_FINDINGS,
    checks: await askedChecks(app, option('check')),
    site: await askedPlace(app, option('site'), ['municipality', 'building']),
    severities: askedCodes(option('severity'), { argument: '--severity', codes: SEVERITIES }),
    states: askedStates(option('state')),
    owner: await askedOwner(app, named, `--${owned}`),
    isDormant: has('dormant'),
    minAge: ageOf(option('olderThan'), { argument: '--older-than', from: 0, by: 1 }),
    maxAge: ageOf(option('newerThan'), { argument: '--newer-than', from: 1, by: -1 }),
    text: option('text')?.trim() || null,
  }
}

/** The codes of the checks a person named, once each. Throws `command.bad-argument` for none of ours. */
export async function askedChecks(
  { database }: Pick<App, 'database'>,
  named: string | null,
): Promise<string[]> {
  if (named === null) return []
  const looked = (await findingStore(database).latestLooks()).map(({ check }) => check)
  const codes = [...new Set([...CHECK_CODES, ...looked])]
  return askedCodes(named, { argument: '--check', codes })
}

/**
 * The site or other place a person named, as it is written. A place nobody knows is refused: it
 * would be taken for one where all is well.
 */
export async function askedPlace(
  { database }: Pick<App, 'database'>,
  named: string | null,
  kinds: readonly ('municipality' | 'building')[],
): Promise<string | null> {
  if (named === null) return null
  const sites = (await siteStore(database).sites()).map(({ name }) => name)
  const seen = (await findingStore(database).places()).filter(({ kind }) => kinds.includes(kind))
  const places = [...new Set([...sites, ...seen.map(({ name }) => name)])]
  if (places.length === 0) return named // nothing was ever seen anywhere, nor there
  const place = siteMeant(places, named.trim())
  if (place !== null) return place
  const wanted = quotedNames(nearestNames(places, named))
  throw new AppError('command.bad-argument', { argument: '--site', value: named, wanted })
}

/** The owner a person named, `''` for none. One who owns nothing is refused: all would seem done. */
async function askedOwner(
  { database }: Pick<App, 'database'>,
  named: string | null,
  argument: string,
): Promise<string | null> {
  if (named === null) return null
  if (named.toLowerCase() === NOBODY) return ''
  const owners = await findingStore(database).owners()
  const isKnown = owners.some((owner) => owner.toLowerCase() === named.toLowerCase())
  if (isKnown || owners.length === 0) return named // nobody owns anything yet, nor do they
  const wanted = quotedNames(nearestNames(owners, named))
  throw new AppError('command.bad-argument', { argument, value: named, wanted })
}

function askedStates(named: string | null): FindingState[] {
  if (named === null) return [...WORK_STATES]
  const codes = [...FINDING_STATES, ALL] as const
  const asked = askedCodes(named, { argument: '--state', codes })
  return asked.includes(ALL) ? [] : asked.filter((state) => state !== ALL)
}

function askedCodes<Code extends string>(
  named: string | null,
  { argument, codes }: { argument: string; codes: readonly Code[] },
): Code[] {
  if (named === null) return []
  const asked = named.split(',').map((each) => each.trim().toLowerCase())
  const known = asked.flatMap((each) => codes.find((code) => code === each) ?? [])
  const strange = asked.find((each) => !codes.some((code) => code === each))
  if (strange === undefined) return [...new Set(known)]
  throw new AppError('command.bad-argument', {
    ...{ argument, value: strange, wanted: codes.join(', '), form: 'one-of' },
  })
}

/** How old a finding is at least or at most, of one that is more or fewer days old than was typed. */
function ageOf(
  text: string | null,
  { argument, from, by }: { argument: string; from: number; by: number },
): number | null {
  return text === null ? null : askedNumber(text, { argument, from, otherwise: 30 }) + by
}
