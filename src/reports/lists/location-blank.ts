import { KeptAsset, KeptBooking, KeptComputer, seenBy } from '../finding-evidence.ts'
import { PLACE_COLUMNS } from '../list-columns.ts'
import { byPlace, type Placed } from '../place.ts'
import type { ReportData } from '../report-data.ts'
import { defineList } from '../report-list.ts'

const computersUnplaced = seenBy('location-blank', KeptComputer.extend({ asset: KeptAsset }))
const assetsUnplaced = seenBy('asset-location-blank', KeptBooking)

interface BlankRow extends Placed {
  readonly inventoryNumber: string
  readonly cells: readonly string[]
  /** The computer that bears the number, where one does. */
  readonly computer: KeptComputer | null
}

/** Assets to which finance gives no location, each with the computer that bears it, if any. */
export const locationBlank = defineList<BlankRow>({
  name: 'AR01_Location_Blank',
  rows: (data) => [...ofAssets(data), ...ofOtherComputers(data)].toSorted(byPlace),
  entryOf: ({ inventoryNumber }) => inventoryNumber,
  columns: {
    ...PLACE_COLUMNS,
    inventoryNumber: ({ inventoryNumber }) => inventoryNumber,
    financeCell: ({ cells }) => cells.join('; '),
    hardwareId: ({ computer }) => (computer ? String(computer.hardwareId) : null),
    hostname: ({ computer }) => computer?.hostname ?? null,
    serial: ({ computer }) => computer?.serial ?? null,
    tag: ({ computer }) => computer?.tag ?? null,
    lastContact: ({ computer }) => computer?.lastContact ?? null,
  },
})

/** One row for each computer that bears the asset's number, or one without a computer. */
function ofAssets(data: ReportData): BlankRow[] {
  const computers = Map.groupBy(computersUnplaced(data), ({ asset }) => asset.inventoryNumber)
  return assetsUnplaced(data).flatMap((booking): BlankRow[] => {
    const { inventoryNumber, rows, municipality, building } = booking
    const cells = rows
      .filter(({ locationId }) => locationId === null)
      .map(({ locationPlace }) => locationPlace)
    const bearing = computers.get(inventoryNumber) ?? []
    if (bearing.length === 0) {
      return [{ inventoryNumber, cells, computer: null, municipality, building }]
    }
    return bearing.map((computer) => ({
      inventoryNumber,
      cells,
      computer,
      municipality: computer.municipality ?? municipality,
      building: computer.building ?? building,
    }))
  })
}

/** Computers whose asset is not among those without a location; none, unless a list was cut. */
function ofOtherComputers(data: ReportData): BlankRow[] {
  const booked = new Set(assetsUnplaced(data).map(({ inventoryNumber }) => inventoryNumber))
  return computersUnplaced(data)
    .filter(({ asset }) => !booked.has(asset.inventoryNumber))
    .map((computer) => ({
      inventoryNumber: computer.asset.inventoryNumber,
      cells: [computer.asset.locationPlace],
      computer,
      municipality: computer.municipality,
      building: computer.building,
    }))
}
