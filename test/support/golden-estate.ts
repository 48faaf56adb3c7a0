import type { SimulatedOcs } from '../../src/sources/ocs/simulation/estate.ts'
import { golden } from './golden-books.ts'

/** The OCS rows of the edge table as a simulated OCS; `fields_3` holds the inventory number. */
export function goldenEstate(): SimulatedOcs {
  return {
    inventoryField: { id: 3, name: 'NumInventario', label: 'Inventory number' },
    computers: golden.ocs.map((row) => ({
      hardwareId: row.hardware_id,
      deviceId: `PC-${row.hardware_id}`,
      hostname: `PC-${row.hardware_id}`,
      serial: `S-${row.hardware_id}`,
      uuid: null,
      manufacturer: null,
      model: null,
      chassis: null,
      macs: [],
      lastContact: '2026-11-01 08:00:00',
      archived: false,
      tag: row.tag,
      inventoryNumber: row.fields_3,
      user: null,
      os: null,
    })),
    groups: 2,
    guests: [],
    logins: [],
  }
}
