import type { SimulatedComputer } from '../src/sources/ocs/simulation/estate.ts'
import type { Chance } from './chance.ts'
import {
  COMPUTER_GOODS,
  COMPUTER_MODELS,
  NUMBER_PREFIXES,
  OPERATING_SYSTEMS,
  PEOPLE,
} from './goods.ts'
import type { Room } from './rooms.ts'

/** Something finance has in its register. */
export interface Asset {
  /** What the sticker on it says. */
  readonly number: string
  /** What finance typed for it. */
  readonly cell: string | number | null
  readonly locationId: string | null
  /** A further row of the register gives the same number this location. */
  readonly repeatedIn: string | null
  readonly goods: string
  readonly area: string
}

/** A computer and the asset it is. */
export interface Station {
  readonly asset: Asset
  readonly machine: SimulatedComputer
  /** Hosts report guests. */
  readonly role: 'computer' | 'host' | 'guest'
}

export interface StationRequest {
  readonly chance: Chance
  readonly doors: readonly Room[]
  readonly nextNumber: () => string
}

/** The evening of the demo; every computer was last seen before it. */
const LAST_EVENING = Date.UTC(2026, 10, 20, 18)
const MS_PER_MINUTE = 60_000
const MINUTES_OF_A_WEEK = 7 * 24 * 60

/** A room as often in the list as it is likely to be chosen. */
export function doorsOf(chance: Chance, rooms: readonly Room[]): Room[] {
  return rooms.flatMap((room) => Array.from({ length: 1 + chance.below(5) }, () => room))
}

/** Gives out inventory numbers, each once. */
export function numberGiver(chance: Chance): () => string {
  const lastByPrefix = new Map<string, number>()
  return () => {
    const prefix = chance.pick(NUMBER_PREFIXES)
    const last = (lastByPrefix.get(prefix) ?? 0) + 1 + chance.below(3)
    lastByPrefix.set(prefix, last)
    return `${prefix}_${String(last).padStart(6, '0')}`
  }
}

/** Computers in ordinary rooms, each an asset of its own; nothing is wrong but most TAGs. */
export function makeStations(request: StationRequest, count: number): Station[] {
  const { chance, doors, nextNumber } = request
  let hardwareId = 0
  return Array.from({ length: count }, () => {
    hardwareId += 1 + chance.below(3)
    const room = chance.pick(doors)
    const asset = assetIn(room, { number: nextNumber(), goods: chance.pick(COMPUTER_GOODS) })
    const machine = makeMachine({ chance, hardwareId, room, tag: storedTag(request, room) })
    return { asset, machine: { ...machine, inventoryNumber: asset.number }, role: 'computer' }
  })
}

/** An asset as finance would rightly write it. */
export function assetIn(room: Room, given: { number: string; goods: string }): Asset {
  const { id: locationId, costCentre: area } = room
  return { ...given, cell: given.number, locationId, area, repeatedIn: null }
}

/** Most computers were never tagged, or were moved since. */
function storedTag({ chance, doors }: StationRequest, room: Room): string | null {
  if (chance.happens(0.45)) return 'NA'
  return chance.happens(0.5) ? chance.pick(doors).tag : room.tag
}

interface MachineRequest {
  readonly chance: Chance
  readonly hardwareId: number
  readonly room: Room
  readonly tag: string | null
}

function makeMachine({ chance, hardwareId, room, tag }: MachineRequest): SimulatedComputer {
  const hex = hardwareId.toString(16).padStart(6, '0')
  const hostname = `${room.place.short}-PC${String(hardwareId).padStart(5, '0')}`
  const minutesAgo = chance.below(MINUTES_OF_A_WEEK)
  return {
    hardwareId,
    deviceId: `${hostname}-${chance.pick(['2021', '2023', '2025'])}-03-05-08-15-30`,
    hostname,
    serial: `${chance.pick(['5CG', 'MXL', 'PF0'])}${hardwareId.toString(36).toUpperCase().padStart(7, '0')}`,
    uuid: `${hexDigits(chance, 8)}-${hexDigits(chance, 4)}-11e8-9c43-${hex.padStart(12, '0')}`,
    ...chance.pick(COMPUTER_MODELS),
    macs: [`00:1E:C9:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4)}`.toUpperCase()],
    lastContact: timestamp(LAST_EVENING - minutesAgo * MS_PER_MINUTE),
    archived: false,
    tag,
    inventoryNumber: null,
    user: chance.pick(PEOPLE),
    os: chance.pick(OPERATING_SYSTEMS),
  }
}

function hexDigits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => chance.below(16).toString(16)).join('')
}

function timestamp(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ')
}
