import { isFixed } from './given/contact.ts'
import { BOOKS_GIVEN } from './given/fleet-of-case.ts'
import type { GoldenCase } from './schema.ts'

/** What is wrong with a case that has the right form: where in it, and a code for what. */
export interface CaseFault {
  readonly path: readonly (string | number)[]
  readonly code: CaseFaultCode
}

export type CaseFaultCode =
  | 'nothing-given'
  | 'source-name'
  | 'no-such-source'
  | 'id-twice'
  | 'today-missing'
  | 'no-such-record'
  | 'no-such-organisation'
  | 'same-record'
  | 'in-two-machines'
  | 'books-missing'
  | 'no-such-row'
  | 'row-twice'

/** Everything in a case that speaks of what the case does not have, or says a thing twice. */
export function lintCase(golden: GoldenCase): CaseFault[] {
  const known = knownOf(golden)
  return [
    ...givenFaults(golden),
    ...decisionFaults(golden, known),
    ...recordFaults(golden, known),
    ...machineFaults(golden),
    ...tagFaults(golden),
  ]
}

interface Known {
  readonly records: ReadonlySet<string>
  readonly organisations: ReadonlySet<string>
}

const SOURCE_NAME = /^[a-z][a-z0-9-]*$/u

/** Every record of machines as it is given, with where it stands. */
function listed({ given }: GoldenCase) {
  const { ocs = [], finance: _assets, locations: _rooms, ...others } = given
  return [
    ...Object.entries(others).flatMap(([source, records]) =>
      records.map(({ id, organisation, lastContact }, at) => ({
        ...{ source, id, at, lastContact },
        organisation: organisation?.key ?? null,
      })),
    ),
    ...ocs.map(({ id, lastContact }, at) => ({
      ...{ source: 'ocs', id: `${id}`, at, lastContact, organisation: null },
    })),
  ]
}

function knownOf(golden: GoldenCase): Known {
  const all = listed(golden)
  return {
    records: new Set(all.map(({ source, id }) => `${source}:${id}`)),
    organisations: new Set(all.map(({ source, organisation }) => `${source}:${organisation}`)),
  }
}

function givenFaults(golden: GoldenCase): CaseFault[] {
  const { given, collected, today } = golden
  const sources = Object.keys(given)
  const all = listed(golden)
  const seen = new Set<string>()
  return [
    ...(sources.length === 0 ? [{ path: ['given'], code: 'nothing-given' } as const] : []),
    ...sources
      .filter((source) => !SOURCE_NAME.test(source))
      .map((source): CaseFault => ({ path: ['given', source], code: 'source-name' })),
    ...Object.keys(collected)
      .filter((source) => !sources.includes(source) || BOOKS_GIVEN.includes(source))
      .map((source): CaseFault => ({ path: ['collected', source], code: 'no-such-source' })),
    ...all.flatMap(({ source, id, at, lastContact }): CaseFault[] => {
      const path = ['given', source, at]
      const isTwice = seen.has(`${source}:${id}`)
      seen.add(`${source}:${id}`)
      const isLoose = today === undefined && lastContact !== null && isFixed(lastContact)
      return [
        ...(isTwice ? [{ path: [...path, 'id'], code: 'id-twice' } as const] : []),
        ...(isLoose ? [{ path: [...path, 'lastContact'], code: 'today-missing' } as const] : []),
      ]
    }),
  ]
}

function decisionFaults({ decisions }: GoldenCase, known: Known): CaseFault[] {
  return decisions.flatMap((decision, at): CaseFault[] => {
    if ('place' in decision) {
      if (known.organisations.has(decision.place)) return []
      return [{ path: ['decisions', at, 'place'], code: 'no-such-organisation' }]
    }
    const word = 'link' in decision ? 'link' : 'unlink'
    const [one, other] = 'link' in decision ? decision.link : decision.unlink
    const path = ['decisions', at, word]
    if (one === other) return [{ path, code: 'same-record' }]
    return unknown([one, other], path, known)
  })
}

function recordFaults({ expect }: GoldenCase, known: Known): CaseFault[] {
  const { links = [], questions = [], findings = [], records = [] } = expect
  return [
    ...links.flatMap((refs, at) => unknown(refs, ['expect', 'links', at], known)),
    ...questions.flatMap((refs, at) => unknown(refs, ['expect', 'questions', at], known)),
    ...findings.flatMap((finding, at) =>
      unknown(finding.records ?? [], ['expect', 'findings', at, 'records'], known),
    ),
    ...records.flatMap(({ record }, at): CaseFault[] =>
      known.records.has(record)
        ? []
        : [{ path: ['expect', 'records', at, 'record'], code: 'no-such-record' }],
    ),
  ]
}

function unknown(
  refs: readonly string[],
  path: CaseFault['path'],
  { records }: Known,
): CaseFault[] {
  return refs.flatMap((ref, at) =>
    records.has(ref) ? [] : [{ path: [...path, at], code: 'no-such-record' }],
  )
}

function machineFaults({ expect }: GoldenCase): CaseFault[] {
  const seen = new Set<string>()
  return (expect.links ?? []).flatMap((refs, group) =>
    refs.flatMap((ref, at): CaseFault[] => {
      const isTwice = seen.has(ref)
      seen.add(ref)
      return isTwice ? [{ path: ['expect', 'links', group, at], code: 'in-two-machines' }] : []
    }),
  )
}

function tagFaults({ given, expect }: GoldenCase): CaseFault[] {
  if (expect.tags === undefined) return []
  const { ocs, finance, locations } = given
  if (!ocs || !finance || !locations) return [{ path: ['expect', 'tags'], code: 'books-missing' }]
  const rows = new Set(ocs.map(({ id }) => id))
  const seen = new Set<number>()
  return expect.tags.flatMap(({ ocs: row }, at): CaseFault[] => {
    const path = ['expect', 'tags', at, 'ocs']
    const isTwice = seen.has(row)
    seen.add(row)
    if (!rows.has(row)) return [{ path, code: 'no-such-row' }]
    return isTwice ? [{ path, code: 'row-twice' }] : []
  })
}
