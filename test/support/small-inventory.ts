import type { Analysed } from '../../src/analytics/standing/analysis.ts'
import { assess } from '../../src/reconcile/assess.ts'
import { DEFAULT_TAG_POLICY } from '../../src/reconcile/tag-policy.ts'
import type { Asset } from '../../src/sources/finance-register/asset.ts'
import type { Location } from '../../src/sources/locations/location.ts'
import type { OcsComputer } from '../../src/sources/ocs/computer.ts'
import { QUALITY_RULES } from './quality-rules.ts'

const ROOMS: readonly Location[] = [
  room('R1', { building: 'Torre Norte', description: 'Sala 2', municipality: 'Sur' }),
  room('R2', { building: 'Anexo', description: 'Taller', municipality: 'Norte' }),
]

const ASSETS: readonly Asset[] = [
  asset('A-1', 'R1'),
  asset('A-2', 'R2'),
  asset('A-3', 'R9'),
  asset('A-4', null),
]

/**
 * Eight computers, each with what is wrong with it:
 * 1 nothing; 2 no TAG, number of 3; 3 no user, number of 2; 4 TAG and location nobody knows, a maker's
 * words for a serial; 5 nothing but number and serial; 6 virtual, in a room nobody knows, user lost;
 * 7 no number, TAG lost, no serial; 8 not in finance.
 */
const COMPUTERS: readonly OcsComputer[] = [
  computer(1, { inventoryNumber: 'A-1', tag: 'Torre_Norte-Sala_2', user: 'ana' }),
  computer(2, { inventoryNumber: 'A-2', tag: 'na', user: 'beto' }),
  computer(3, { inventoryNumber: ' A-2', tag: 'Anexo-Taller', user: ' ' }),
  computer(4, {
    ...{ inventoryNumber: 'A-3', tag: 'Otro-Sitio', user: 'ana' },
    serial: 'To be filled by O.E.M.',
  }),
  computer(5, { inventoryNumber: 'A-4', hostname: null }),
  computer(6, { inventoryNumber: 'mv', tag: 'Torre_Norte-Rack', user: 'LOST' }),
  computer(7, { tag: 'LOST', user: 'carla', serial: null }),
  computer(8, { inventoryNumber: 'A-9', tag: 'Torre_Norte-Sala_2', user: 'ana' }),
]

/** The eight computers as the main job assesses them, on a day without a past. */
export function smallInventory(given: Partial<Analysed> = {}): Analysed {
  const { outcomes } = assess({
    ...{ assets: ASSETS, locations: ROOMS, computers: COMPUTERS },
    refused: { finance: [], locations: [] },
    policy: DEFAULT_TAG_POLICY,
  })
  return {
    ...{ day: '2026-11-21', outcomes, rooms: ROOMS, rules: QUALITY_RULES },
    ...{ coverage: [], results: [] },
    ...given,
  }
}

function room(id: string, said: Pick<Location, 'building' | 'description' | 'municipality'>) {
  return { id, place: `Locales!E${id}`, ...said }
}

function asset(inventoryNumber: string, locationId: string | null): Asset {
  return { inventoryNumber, locationId, place: 'AR01!F9', locationPlace: 'AR01!I9' }
}

function computer(hardwareId: number, given: Partial<OcsComputer>): OcsComputer {
  return {
    ...{ hardwareId, deviceId: `D${hardwareId}`, hostname: `PC-${hardwareId}` },
    ...{ serial: `S-${hardwareId}`, uuid: null, lastContact: null, archived: false },
    ...{ tag: null, inventoryNumber: null, virtualMachine: null },
    ...{ user: null, chassis: hardwareId < 5 ? 'Desktop' : 'Notebook' },
    ...given,
  }
}
