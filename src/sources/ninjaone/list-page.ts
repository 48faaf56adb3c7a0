import { z } from 'zod'

const Identified = z.object({ id: z.int() })

/** One element of a list as it came, and its id where it has one that can be read. */
export interface ListedElement {
  readonly id: number | null
  /** From 1, within its page. */
  readonly item: number
  readonly element: unknown
}

/** What has been read of a list so far. */
export interface ListState {
  /** The greatest id read, from which the next page is asked; null before the first page. */
  readonly after: number | null
  /** Ids of the page before. */
  readonly before: ReadonlySet<number>
  /** Whether the last answer was an empty page. */
  readonly wasEmpty: boolean
}

export const LIST_START: ListState = { after: null, before: new Set(), wasEmpty: false }

/** What an answer means for a list that is read by `after`, in order of id. */
export type ListPage =
  | { readonly kind: 'end' }
  | {
      readonly kind: 'page'
      /** Those not read before: in order of id, then those without one. */
      readonly elements: readonly ListedElement[]
      /** How many were left out because they had been read. */
      readonly repeated: number
      readonly next: ListState
    }
  /** Nothing new: the same rows come whatever is asked for. */
  | { readonly kind: 'stuck' }
  | { readonly kind: 'unexpected'; readonly problem: ListProblem }

export type ListProblem = 'not-a-list' | 'no-ids' | 'not-in-order'

/**
 * Judges an answer by what was read before it. A list ends when nothing follows, twice: a short page
 * may have been cut, and an empty one given by mistake.
 */
export function judgeListPage(body: unknown, state: ListState): ListPage {
  const { after, before } = state
  if (!Array.isArray(body)) return { kind: 'unexpected', problem: 'not-a-list' }
  if (body.length === 0) {
    if (state.wasEmpty) return { kind: 'end' }
    return { kind: 'page', elements: [], repeated: 0, next: { ...state, wasEmpty: true } }
  }
  const elements = body.map((element: unknown, at) => ({
    id: idOf(element),
    item: at + 1,
    element,
  }))
  const ids = elements.map(({ id }) => id).filter((id) => id !== null)
  const greatest = ids.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY)
  if (ids.length === 0) return { kind: 'unexpected', problem: 'no-ids' }
  if (after !== null && greatest <= after) return { kind: 'stuck' }
  if (after !== null && ids.some((id) => id <= after && !before.has(id))) {
    return { kind: 'unexpected', problem: 'not-in-order' }
  }
  const fresh = freshElements(elements, after)
  return {
    kind: 'page',
    elements: fresh,
    repeated: elements.length - fresh.length,
    next: { after: greatest, before: new Set(ids), wasEmpty: false },
  }
}

function idOf(element: unknown): number | null {
  return Identified.safeParse(element).data?.id ?? null
}

function freshElements(elements: readonly ListedElement[], after: number | null): ListedElement[] {
  const taken = new Map<number, ListedElement>()
  for (const listed of elements) {
    if (listed.id === null || taken.has(listed.id)) continue
    if (after === null || listed.id > after) taken.set(listed.id, listed)
  }
  const inOrder = [...taken.entries()].sort(([one], [other]) => one - other)
  return [...inOrder.map(([, listed]) => listed), ...elements.filter(({ id }) => id === null)]
}
