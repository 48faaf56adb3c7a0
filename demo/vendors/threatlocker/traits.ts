/** How a simulated ThreatLocker behaves; everything can be changed while it runs. */
export interface ThreatlockerTraits {
  /** Where the totals of a list are told; `rows` is `totalRows` on each row alone, which the others bring too. */
  readonly totals: 'pagination' | 'separate' | 'rows' | 'none'
  /** How many more a list is said to hold than it gives; negative for fewer. */
  readonly overcount: number
  /** The same for `totalRows` alone. */
  readonly rowsOvercount: number
  /** A bare array, or the member of an object that holds the rows. */
  readonly envelope: 'array' | 'data' | 'items' | 'results'
  /** Whether a list without rows is an answer without a body. */
  readonly emptyBody: boolean
  /** Rows of a page, whatever was asked for. */
  readonly largestPageSize: number
  /** Whether every page is the first again. */
  readonly isStuck: boolean
  /** Rows of the page before that each later page starts with. */
  readonly overlap: number
  /** Whether the list of children is given only to those who send `childOrganizations` too. */
  readonly needsChildOrganizations: boolean
  /** Whether the parent stands in the list of its own children. */
  readonly parentListed: boolean
  /**
   * `as-made`: computers come in the order in which the fleet makes them, whatever was asked for,
   * none left out. For fleets too large to be sorted.
   */
  readonly order: 'as-asked' | 'as-made'
  /** Milliseconds without use after which the token is dead; each use starts them anew. */
  readonly tokenIdleMs: number | null
  /** Uses after which the token is dead. */
  readonly callsPerToken: number | null
  /** What the caller's role may do with a computer: `look-at-forms` gets it for editing and no further. */
  readonly editing: 'allowed' | 'look-at-forms' | 'refused'
  /** Ids of computers that were removed: in no list, and not to be had for editing. */
  readonly removed: readonly string[]
  readonly troubles: readonly Trouble[]
  /** What happens to the list of computers while it is read. */
  readonly upheavals: readonly Upheaval[]
  readonly oddities: Oddities
}

export const CALM: ThreatlockerTraits = {
  totals: 'pagination',
  overcount: 0,
  rowsOvercount: 0,
  envelope: 'array',
  emptyBody: false,
  largestPageSize: 500,
  isStuck: false,
  overlap: 0,
  needsChildOrganizations: false,
  parentListed: false,
  order: 'as-asked',
  tokenIdleMs: null,
  callsPerToken: null,
  editing: 'allowed',
  removed: [],
  troubles: [],
  upheavals: [],
  oddities: {},
}

/** One or more calls of a route that end badly. */
export interface Trouble {
  readonly route: Route
  /** Of the list; any page when left out. */
  readonly page?: number
  /** Of the computer with this id alone; any when left out. */
  readonly computerId?: string
  /** Of calls on behalf of this organisation alone; any when left out. */
  readonly organizationId?: string
  /** How many calls in a row, from when the traits were set; all of them when left out. */
  readonly times?: number
  readonly does: Misbehaviour
}

/** As `stats()` names them. */
export const ROUTES = [
  'OrganizationGetChildOrganizationsByParameters',
  'OrganizationGetForMoveComputers',
  'ComputerGetByAllParameters',
  'ComputerGetForEditById',
  'ComputerUpdateForEdit',
] as const
export type Route = (typeof ROUTES)[number]

export type Misbehaviour =
  /** `retryAfter`: the header, seconds or an HTTP date. Nothing is done, unless it is `isAfterWork`. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly isAfterWork?: boolean
      readonly message?: string
      readonly retryAfter?: string
    }
  /** A page of HTML where JSON belongs. */
  | { readonly kind: 'html'; readonly status: number }
  /** The JSON ends in the middle, and the length agrees. */
  | { readonly kind: 'cut-json' }
  /** `content-length` names more bytes than come. */
  | { readonly kind: 'short-body' }
  /** The connection is reset in the middle of the body. */
  | { readonly kind: 'reset' }
  /** The work is done and the answer comes late. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** The answer is no list but an object of another shape. */
  | { readonly kind: 'other-shape' }

export interface Upheaval {
  /** Happens when this page of computers is asked for, before it is given. */
  readonly beforePage: number
  /** How often, from when the traits were set; once when left out. */
  readonly times?: number
  /** How many computers go, the first of the list as asked for. */
  readonly gone?: number
  /** How many come, before all others by name. */
  readonly added?: number
}

/** What is odd in the rows. A number n means: in every nth computer, the first among them. */
export interface Oddities {
  /** Everything null but the id. */
  readonly nulls?: number
  readonly nullHostname?: number
  readonly trailingSpaces?: number
  /** `computerName` is "HOST | Person". */
  readonly personInName?: number
  /** `hostname` is "HOST | Person". */
  readonly personInHostname?: number
  readonly neverCheckedIn?: number
  readonly deleted?: number
  /** Whether deleted ones come though `showDeleted` is false. */
  readonly deletedUnasked?: boolean
  /** A second `computerId` for the same machine, as after a new installation. */
  readonly installedAgain?: number
  /** A machine of the same host name in another organisation. */
  readonly sameHostElsewhere?: number
  /** An organisation that no list names. */
  readonly strayOrganization?: number
  /** No `computerId`. */
  readonly noId?: number
  /** A `computerName` that is a number. */
  readonly numberForName?: number
}
