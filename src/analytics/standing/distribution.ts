import { trimSpace } from '../../lib/text.ts'
import { type Filled, filled } from '../quality/filled.ts'
import type { JudgedRow } from '../quality/judge-rows.ts'
import { normalisedEntropy } from '../stats/normalised-entropy.ts'

/** What a TAG is: in the form of the rule, in another, a word that stands for none, or nothing. */
export type TagStatus = 'in-form' | 'other-form' | Exclude<Filled, 'filled'>

/** How many devices have something in common. */
export interface Counted {
  readonly name: string
  readonly count: number
}

/** Where devices stand, whose they are and what they are; every list adds up to all devices with those it leaves out. */
export interface Distribution {
  readonly tagStatus: Readonly<Record<TagStatus, number>>
  /** The largest first. */
  readonly buildings: readonly Counted[]
  readonly users: readonly Counted[]
  readonly categories: readonly Counted[]
  /** Devices that nobody says it of. */
  readonly without: { readonly building: number; readonly user: number; readonly category: number }
  readonly balance: Balance
}

/** How evenly devices are spread over the buildings that have any, 0 to 100. */
export interface Balance {
  /** Null without a building. */
  readonly percent: number | null
  readonly buildings: number
}

/** Counts devices by TAG status, building, user and category; a placeholder names nobody and nothing. */
export function distributionOf(
  rows: readonly JudgedRow[],
  placeholders: readonly string[],
): Distribution {
  const by = (textOf: (judged: JudgedRow) => string | null) => countedBy(rows, placeholders, textOf)
  const buildings = by(({ row }) => row.building)
  const users = by(({ row }) => row.user)
  const categories = by(({ row }) => row.category)
  const status = (wanted: TagStatus) =>
    rows.filter((judged) => tagStatusOf(judged, placeholders) === wanted).length
  return {
    tagStatus: {
      'in-form': status('in-form'),
      'other-form': status('other-form'),
      placeholder: status('placeholder'),
      blank: status('blank'),
    },
    ...{ buildings: buildings.counted, users: users.counted, categories: categories.counted },
    without: { building: buildings.without, user: users.without, category: categories.without },
    balance: balanceOf(buildings.counted),
  }
}

function tagStatusOf({ row }: JudgedRow, placeholders: readonly string[]): TagStatus {
  const is = filled(row.tag, placeholders)
  if (is !== 'filled') return is
  return row.form?.fault === null ? 'in-form' : 'other-form'
}

function countedBy(
  rows: readonly JudgedRow[],
  placeholders: readonly string[],
  textOf: (judged: JudgedRow) => string | null,
) {
  const groups = Map.groupBy(rows, (judged) => {
    const text = textOf(judged)
    return filled(text, placeholders) === 'filled' ? trimSpace(text ?? '') : null
  })
  const counted = [...groups]
    .flatMap(([name, { length }]) => (name === null ? [] : [{ name, count: length }]))
    .toSorted((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
  return { counted, without: groups.get(null)?.length ?? 0 }
}

/** Shannon's entropy over its largest value; one building is in balance with itself. */
function balanceOf(buildings: readonly Counted[]): Balance {
  if (buildings.length < 2) {
    return { percent: buildings.length === 1 ? 100 : null, buildings: buildings.length }
  }
  const evenness = normalisedEntropy(buildings.map(({ count }) => count))
  return { percent: evenness === null ? null : 100 * evenness, buildings: buildings.length }
}
