import { filled } from '../quality/filled.ts'
import type { InventoryRow } from '../quality/inventory-row.ts'
import type { JudgedRow } from '../quality/judge-rows.ts'
import type { KeyField, Measure } from '../quality/measures.ts'
import type { BuildingOutlier, BuildingVerdict } from './building-outliers.ts'

export type Severity = 'critical' | 'warning' | 'info'

/** What stands out among the devices, and which of them it concerns. */
export type Problem = {
  readonly severity: Severity
  /** What people call the devices: the host name, else their number in OCS. */
  readonly affected: readonly string[]
} & (
  | { readonly code: 'duplicates'; readonly numbers: number }
  | { readonly code: 'missing-tags' | 'other-form-tags'; readonly of: number }
  | { readonly code: 'orphans' }
  | ({ readonly code: 'building-outlier' } & BuildingOutlier)
)

/** Missing TAGs are critical above the first share of devices, a warning above the second. */
const MISSING_CRITICAL = 0.3
const MISSING_WARNING = 0.1

/** Duplicates, missing TAGs, orphans, TAGs of another form and unusual buildings; the gravest first. */
export function problemsOf(rows: readonly JudgedRow[], buildings: BuildingVerdict): Problem[] {
  const failing = (measure: Measure, field: KeyField | null = null) =>
    rows.filter(({ shortcomings }) =>
      shortcomings.some((each) => each.measure === measure && each.field === field),
    )
  const found = [
    ...duplicates(failing('uniqueness')),
    ...missingTags(failing('completeness', 'tag'), rows.length),
    ...orphans(rows),
    ...otherForm(failing('consistency'), rows),
    ...unusualBuildings(buildings, rows),
  ]
  return found.toSorted((one, other) => ORDER[one.severity] - ORDER[other.severity])
}

const ORDER: Readonly<Record<Severity, number>> = { critical: 0, warning: 1, info: 2 }

function duplicates(failing: readonly JudgedRow[]): Problem[] {
  if (failing.length === 0) return []
  const numbers = new Set(
    failing.flatMap(({ shortcomings }) =>
      shortcomings.filter(({ why }) => why === 'repeated').map(({ value }) => value),
    ),
  )
  return [
    { code: 'duplicates', severity: 'critical', numbers: numbers.size, affected: namesOf(failing) },
  ]
}

function missingTags(failing: readonly JudgedRow[], of: number): Problem[] {
  if (failing.length === 0) return []
  const share = failing.length / of
  const isCritical = share > MISSING_CRITICAL
  const severity = isCritical ? 'critical' : share > MISSING_WARNING ? 'warning' : 'info'
  return [{ code: 'missing-tags', severity, of, affected: namesOf(failing) }]
}

/** Devices without a building, a user and a TAG. */
function orphans(rows: readonly JudgedRow[]): Problem[] {
  const lost: readonly (KeyField | null)[] = ['building', 'user', 'tag']
  const found = rows.filter(({ shortcomings }) =>
    lost.every((field) => shortcomings.some((each) => each.field === field)),
  )
  if (found.length === 0) return []
  return [{ code: 'orphans', severity: 'warning', affected: namesOf(found) }]
}

function otherForm(failing: readonly JudgedRow[], rows: readonly JudgedRow[]): Problem[] {
  if (failing.length === 0) return []
  const of = rows.filter(({ isTagged }) => isTagged).length
  return [{ code: 'other-form-tags', severity: 'warning', of, affected: namesOf(failing) }]
}

function unusualBuildings(verdict: BuildingVerdict, rows: readonly JudgedRow[]): Problem[] {
  if (verdict.kind !== 'judged') return []
  const standing = Map.groupBy(rows, ({ row }) => row.building)
  return verdict.outliers.map((outlier) => ({
    ...{ code: 'building-outlier', severity: 'info', ...outlier },
    affected: namesOf(standing.get(outlier.name) ?? []),
  }))
}

function namesOf(rows: readonly JudgedRow[]): string[] {
  return rows.map(({ row }) => nameOf(row))
}

/** What people call a device. @example nameOf({ hostname: null, key: '12' }) // => 'OCS 12' */
function nameOf({ hostname, key }: Pick<InventoryRow, 'hostname' | 'key'>): string {
  return filled(hostname, []) === 'filled' ? (hostname ?? '') : `OCS ${key}`
}
