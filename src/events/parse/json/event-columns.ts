import { trimSpace } from '../../../lib/text.ts'
import { beyondLimit, type EventFile } from '../event-file.ts'

/** The columns that the keys of a file's objects make, in the order in which they first came. */
export interface EventColumns {
  /** The index of a key's column; a key not seen before makes a new one. `place`: of its object. */
  indexOf(key: string, place: string): number
  /** A new array whenever a column was added. */
  headings(): readonly string[]
}

/** Columns of one file. Keys that differ only in space at their ends are one column. */
export function eventColumns(file: EventFile): EventColumns {
  const indexByKey = new Map<string, number>()
  const indexByHeading = new Map<string, number>()
  let headings: readonly string[] = []

  function indexOf(key: string, place: string): number {
    const known = indexByKey.get(key)
    if (known !== undefined) return known
    const heading = trimSpace(key)
    const index = indexByHeading.get(heading) ?? added(heading, place)
    indexByKey.set(key, index)
    return index
  }

  function added(heading: string, place: string): number {
    const index = headings.length
    if (index >= file.limits.columns) beyondLimit(file, 'columns', place)
    if (heading.length > file.limits.cellCharacters) beyondLimit(file, 'cell-characters', place)
    indexByHeading.set(heading, index)
    headings = [...headings, heading]
    return index
  }

  return { indexOf, headings: () => headings }
}
