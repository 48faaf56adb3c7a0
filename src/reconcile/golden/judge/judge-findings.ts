import { TAG_CHECKS } from '../../checks/tag-checks.ts'
import type { Differing, FoundFinding, FoundRecord, Miss, WhySilent } from '../miss.ts'
import type { RehearsedCase } from '../rehearsed-case.ts'
import type { Expected, ExpectedFinding } from '../schema.ts'
import { isPartOf } from './is-part-of.ts'
import { whyRecords } from './why-records.ts'

/** Findings against those that are to be: exactly those, unless more are allowed. */
export function judgeFindings(
  { findings: expected, moreFindings }: Pick<Expected, 'findings' | 'moreFindings'>,
  found: RehearsedCase,
): Miss[] {
  if (expected === undefined) return []
  const left = new Set(found.findings)
  const open = mostSaidFirst(expected).filter((each) => {
    const match = [...left].find((one) => isAbout(each, one) && differsIn(each, one).length === 0)
    return match ? !left.delete(match) : true
  })
  const misses = open.map((each): Miss => {
    const near = [...left].find((one) => isAbout(each, one))
    if (!near) return missing(each, found)
    left.delete(near)
    return {
      kind: 'finding-differs',
      ...{ expected: each, found: near, differs: differsIn(each, near) },
    }
  })
  if (moreFindings) return misses
  const unexpected = [...left].map((one): Miss => {
    const isOfBooks = TAG_CHECKS.some(({ code }) => code === one.check)
    const why = isOfBooks ? [] : whyRecords(new Set(one.records), found)
    return { kind: 'finding-unexpected', found: one, why }
  })
  return [...misses, ...unexpected]
}

/** One that says more of itself is looked for first, so that one that says less leaves it alone. */
function mostSaidFirst(expected: readonly ExpectedFinding[]): ExpectedFinding[] {
  return expected.toSorted((a, b) => Object.keys(b).length - Object.keys(a).length)
}

function isAbout({ check, about, records = [] }: ExpectedFinding, found: FoundFinding): boolean {
  if (check !== found.check) return false
  if (about !== undefined && ![found.about, found.name].includes(about)) return false
  return records.every((ref) => found.records.includes(ref))
}

/** What of a finding differs, where it is said at all. */
function differsIn(expected: ExpectedFinding, found: FoundFinding): Differing[] {
  const { scope, severity, site, name, evidence = {} } = expected
  const plain = Object.entries({ scope, severity, site, name })
    .filter(([, wanted]) => wanted !== undefined)
    .map(([what, wanted]) => ({ what, expected: wanted, found: Reflect.get(found, what) }))
  const shown = Object.entries(evidence).map(([part, wanted]) => ({
    ...{ what: `evidence.${part}`, expected: wanted, found: found.evidence[part] ?? null },
  }))
  return [...plain, ...shown].filter((each) => !isPartOf(each.expected, each.found))
}

function missing(expected: ExpectedFinding, found: RehearsedCase): Miss {
  const { records = [], about } = expected
  const instead = found.findings.filter(
    (each) => each.about === about || records.some((ref) => each.records.includes(ref)),
  )
  const machines = records.flatMap((ref) => found.machineOf.get(ref) ?? [])
  return {
    kind: 'finding-missing',
    ...{ expected, instead, silent: whySilent(expected.check, found) },
    records: [...new Set(machines)].flatMap((ref): FoundRecord[] => {
      const record = found.recordOf.get(ref)
      return record ? [record] : []
    }),
  }
}

/** Why a check looked at nothing; null where it did look. */
function whySilent(
  check: ExpectedFinding['check'],
  { rules, fleet, tags }: RehearsedCase,
): WhySilent | null {
  if (TAG_CHECKS.some(({ code }) => code === check)) return tags ? null : { kind: 'no-sources' }
  if (rules.checks.off.some((off) => off === check)) return { kind: 'off' }
  const looks = fleet.looks.filter((look) => look.check === check)
  const [first] = looks
  if (!first) return { kind: 'no-sources' }
  if (first.skipped === null || looks.some(({ skipped }) => skipped === null)) return null
  return { kind: 'skipped', sources: first.skipped }
}
