import type { Asset } from '../sources/finance-register/asset.ts'
import type { Location } from '../sources/locations/location.ts'
import type { OcsComputer, VirtualMachineEvidence } from '../sources/ocs/computer.ts'
import type { NearKey } from './near-key.ts'
import type { RefusedRow } from './refused-row.ts'
import type { TagFault } from './tag.ts'

/** What came of one OCS row: exactly one of these, so that the counts add up to the table. */
export type RowOutcome = { readonly computer: OcsComputer } & Verdict

export type Verdict =
  | { readonly kind: 'unchanged'; readonly asset: Asset; readonly location: Location }
  | {
      readonly kind: 'planned'
      readonly to: string
      readonly asset: Asset
      readonly location: Location
    }
  | {
      readonly kind: 'protected'
      readonly pattern: string
      readonly to: string
      readonly asset: Asset
      readonly location: Location
    }
  | {
      readonly kind: 'duplicate-not-tagged'
      readonly to: string
      readonly asset: Asset
      readonly location: Location
    }
  | { readonly kind: 'virtual-machine'; readonly evidence: VirtualMachineEvidence }
  | { readonly kind: 'empty-number' }
  | { readonly kind: 'not-in-finance'; readonly near: readonly NearKey[] }
  | { readonly kind: 'location-blank'; readonly asset: Asset }
  | {
      readonly kind: 'location-not-in-classifier'
      readonly asset: Asset
      readonly locationId: string
      readonly near: readonly NearKey[]
    }
  | {
      readonly kind: 'ambiguous-location'
      readonly book: 'finance'
      readonly assets: readonly Asset[]
    }
  | {
      readonly kind: 'ambiguous-location'
      readonly book: 'locations'
      readonly asset: Asset
      readonly locations: readonly Location[]
    }
  /** A row that would have its say on where the computer stands could not be read. */
  | {
      readonly kind: 'refused-in-books'
      readonly book: 'finance'
      /** What its other rows say; nothing when it has none. */
      readonly assets: readonly Asset[]
      readonly refused: readonly RefusedRow[]
    }
  | {
      readonly kind: 'refused-in-books'
      readonly book: 'locations'
      readonly asset: Asset
      /** What the room's other rows say; nothing when it has none. */
      readonly locations: readonly Location[]
      readonly refused: readonly RefusedRow[]
    }
  | {
      readonly kind: 'tag-incomplete'
      readonly asset: Asset
      readonly location: Location
      readonly missing: readonly ('building' | 'description')[]
    }
  | {
      readonly kind: 'tag-unwritable'
      readonly asset: Asset
      readonly location: Location
      readonly why: TagFault
      /** The TAG that cannot be written. */
      readonly to: string
    }

export type OutcomeKind = Verdict['kind']
