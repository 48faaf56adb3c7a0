import type { SimulatedComputer } from '../src/sources/ocs/simulation/estate.ts'
import type { Chance } from './chance.ts'
import table from './edge-cases.json' with { type: 'json' }
import { assetLine, type FinanceLine } from './register.ts'
import type { LocationLine } from './rooms.ts'

/** HARDWARE_ID of an edge case: its ID in the table and this, above any ordinary computer's. */
export const EDGE_HARDWARE_ID = 10_000_000

const SAME_EVENING = '2026-11-20 17:00:00'

/** The edge table's computers; nothing but number and TAG is odd with them. */
export function edgeComputers(): SimulatedComputer[] {
  return table.ocs.map(({ hardware_id, tag, fields_3 }) => {
    const id = String(hardware_id).padStart(3, '0')
    return {
      hardwareId: EDGE_HARDWARE_ID + hardware_id,
      deviceId: `BORDE-${id}-2026-01-15-10-00-00`,
      hostname: `BORDE-${id}`,
      serial: `BORDE${id}`,
      uuid: `b07de000-0000-4000-8000-000000000${id}`,
      manufacturer: 'Acer',
      model: 'Veriton M4665G',
      chassis: 'Desktop',
      macs: [`02:B0:7D:E0:00:${id.slice(1)}`],
      lastContact: SAME_EVENING,
      archived: false,
      tag,
      inventoryNumber: fields_3,
      user: 'pruebas',
      os: 'Microsoft Windows 10 Pro',
    }
  })
}

/** The edge table's lines of finance's register. */
export function edgeFinanceLines(chance: Chance): FinanceLine[] {
  return table.ar01.map(({ inventory_number, location_id }) =>
    assetLine(chance, {
      cell: inventory_number,
      locationId: location_id,
      goods: 'MICROCOMPUTADORA',
      area: 'Casos de borde',
    }),
  )
}

/** The edge table's rows of HR's classifier. */
export function edgeLocationLines(): LocationLine[] {
  return table.classifier.map(({ location_id, description, building }) => ({
    municipalityCode: '99',
    municipality: 'Casos de borde',
    centreCode: '9999',
    costCentre: 'Casos de borde',
    id: location_id,
    description,
    building,
  }))
}
