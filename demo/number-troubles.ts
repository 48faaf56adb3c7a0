import type { Room, Rooms } from './rooms.ts'
import type { Station } from './station.ts'
import { assetTrouble, machineTrouble, type Trouble } from './trouble.ts'

const NO_BREAK_SPACE = '\u00a0'

/** Inventory numbers that finance or a person at the computer wrote otherwise. */
export function numberTroubles(): Trouble[] {
  return [
    renumbered(5, (at) => ({ number: String(240_100 + at), cell: 240_100 + at })),
    renumbered(3, (at) => ({ number: String(4500 + at).padStart(6, '0'), cell: 4500 + at })),
    machineTrouble(3, ({ inventoryNumber }) => ({
      inventoryNumber: inventoryNumber?.replace('0', 'O') ?? null,
    })),
    machineTrouble(3, ({ inventoryNumber }) => ({ inventoryNumber: `${inventoryNumber}  ` })),
    machineTrouble(3, ({ inventoryNumber }) => ({
      inventoryNumber: `${inventoryNumber}${NO_BREAK_SPACE}`,
    })),
    oneNumberOnTwo(4),
  ]
}

/** Assets in rooms that ask for no TAG, or in none, or in two. */
export function locationTroubles(rooms: Rooms): Trouble[] {
  const [elsewhere] = rooms.ordinary
  return [
    ...[rooms.missing, rooms.withoutBuilding, rooms.withTwoAnswers, rooms.withApostrophe].map(
      inRooms,
    ),
    assetTrouble(3, () => ({ locationId: null })),
    assetTrouble(1, ({ locationId }) => ({ repeatedIn: locationId })),
    assetTrouble(1, () => ({ locationId: rooms.biggest.id, repeatedIn: elsewhere?.id ?? null })),
  ]
}

/** One computer for each of the rooms. */
function inRooms(rooms: readonly Room[]): Trouble {
  return assetTrouble(rooms.length, (asset, at) => ({
    locationId: rooms[at]?.id ?? asset.locationId,
  }))
}

function renumbered(
  stations: number,
  give: (at: number) => { number: string; cell: number },
): Trouble {
  const spoilOne = (station: Station, at: number): Station => {
    const { number, cell } = give(at)
    return {
      ...station,
      asset: { ...station.asset, number, cell },
      machine: { ...station.machine, inventoryNumber: number },
    }
  }
  return { stations, spoil: (all) => all.map(spoilOne) }
}

/** The second of each pair bears the first one's number. */
function oneNumberOnTwo(pairs: number): Trouble {
  return {
    stations: 2 * pairs,
    spoil: (stations) =>
      stations.map((station, at) => {
        const { number } = stations[at - (at % 2)]?.asset ?? station.asset
        return { ...station, machine: { ...station.machine, inventoryNumber: number } }
      }),
  }
}
