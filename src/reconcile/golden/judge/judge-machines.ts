import type { Miss } from '../miss.ts'
import type { RehearsedCase } from '../rehearsed-case.ts'
import type { Expected } from '../schema.ts'
import { whyRecords } from './why-records.ts'

/** Which records are one machine, against which are to be. */
export function judgeMachines(
  { links = [], onlyThese }: Pick<Expected, 'links' | 'onlyThese'>,
  found: RehearsedCase,
): Miss[] {
  const missing = links.flatMap((expected): Miss[] => {
    const machines = machinesOf(expected, found)
    const [only, ...more] = machines
    if (only && more.length === 0 && areSame(only, expected)) return []
    const involved = new Set([...expected, ...machines.flat()])
    return [
      { kind: 'machine-missing', expected, found: machines, why: whyRecords(involved, found) },
    ]
  })
  if (!onlyThese) return missing
  const named = new Set(links.flat())
  const others = [...new Set(found.machineOf.values())].filter(
    (machine) => machine.length > 1 && !machine.some((ref) => named.has(ref)),
  )
  return [
    ...missing,
    ...others.map((machine): Miss => {
      const why = whyRecords(new Set(machine), found)
      return { kind: 'machine-unexpected', found: machine, why }
    }),
  ]
}

/** Questions for a person, against those that are to be; by the records they are about. */
export function judgeQuestions(expected: Expected['questions'], found: RehearsedCase): Miss[] {
  if (expected === undefined) return []
  const open = found.fleet.matched.ambiguous.map(({ rule, why, candidates }) => ({
    ...{ rule, why },
    found: candidates.map((ids) => ids.map((id) => found.refs.get(id) ?? `${id}`)),
  }))
  const missing = expected.filter((refs) => !open.some((each) => areSame(each.found.flat(), refs)))
  const others = open.filter((each) => !expected.some((refs) => areSame(each.found.flat(), refs)))
  return [
    ...missing.map((refs): Miss => ({ kind: 'question-missing', expected: refs })),
    ...others.map((each): Miss => ({ kind: 'question-unexpected', ...each })),
  ]
}

function machinesOf(refs: readonly string[], { machineOf }: RehearsedCase): (readonly string[])[] {
  return [...new Set(refs.map((ref) => machineOf.get(ref) ?? [ref]))]
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join('\n') === other.toSorted().join('\n')
}
