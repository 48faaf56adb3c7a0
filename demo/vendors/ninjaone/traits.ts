import type { Wire } from '../fleet.ts'

/** How a simulated NinjaOne behaves; everything can be changed while it runs. */
export interface NinjaoneTraits {
  /** What the client must know; changed, the old one is worth nothing. */
  readonly clientSecret: string
  /** Seconds an access token is good for, and what `expires_in` says. */
  readonly expiresIn: number
  /** Calls after which an access token is refused though it has not expired; null for never. */
  readonly callsPerToken: number | null
  /** `rotated`: each use gives a new refresh token and ends the old one. */
  readonly refreshTokens: 'rotated' | 'kept'
  /** Rows of a page nobody gave a size. */
  readonly defaultPageSize: number
  /** Rows of a page, whatever was asked for. */
  readonly largestPageSize: number
  /** Whether `after` and `cursor` are ignored, so that each page is the first again. */
  readonly isStuck: boolean
  /** Whether a page that is not the last names the next in a `Link` header. */
  readonly linkHeader: boolean
  /** `kept`: a report's cursor has one name to its end, and only its offset moves. */
  readonly cursorNames: 'kept' | 'new'
  /** How many rows more a report counts than it gives. */
  readonly overcount: number
  readonly troubles: readonly Trouble[]
  /** What happens to the device list while it is read. */
  readonly upheavals: readonly Upheaval[]
  readonly oddities: Oddities
}

/** A NinjaOne on a good day. */
export const CALM: NinjaoneTraits = {
  clientSecret: 'sim-secret',
  expiresIn: 3600,
  callsPerToken: null,
  refreshTokens: 'rotated',
  defaultPageSize: 100,
  largestPageSize: 1000,
  isStuck: false,
  linkHeader: false,
  cursorNames: 'kept',
  overcount: 0,
  troubles: [],
  upheavals: [],
  oddities: {},
}

/** One or more calls of a route that end badly. */
export interface Trouble {
  /** As `stats()` names it, for instance `/v2/devices-detailed`. */
  readonly route: string
  /** From 1, counted from when the traits were set. */
  readonly call: number
  /** How many calls in a row; one when left out. */
  readonly times?: number
  readonly does: Misbehaviour
}

export type Misbehaviour =
  | { readonly kind: 'status'; readonly status: number; readonly body?: ErrorShape }
  | { readonly kind: 'too-many'; readonly retryAfter: number | string | null }
  /** A page of HTML where JSON belongs. */
  | { readonly kind: 'html'; readonly status: number }
  | { readonly kind: 'empty-page' }
  | { readonly kind: 'empty-body' }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** The connection is reset in the middle of the body. */
  | { readonly kind: 'reset' }
  /** `content-length` names more bytes than come. */
  | { readonly kind: 'short-body' }
  /** The JSON ends in the middle, and the length agrees. */
  | { readonly kind: 'cut-json' }
  /** The work is done and the answer never arrives. */
  | { readonly kind: 'lost-answer' }

/** The shapes in which NinjaOne words an error. */
export type ErrorShape = 'oauth' | 'failure' | 'coded' | 'text'

export interface Upheaval {
  /** Pages of devices given before it happens, counted from when the traits were set. */
  readonly afterPages: number
  /** Ids of devices deleted then. */
  readonly gone?: readonly number[]
  /** Devices enrolled then; their ids are greater than all before. */
  readonly added?: readonly Wire[]
}

/** What is odd in the data. A number n means: in every nth device. */
export interface Oddities {
  readonly nullDisplayName?: number
  readonly noLocation?: number
  /** `systemName` cut to 15 characters, the whole name in `dnsName`. */
  readonly cutSystemName?: number
  readonly noDnsName?: number
  readonly placeholderSerial?: number
  readonly noneSerial?: number
  /** One serial, from a template of virtual machines, in all of them. */
  readonly clonedSerial?: number
  readonly decommissioned?: number
  readonly pending?: number
  readonly staged?: number
  /** New names by organisation id. */
  readonly renamedOrganizations?: Readonly<Record<number, string>>
  /** Organisations by the id of the one that swallowed them. */
  readonly mergedOrganizations?: Readonly<Record<number, number>>
  /** Organisations by the id of a device that moved there. */
  readonly movedDevices?: Readonly<Record<number, number>>
}
