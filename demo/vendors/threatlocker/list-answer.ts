import type { Wire } from '../fleet.ts'
import { type Answer, answer } from './answer.ts'
import type { ThreatlockerTraits } from './traits.ts'

/** A page of a list as asked for; pages count from 1. */
export interface Page {
  readonly number: number
  readonly size: number
}

/** Where a page starts in its list, and how many rows it has, under these traits. */
export function extentOf({ number, size }: Page, traits: ThreatlockerTraits) {
  const count = Math.min(size, traits.largestPageSize)
  const isFirst = number === 1 || traits.isStuck
  return { from: isFirst ? 0 : (number - 1) * count - traits.overlap, count }
}

/** Rows of a list with its totals, in the form that the traits ask for. */
export function listAnswer(
  { rows, total }: { readonly rows: readonly Wire[]; readonly total: number },
  page: Page,
  traits: ThreatlockerTraits,
): Answer {
  const isEmptyBody = rows.length === 0 && traits.emptyBody
  const body = traits.envelope === 'array' ? rows : { action: '', [traits.envelope]: rows }
  return answer(isEmptyBody ? undefined : body, totalHeaders(total, page, traits))
}

/** Computers bear the total on each row besides. */
export function withTotalRows(
  rows: readonly Wire[],
  total: number,
  traits: ThreatlockerTraits,
): Wire[] {
  const totalRows = traits.totals === 'none' ? null : total + traits.rowsOvercount
  return rows.map((row) => ({ ...row, totalRows }))
}

function totalHeaders(total: number, page: Page, traits: ThreatlockerTraits) {
  const { from, count } = extentOf(page, traits)
  const totalItems = total + traits.overcount
  const told = {
    currentPage: page.number,
    itemsPerPage: count,
    totalItems,
    totalPages: Math.ceil(totalItems / count),
    firstItem: from + 1,
    lastItem: Math.min(from + count, totalItems),
  }
  switch (traits.totals) {
    case 'pagination':
      return { pagination: JSON.stringify(told) }
    case 'separate':
      return Object.fromEntries(Object.entries(told).map(([name, n]) => [name, String(n)]))
    case 'rows':
    case 'none':
      return {}
  }
}
