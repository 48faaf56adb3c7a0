import { KEY_DIFFERENCE_WORDS } from '../language/outcome-words.ts'
import type { KeptComputer, KeptLocation, KeptNearKey } from './finding-evidence.ts'
import type { Placed } from './place.ts'
import type { ListColumns } from './report-list.ts'

/** Where the thing of a row stands. */
export const PLACE_COLUMNS = {
  municipality: (row) => row.municipality,
  building: (row) => row.building,
} as const satisfies ListColumns<Placed>

/** The computer of a row, and what OCS says of it. */
export const COMPUTER_COLUMNS = {
  hardwareId: (row) => String(row.hardwareId),
  hostname: (row) => row.hostname,
  serial: (row) => row.serial,
  inventoryNumber: (row) => row.inventoryNumber,
  tag: (row) => row.tag,
} as const satisfies ListColumns<KeptComputer>

/** When the computer of a row was last heard of. */
export const CONTACT_COLUMNS = {
  lastContact: (row) => row.lastContact,
} as const satisfies ListColumns<KeptComputer>

/** Keys that are almost the one given, and in what each differs; nothing was applied because of them. */
export const SUGGESTION_COLUMNS = {
  suggestion: ({ near }) => near.map(({ key }) => key).join('; '),
  difference: ({ near }, { say }) =>
    near
      .map(({ differences }) =>
        differences.map((difference) => say(KEY_DIFFERENCE_WORDS[difference])).join(', '),
      )
      .join('; '),
} as const satisfies ListColumns<{ readonly near: readonly KeptNearKey[] }>

/** The cells that decided: finance's, and the classifier's. */
export const CELL_COLUMNS = {
  financeCell: ({ asset }) => asset.place,
  classifierCell: ({ location }) => location.place,
} as const satisfies ListColumns<{
  readonly asset: { readonly place: string }
  readonly location: KeptLocation
}>
