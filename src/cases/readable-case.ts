import type { z } from 'zod'
import { GoldenCase } from '../reconcile/golden/schema.ts'
import { isSettings } from './merged-settings.ts'

type Path = readonly (string | number)[]

/** What of a case can be read whatever is wrong with the rest, so that all its faults are told at once. */
export interface ReadableCase {
  readonly golden: GoldenCase
  /** Whether a record that was given is not among those that could be read. */
  readonly lacksRecords: boolean
  /** Where something of what was read stands in the case as it is written. */
  readonly writtenAt: (path: Path) => Path
}

/** More faults than that in one case are told in parts. */
const MOST_CUTS = 200
/** What stands in for a part that every case has, so that the others can be read. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  name: 'x',
  given: { ocs: [{ id: 1 }] },
  expect: { links: [] },
}

/** Reads a case, leaving out what has not the right form; null where nothing is left of it. */
export function readableCase(written: unknown): ReadableCase | null {
  if (!isSettings(written)) return null
  const content: Record<string, unknown> = structuredClone({ ...written })
  const cuts: { readonly list: string; readonly at: number }[] = []
  let lacksRecords = false
  for (let cut = 0; cut < MOST_CUTS; cut += 1) {
    const parsed = GoldenCase.safeParse(content)
    if (parsed.success) {
      return { golden: parsed.data, lacksRecords, writtenAt: (path) => beforeCuts(path, cuts) }
    }
    const [issue] = parsed.error.issues
    const path = issue ? wrongPart(issue, content) : []
    const [part] = path
    if (part === undefined) return null
    const list = holderOf(content, path)
    const isRecord = part === 'given' && path.length <= 3
    lacksRecords ||= isRecord
    if (Array.isArray(list)) {
      const at = Number(path.at(-1))
      cuts.push({ list: path.slice(0, -1).join('\0'), at })
      list.splice(at, 1)
    } else if (path.length === 1 && part in STAND_INS) content[part] = STAND_INS[part]
    else if (isSettings(list)) delete (list as Record<string, unknown>)[path.at(-1) ?? '']
  }
  return null
}

/** The nearest part that is there; what is missing makes what lacks it wrong. */
function wrongPart(issue: z.core.$ZodIssue, content: unknown): (string | number)[] {
  const [key] = issue.code === 'unrecognized_keys' ? issue.keys : []
  const path = [...issue.path, ...(key === undefined ? [] : [key])].map((part) =>
    typeof part === 'symbol' ? String(part) : part,
  )
  while (path.length > 1 && partAt(content, path) === undefined) path.pop()
  return path
}

function holderOf(content: unknown, path: Path): unknown {
  return partAt(content, path.slice(0, -1))
}

function partAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>((within, part) => {
    if (Array.isArray(within)) return within[Number(part)]
    return isSettings(within) ? within[part] : undefined
  }, content)
}

/** Numbers in lists as they were before anything was cut out of them, the last cut first. */
function beforeCuts(path: Path, cuts: readonly { list: string; at: number }[]): Path {
  const before = [...path]
  for (const { list, at } of cuts.toReversed()) {
    const depth = list === '' ? 0 : list.split('\0').length
    const number = before[depth]
    const isWithin = typeof number === 'number' && before.slice(0, depth).join('\0') === list
    if (isWithin && number >= at) before[depth] = number + 1
  }
  return before
}
