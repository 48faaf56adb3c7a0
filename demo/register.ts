import type { Chance } from './chance.ts'
import { OTHER_GOODS } from './goods.ts'
import { type Room, type Rooms, usedRooms } from './rooms.ts'
import { type Asset, assetIn, doorsOf, type Station } from './station.ts'

/** One row of finance's register as it is written. */
export interface FinanceLine {
  readonly sequence: number | null
  readonly account: string | null
  readonly subaccount: string | null
  readonly description: string | null
  readonly area: string | null
  readonly inventoryNumber: string | number | null
  readonly value: number | null
  readonly depreciation: number | null
  readonly locationId: string | null
}

export interface RegisterRequest {
  readonly chance: Chance
  readonly rooms: Rooms
  readonly stations: readonly Station[]
  readonly nextNumber: () => string
  /** Lines that stand among the others as they are. */
  readonly given: readonly FinanceLine[]
  /** How many lines the register has in all. */
  readonly lines: number
}

/** Assets in the biggest location. */
const BIGGEST_LOCATION = 288
/** Lines without number and location: wholly blank ones, and subtotals. */
const BLANK_LINES = { empty: 3, subtotals: 2 } as const
/** Lines with a location and no number. */
const NUMBERLESS_LINES = 2

const BLANK: FinanceLine = {
  ...{ sequence: null, account: null, subaccount: null, description: null, area: null },
  ...{ inventoryNumber: null, value: null, depreciation: null, locationId: null },
}

/** Finance's register, not sorted, its first line blank. */
export function makeRegister(request: RegisterRequest): FinanceLine[] {
  const { chance, rooms, stations, given } = request
  const computers = stations.flatMap(({ asset }) => assetLines(chance, asset))
  const fixed = [...computers, ...given, ...oddLines(chance, rooms)]
  const inBiggest = fixed.filter((line) => line.locationId === rooms.biggest.id).length
  const others = otherAssets(request, {
    count: request.lines - 1 - fixed.length,
    inBiggest: BIGGEST_LOCATION - inBiggest,
  })
  const mixed = chance.shuffled([...fixed, ...others.flatMap((it) => assetLines(chance, it))])
  return [BLANK, ...mixed].map((line, at) =>
    line.inventoryNumber === null ? line : { ...line, sequence: at },
  )
}

/** A line for a number in a location, ordinary in all else. */
export function assetLine(
  chance: Chance,
  asset: Pick<Asset, 'cell' | 'locationId' | 'goods' | 'area'>,
): FinanceLine {
  const cents = 5_000 + chance.below(150_000)
  return {
    sequence: null,
    account: '240',
    subaccount: chance.pick(['0010', '0020', '0040']),
    description: asset.goods,
    area: asset.area,
    inventoryNumber: asset.cell,
    value: cents / 100,
    depreciation: Math.floor((cents * chance.below(100)) / 100) / 100,
    locationId: asset.locationId,
  }
}

function assetLines(chance: Chance, asset: Asset): FinanceLine[] {
  const line = assetLine(chance, asset)
  return asset.repeatedIn === null ? [line] : [line, { ...line, locationId: asset.repeatedIn }]
}

function oddLines(chance: Chance, rooms: Rooms): FinanceLine[] {
  const subtotals = Array.from({ length: BLANK_LINES.subtotals }, () => ({
    ...BLANK,
    description: 'SUBTOTAL',
    value: chance.below(9_000_000) / 100,
  }))
  const numberless = rooms.ordinary
    .slice(0, NUMBERLESS_LINES)
    .map((room) => ({ ...BLANK, description: 'SILLA GIRATORIA', locationId: room.id }))
  const empty = Array.from({ length: BLANK_LINES.empty - 1 }, () => BLANK)
  return [...subtotals, ...numberless, ...empty]
}

/** What is no computer: at least one in every room in use, and so many in the biggest. */
function otherAssets(
  { chance, rooms, nextNumber }: RegisterRequest,
  { count, inBiggest }: { count: number; inBiggest: number },
): Asset[] {
  const used = usedRooms(rooms)
  const rest = count - used.length - inBiggest
  if (rest < 0) throw new RangeError('the register is too short for its rooms')
  const doors = doorsOf(chance, rooms.ordinary)
  const places: Room[] = [
    ...used,
    ...Array.from({ length: inBiggest }, () => rooms.biggest),
    ...Array.from({ length: rest }, () => chance.pick(doors)),
  ]
  return places.map((room) =>
    assetIn(room, { number: nextNumber(), goods: chance.pick(OTHER_GOODS) }),
  )
}
