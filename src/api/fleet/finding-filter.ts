import type { z } from 'zod'
import type { App } from '../../app.ts'
import type { decideFindings, exportFindings } from '../../contract/findings.ts'
import { AppError } from '../../lib/errors.ts'
import { SEVERITIES } from '../../reconcile/checks/finding-draft.ts'
import { FINDING_STATES } from '../../reconcile/findings/life-cycle.ts'
import { ALL_FINDINGS, type FindingFilter } from '../../reconcile/findings/list-queries.ts'
import { findingStore } from '../../reconcile/findings/store.ts'
import { CHECK_CODES } from '../../reports/check-titles.ts'
import type { Caller } from '../caller.ts'
import { amongOf } from './among.ts'
import { askedPlace } from './asked-place.ts'

type InAddress = Omit<z.output<NonNullable<(typeof exportFindings)['query']>>, 'format'>
type InBody = NonNullable<z.output<NonNullable<(typeof decideFindings)['body']>>['filter']>

/** As an owner is named where there is none. */
const NOBODY = 'none'

/** The findings that an address asks for, as far as the caller sees them. */
export function filterOfAddress(
  app: Pick<App, 'database'>,
  { check: checks = [], state, severity: severities = [], ...others }: InAddress,
  caller: Caller | null,
): Promise<FindingFilter> {
  const states = state.includes('all') ? [] : state
  return filterOf(app, { ...others, checks, states, severities, place: 'query.check' }, caller)
}

/** The findings that a body asks for, as far as the caller sees them. */
export function filterOfBody(
  app: Pick<App, 'database'>,
  asked: InBody,
  caller: Caller | null,
): Promise<FindingFilter> {
  return filterOf(app, { ...asked, place: 'body.filter.checks' }, caller)
}

interface Asked extends Omit<InBody, 'states' | 'severities'> {
  readonly states: readonly string[]
  readonly severities: readonly string[]
  /** Where the checks are named. */
  readonly place: string
}

async function filterOf(
  app: Pick<App, 'database'>,
  asked: Asked,
  caller: Caller | null,
): Promise<FindingFilter> {
  const { checks, states, severities, owner, dormant, olderThan, newerThan, text } = asked
  await assertChecks(app, checks, asked.place)
  return {
    ...ALL_FINDINGS,
    ...amongOf(caller),
    checks: [...checks],
    states: FINDING_STATES.filter((state) => states.includes(state)),
    severities: SEVERITIES.filter((severity) => severities.includes(severity)),
    site: await askedPlace(app, {
      ...{ named: asked.site, caller, beside: ['municipality', 'building'] },
    }),
    owner: owner === undefined ? null : owner.toLowerCase() === NOBODY ? '' : owner.trim(),
    isDormant: dormant,
    minAge: olderThan === undefined ? null : olderThan + 1,
    maxAge: newerThan === undefined ? null : newerThan - 1,
    text: text?.trim() || null,
  }
}

/** Throws `request.invalid` for a check that neither is nor was. */
export async function assertChecks(
  { database }: Pick<App, 'database'>,
  named: readonly string[],
  place: string,
): Promise<void> {
  if (named.every((check) => CHECK_CODES.includes(check))) return
  const looked = (await findingStore(database).latestLooks()).map(({ check }) => check)
  const known = [...new Set([...CHECK_CODES, ...looked])]
  const strange = named.filter((check) => !known.includes(check))
  if (strange.length === 0) return
  const message = {
    en: `${strange.join(', ')}: none of ${known.join(', ')}`,
    es: `${strange.join(', ')}: no es ninguna de ${known.join(', ')}`,
  }
  throw new AppError('request.invalid', { faults: [{ place, message }] })
}
