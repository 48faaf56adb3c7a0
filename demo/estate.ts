import type { AccessScope } from '../src/sources/ocs/computer.ts'
import type { SimulatedOcs } from '../src/sources/ocs/simulation/estate.ts'
import { type Chance, makeChance } from './chance.ts'
import { edgeComputers, edgeFinanceLines, edgeLocationLines } from './edge-cases.ts'
import { archivedComputers, identityTroubles, tagTroubles } from './machine-troubles.ts'
import { locationTroubles, numberTroubles } from './number-troubles.ts'
import { MUNICIPALITIES } from './places.ts'
import { type FinanceLine, makeRegister } from './register.ts'
import { classifierLines, type LocationLine, makeRooms, type Rooms } from './rooms.ts'
import { doorsOf, makeStations, numberGiver, type Station, type StationRequest } from './station.ts'
import { withTroubles } from './trouble.ts'
import { guestsOf, virtualTroubles } from './virtual-troubles.ts'

export interface EstateOptions {
  /** Equal seeds give equal estates. */
  readonly seed: number
  /** Rows of OCS that are computers, archived ones among them: 600 unless told otherwise, 200 at least. */
  readonly computers?: number
}

/** A provincial office's three books, as plain data. */
export interface Estate {
  /** Finance's register below its header, line by line. */
  readonly finance: readonly FinanceLine[]
  /** HR's classifier below its header. */
  readonly locations: readonly LocationLine[]
  readonly ocs: SimulatedOcs
}

const FEWEST_COMPUTERS = 200
/** The office the estate is drawn after: 600 computers, 12,700 lines, 624 rooms. */
const LINES_PER_COMPUTER = 12_700 / 600
const LINES_PER_ROOM = 12_700 / 624
/** What one sheet of a workbook holds, with room for its title. */
const MOST_LINES = 1_048_000
/** So that a sheet full of computers still has a line for every room. */
const MOST_ROOMS = 40_000
const COMPUTERS_PER_ARCHIVED = 50
const GROUPS = 4

/** Makes the demo's estate: an office in good order but for every fault people complain of. */
export function makeEstate({ seed, computers = 600 }: EstateOptions): Estate {
  if (computers < FEWEST_COMPUTERS) {
    throw new RangeError(`an estate has at least ${FEWEST_COMPUTERS} computers`)
  }
  const chance = makeChance(seed)
  const lines = Math.min(Math.round(computers * LINES_PER_COMPUTER), MOST_LINES)
  const rooms = makeRooms(chance, Math.min(Math.round(lines / LINES_PER_ROOM), MOST_ROOMS))
  const doors = doorsOf(chance, rooms.ordinary)
  const request = { chance, rooms, doors, nextNumber: numberGiver(chance) }
  const edge = edgeComputers()
  const stations = makeSpoiltStations(request, computers - edge.length)
  const finance = makeRegister({ ...request, stations, given: edgeFinanceLines(chance), lines })
  const machines = stations.map(({ machine }) => machine)
  return {
    finance,
    locations: [...classifierLines(rooms), ...edgeLocationLines()],
    ocs: {
      inventoryField: { id: 3, name: 'NUMINV', label: 'Número de inventario' },
      otherFields: [{ id: 4, name: 'RESPONSABLE', label: 'Responsable' }],
      computers: [...machines, ...edge],
      groups: GROUPS,
      guests: guestsOf(stations),
      logins: accessScopes(),
    },
  }
}

interface SpoiltRequest extends StationRequest {
  readonly chance: Chance
  readonly rooms: Rooms
}

function makeSpoiltStations(request: SpoiltRequest, count: number): Station[] {
  const troubles = [
    ...identityTroubles(),
    ...tagTroubles(),
    ...virtualTroubles(),
    ...numberTroubles(),
    ...locationTroubles(request.rooms),
    archivedComputers(Math.floor(count / COMPUTERS_PER_ARCHIVED)),
  ]
  return withTroubles(makeStations(request, count), troubles, request.chance)
}

/** Each municipality's operator sees its buildings; the desk sees what nobody has tagged. */
function accessScopes(): AccessScope[] {
  const operators = MUNICIPALITIES.map(({ name, short }) => ({
    login: `operador.${short.toLowerCase()}`,
    pattern: `*_${name.replaceAll(' ', '_')}-*`,
  }))
  return [...operators, { login: 'mesa', pattern: 'NA' }, { login: 'mesa', pattern: 'LOST' }]
}
