import type { SimulatedComputer } from '../src/sources/ocs/simulation/estate.ts'
import { machineTrouble, type Trouble } from './trouble.ts'

const CLONED_IMAGE = '8d3f1c20-7a6b-4b1e-9f0d-5e2c7a91b644'
const PLACEHOLDER_UUID = '03000200-0400-0500-0006-000700080009'
const DOCKS: readonly string[] = ['00:E0:4C:68:00:11', '00:E0:4C:68:00:12']
/** What Windows made of longer names. */
const CUT_NAMES: readonly string[] = ['VILLASERENA-CON', 'PUERTOMANSO-REC']

/** Computers that OCS cannot tell apart or knows by a name that is not theirs. */
export function identityTroubles(): Trouble[] {
  return [
    machineTrouble(3, () => ({ uuid: CLONED_IMAGE })),
    machineTrouble(3, () => ({ uuid: PLACEHOLDER_UUID })),
    machineTrouble(5, () => ({ serial: 'To be filled by O.E.M.' })),
    machineTrouble(5, (machine, at) => ({ macs: [...machine.macs, dockOf(at)] })),
    machineTrouble(4, (_, at) => ({ hostname: CUT_NAMES[at % CUT_NAMES.length] ?? null })),
    reimagedTwins(3),
  ]
}

/** Computers whose TAG tells a story. */
export function tagTroubles(): Trouble[] {
  return [
    machineTrouble(6, () => ({ tag: 'LOST', inventoryNumber: null })),
    machineTrouble(2, (_, at) => ({ tag: `MANUAL-Directivo ${at + 1}` })),
  ]
}

/** Computers that OCS has put aside. */
export function archivedComputers(stations: number): Trouble {
  return machineTrouble(stations, () => ({ archived: true, lastContact: '2025-01-31 09:12:00' }))
}

/** One computer, installed anew: OCS has it twice, with the same serial, MAC and number. */
function reimagedTwins(pairs: number): Trouble {
  return {
    stations: 2 * pairs,
    spoil: (stations) => {
      const machines = stations.map((station) => station.machine)
      return stations.map((station, at) => {
        const old = machines[at - 1]
        if (at % 2 === 0 || !old) return station
        return { ...station, machine: reimaged(station.machine, old) }
      })
    },
  }
}

function reimaged(fresh: SimulatedComputer, old: SimulatedComputer): SimulatedComputer {
  const { serial, uuid, macs, manufacturer, model, chassis, inventoryNumber } = old
  return { ...fresh, serial, uuid, macs, manufacturer, model, chassis, inventoryNumber }
}

function dockOf(at: number): string {
  return (at < 3 ? DOCKS[0] : DOCKS[1]) ?? ''
}
