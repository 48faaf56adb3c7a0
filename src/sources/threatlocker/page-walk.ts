import type { Totals } from './list-answer.ts'

/** One page of a list as it came; pages and items count from 1. */
export interface ListPage {
  readonly number: number
  readonly rows: readonly unknown[]
  readonly totals: Totals
}

/** What a page brought. */
export interface WalkedPage {
  /** Rows nobody had before, in this reading of the list or an earlier one. */
  readonly fresh: readonly ListItem[]
  /** Rows that an earlier page of this reading had. */
  readonly repeated: readonly ListItem[]
  /** It holds rows, and an earlier page of this reading had every one. */
  readonly isStuck: boolean
  readonly isLast: boolean
}

export interface ListItem {
  readonly item: number
  readonly row: unknown
}

/** What the list said of its size while it was read, and what came of it. */
export interface WalkSum {
  /** Distinct rows. */
  readonly received: number
  /** As last said; null when it never was. */
  readonly said: number | null
  readonly mostSaid: number | null
  /** Whether two pages said different totals. */
  readonly hasChanged: boolean
}

/** One reading of a list, page after page; of the rows it remembers the ids. */
export interface PageWalk {
  take(page: ListPage): WalkedPage
  sum(): WalkSum
  readonly seen: ReadonlySet<string>
}

/** What a reading goes by. */
export interface Walking {
  readonly pageSize: number
  /** Null for a row without an id: such a row is known by all it says. */
  idOf(row: unknown): string | null
  /** Ids of an earlier reading. */
  readonly known?: ReadonlySet<string>
}

/** Starts at the first page. */
export function pageWalk({ pageSize, idOf, known = new Set() }: Walking): PageWalk {
  const seen = new Set<string>()
  let rowsCame = 0
  let said: number | null = null
  let mostSaid: number | null = null
  let hasChanged = false

  /** Beyond the end of a list some say that it holds nothing. */
  function hear({ number, rows, totals: { items } }: ListPage): void {
    if (items === null || (rows.length === 0 && number > 1)) return
    hasChanged ||= said !== null && said !== items
    said = items
    mostSaid = Math.max(mostSaid ?? 0, items)
  }

  /** A full page may be cut short by the server, and its totals may lie: only a short one can be the last. */
  function isLast({ number, rows, totals }: ListPage): boolean {
    if (rows.length === 0) return true
    if (rows.length >= pageSize) return false
    return number >= (totals.pages ?? 0) && rowsCame >= (totals.items ?? 0)
  }

  function take(page: ListPage): WalkedPage {
    hear(page)
    rowsCame += page.rows.length
    const before = seen.size
    const fresh: ListItem[] = []
    const repeated: ListItem[] = []
    for (const [at, row] of page.rows.entries()) {
      const id = idOf(row) ?? JSON.stringify(row)
      if (seen.has(id)) repeated.push({ item: at + 1, row })
      else if (!known.has(id)) fresh.push({ item: at + 1, row })
      seen.add(id)
    }
    const isStuck = page.rows.length > 0 && seen.size === before
    return { fresh, repeated, isStuck, isLast: isLast(page) }
  }

  return { take, sum: () => ({ received: seen.size, said, mostSaid, hasChanged }), seen }
}

/** True when the list held still while it was read and gave all it said it has. */
export function isWhole({ received, said, hasChanged }: WalkSum): boolean {
  return !hasChanged && received >= (said ?? 0)
}
