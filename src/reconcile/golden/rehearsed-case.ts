import { type RehearsedFleet, type RuledRecord, rehearseFleet } from '../rehearse/rehearse-fleet.ts'
import { type RehearsedTags, rehearseTags } from '../rehearse/rehearse-tags.ts'
import type { Rules } from '../rehearse/rules.ts'
import { booksOfCase } from './given/books-of-case.ts'
import { fleetOfCase, refOf } from './given/fleet-of-case.ts'
import type { FoundFinding, FoundRecord } from './miss.ts'
import type { GoldenCase } from './schema.ts'

/** What the rules make of a case, with its records known by what the case calls them. */
export interface RehearsedCase {
  readonly rules: Rules
  readonly fleet: RehearsedFleet
  /** Null where the case does not give all three books. */
  readonly tags: RehearsedTags | null
  readonly findings: readonly FoundFinding[]
  /** By the number of the record. */
  readonly refs: ReadonlyMap<number, string>
  readonly machineOf: ReadonlyMap<string, readonly string[]>
  readonly recordOf: ReadonlyMap<string, FoundRecord>
}

/** Runs everything that rules say of a case. */
export function rehearseCase(golden: GoldenCase, rules: Rules): RehearsedCase {
  const fleet = rehearseFleet(fleetOfCase(golden), rules)
  const books = booksOfCase(golden, rules.tags)
  const tags = books && rehearseTags(books, rules)
  const refs = new Map([...fleet.records].map(([id, { said }]) => [id, refOf(said)]))
  const nameOf = (id: number) => refs.get(id) ?? `${id}`
  const machines = [...fleet.machines.values()].map((ids) => ids.map(nameOf))
  return {
    ...{ rules, fleet, tags, refs },
    findings: [...fleetFindings(fleet, nameOf), ...tagFindingsOf(tags)],
    machineOf: new Map(machines.flatMap((all) => all.map((ref) => [ref, all] as const))),
    recordOf: new Map([...fleet.records.values()].map(foundRecord)),
  }
}

function foundRecord({ said, made, site }: RuledRecord): [string, FoundRecord] {
  const record = refOf(said)
  return [record, { ...made, record, site: site?.name ?? null }]
}

function fleetFindings(fleet: RehearsedFleet, nameOf: (id: number) => string): FoundFinding[] {
  const siteNames = new Map(
    [...fleet.records.values()].flatMap(({ site }) => (site ? [[site.id, site.name]] : [])),
  )
  return fleet.findings.map(({ subject, siteId, ...finding }) => {
    const device = Number(subject.replace('device:', ''))
    const records = (fleet.machines.get(device) ?? []).map(nameOf)
    const { check, name, scope, severity, evidence } = finding
    const site = siteId === null ? null : (siteNames.get(siteId) ?? null)
    return { check, about: name ?? subject, name, records, scope, severity, site, evidence }
  })
}

function tagFindingsOf(tags: RehearsedTags | null): FoundFinding[] {
  return (tags?.findings ?? []).map((finding) => {
    const { check, subject, name, scope, severity, evidence } = finding
    const records = computersOf(subject, evidence).map((id) => `ocs:${id}`)
    return { check, about: subject, name, records, scope, severity, site: null, evidence }
  })
}

/** The computers that a finding over the books is about, by `HARDWARE_ID`. */
function computersOf(subject: string, { computers }: Readonly<Record<string, unknown>>): number[] {
  if (subject.startsWith('ocs:')) return [Number(subject.slice('ocs:'.length))]
  if (!Array.isArray(computers)) return []
  return computers.map(({ hardwareId }: { hardwareId: number }) => hardwareId)
}
