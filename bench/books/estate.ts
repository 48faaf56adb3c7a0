import { makeChance } from '../../demo/chance.ts'
import { PEOPLE } from '../../demo/goods.ts'
import { assetLine, type FinanceLine } from '../../demo/register.ts'
import { classifierLines, type LocationLine, makeRooms, type Rooms } from '../../demo/rooms.ts'
import { doorsOf, makeStations, numberGiver, type Station } from '../../demo/station.ts'
import { assetTrouble, machineTrouble, type Trouble, withTroubles } from '../../demo/trouble.ts'
import type { SimulatedOcs } from '../../src/sources/ocs/simulation/estate.ts'

/** One line of a register with as many columns as large offices keep. */
export interface WideFinanceLine extends FinanceLine {
  readonly acquired: Date
  readonly state: string
  readonly keeper: string
}

/** Three books of which almost every OCS row needs a new TAG. */
export interface BenchEstate {
  readonly finance: readonly WideFinanceLine[]
  readonly locations: readonly LocationLine[]
  readonly ocs: SimulatedOcs
  /** The TAG of every OCS row, by HARDWARE_ID, once the job is done. */
  readonly tagsAfter: ReadonlyMap<number, string | null>
  /** How many rows get a new TAG. */
  readonly changes: number
}

const SEED = 20261121
/** 3,000 rooms for 100,000 computers. */
const ROOMS_PER_COMPUTER = 0.03
/** Beside the rows that change, so many of each kind that do not: 1 in 200. */
const ROWS_PER_ODD_ROW = 200
const FIRST_DAY = Date.UTC(2009, 0, 1)
const MS_PER_DAY = 86_400_000
const DAYS = 6_000

/**
 * `changes` computers whose TAG is not that of their room, and two in a hundred more that stay as
 * they are: virtual, without a number, not in finance's register, or in a room HR does not list.
 */
export function makeBenchEstate(changes: number): BenchEstate {
  const chance = makeChance(SEED)
  const rooms = makeRooms(chance, Math.round(changes * ROOMS_PER_COMPUTER))
  const request = {
    chance,
    doors: doorsOf(chance, rooms.ordinary),
    nextNumber: numberGiver(chance),
  }
  const troubles = oddOnes(rooms, Math.round(changes / ROWS_PER_ODD_ROW))
  const odd = troubles.reduce((sum, { stations }) => sum + stations, 0)
  const tagByRoom = new Map(rooms.ordinary.map(({ id, tag }) => [id, tag]))
  const stations = makeStations(request, changes + odd).map((it) => outOfPlace(it, tagByRoom))
  const spoilt = withTroubles(stations, troubles, chance)
  const tagsAfter = spoilt.map((it) => [it.machine.hardwareId, tagAfter(it, tagByRoom)] as const)
  const lines = spoilt.map(({ asset }) => wideLine(assetLine(chance, asset), chance))
  return {
    finance: chance.shuffled(lines).map((line, at) => ({ ...line, sequence: at + 1 })),
    locations: classifierLines(rooms),
    ocs: {
      inventoryField: { id: 3, name: 'NUMINV', label: 'Número de inventario' },
      computers: spoilt.map(({ machine }) => machine),
      groups: 4,
      guests: [],
      logins: [],
    },
    tagsAfter: new Map(tagsAfter),
    changes,
  }
}

/** One kind of row that stays as it is after the other, `each` of them. */
function oddOnes(rooms: Rooms, each: number): Trouble[] {
  const { missing } = rooms
  return [
    machineTrouble(each, () => ({ inventoryNumber: 'MV' })),
    machineTrouble(each, () => ({ inventoryNumber: null })),
    machineTrouble(each, (_, at) => ({ inventoryNumber: `99_999_${at + 100_000}` })),
    assetTrouble(each, (_, at) => ({ locationId: missing[at % missing.length]?.id ?? null })),
  ]
}

/** The station with a TAG that is not its room's. */
function outOfPlace(station: Station, tagByRoom: ReadonlyMap<string, string | null>): Station {
  const { asset, machine } = station
  const isRight = machine.tag === (tagByRoom.get(asset.locationId ?? '') ?? null)
  return isRight ? { ...station, machine: { ...machine, tag: 'NA' } } : station
}

function tagAfter(
  { asset, machine }: Station,
  tagByRoom: ReadonlyMap<string, string | null>,
): string | null {
  if (machine.inventoryNumber !== asset.number) return machine.tag
  return tagByRoom.get(asset.locationId ?? '') ?? machine.tag
}

function wideLine(line: FinanceLine, chance: ReturnType<typeof makeChance>): WideFinanceLine {
  const acquired = new Date(FIRST_DAY + chance.below(DAYS) * MS_PER_DAY)
  return {
    ...line,
    acquired,
    state: chance.pick(['En uso', 'En almacén']),
    keeper: chance.pick(PEOPLE),
  }
}
