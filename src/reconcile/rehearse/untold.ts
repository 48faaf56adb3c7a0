import type { SourceStanding } from '../../inventory/machine/queries.ts'
import type { Day } from '../../lib/day.ts'

/** What a rehearsal over a kept day cannot tell, or tells otherwise than the day itself did. */
export type Untold =
  /** A source whose newest try up to the day was not complete, so that nothing is compared with it. */
  | {
      readonly code: 'source-not-complete'
      readonly source: string
      readonly state: SourceStanding['state']
      /** The day that is known of it instead; null for none. */
      readonly day: Day | null
    }
  /** The same, where the source came whole on the day itself, and was tried again later that day. */
  | {
      readonly code: 'source-tried-again'
      readonly source: string
      readonly state: SourceStanding['state']
    }
  /** Sources that one of both configurations names or judges, and of which nothing is kept. */
  | { readonly code: 'nothing-to-judge'; readonly sources: readonly string[] }
  /** Machines of sources are kept that neither configuration names, so nothing is compared with them. */
  | { readonly code: 'sources-not-configured'; readonly sources: readonly string[] }
  /** Last contact is kept as of the newest day: of so many records that of this day is not known. */
  | { readonly code: 'contact-not-kept'; readonly records: number }
  /** Sites were made anew by both sets of rules, as if every organisation had come on this day. */
  | { readonly code: 'sites-from-scratch' }
  /** Today's rules and people's words already make something else of the day than is kept. */
  | { readonly code: 'kept-otherwise'; readonly classified: number; readonly machines: number }
  /** No TAG was decided: nothing is kept of these books. */
  | { readonly code: 'books-not-kept'; readonly books: readonly string[] }
  /** Rows that were refused of a book; whose they were is not kept. */
  | { readonly code: 'rows-refused'; readonly book: string; readonly rows: number }
  /** Which of several computers is the newest goes by their last contact, which is not kept. */
  | { readonly code: 'newest-not-known' }
  /** Rows of finance's that were refused for these words are not kept. */
  | { readonly code: 'words-refused-rows'; readonly words: readonly string[] }
