import { expectedTag } from '../src/reconcile/tag.ts'
import type { Chance } from './chance.ts'
import {
  BUILDING_KINDS,
  COST_CENTRES,
  MUNICIPALITIES,
  type Municipality,
  ROOM_KINDS,
  ROOM_LETTERS,
} from './places.ts'

/** One row of HR's classifier as it is written. */
export interface LocationLine {
  readonly municipalityCode: string
  readonly municipality: string
  readonly centreCode: string
  readonly costCentre: string
  readonly id: string | null
  readonly description: string | null
  readonly building: string | null
}

/** A room of an invented office. */
export interface Room extends LocationLine {
  readonly id: string
  readonly place: Municipality
  /** What a computer in it should be tagged; null where the room asks for none. */
  readonly tag: string | null
}

/** The rooms by what is wrong with them. */
export interface Rooms {
  readonly ordinary: readonly Room[]
  /** The warehouse that holds most assets. */
  readonly biggest: Room
  readonly withoutBuilding: readonly Room[]
  readonly withApostrophe: readonly Room[]
  /** Each is described once more, otherwise. */
  readonly withTwoAnswers: readonly Room[]
  /** Finance uses them, HR never listed them. */
  readonly missing: readonly Room[]
  /** HR lists them, finance has nothing in them. */
  readonly empty: readonly Room[]
}

/** How many rooms of each sort that is not ordinary. */
const ODD_ROOMS = {
  withoutBuilding: 4,
  withApostrophe: 2,
  withTwoAnswers: 3,
  missing: 6,
  empty: 6,
} as const

/** Rooms for a province: the classifier lists `listed` different ids, and finance uses as many. */
export function makeRooms(chance: Chance, listed: number): Rooms {
  const rooms = Array.from({ length: listed + ODD_ROOMS.missing }, (_, at) => makeRoom(chance, at))
  const take = (count: number) => rooms.splice(0, count)
  const [biggest] = take(1)
  if (!biggest) throw new RangeError('a province has at least one room')
  return {
    biggest: withTag({ ...biggest, description: 'Almacén Central' }),
    withoutBuilding: take(ODD_ROOMS.withoutBuilding).map((room) =>
      withTag({ ...room, building: null }),
    ),
    withApostrophe: take(ODD_ROOMS.withApostrophe).map((room, at) =>
      withTag({ ...room, description: `Salón D'Beche ${at + 1}` }),
    ),
    withTwoAnswers: take(ODD_ROOMS.withTwoAnswers).map((room) => ({ ...room, tag: null })),
    missing: take(ODD_ROOMS.missing).map((room) => ({ ...room, tag: null })),
    empty: take(ODD_ROOMS.empty),
    ordinary: rooms,
  }
}

/** HR's classifier, in the order of municipalities, with the second answers among the first. */
export function classifierLines(rooms: Rooms): LocationLine[] {
  const secondAnswers = rooms.withTwoAnswers.map((room) => ({
    ...room,
    description: `${room.description} (reformado)`,
  }))
  return [
    ...[rooms.biggest, ...rooms.withoutBuilding, ...rooms.withApostrophe, ...rooms.withTwoAnswers],
    ...[...rooms.empty, ...rooms.ordinary, ...secondAnswers],
  ]
    .toSorted((one, other) => Number(one.municipalityCode) - Number(other.municipalityCode))
    .map(({ place: _place, tag: _tag, ...line }) => line)
}

/** Rooms in which finance has something, the biggest left out. */
export function usedRooms(rooms: Rooms): Room[] {
  return [
    ...[...rooms.ordinary, ...rooms.withoutBuilding, ...rooms.withApostrophe],
    ...[...rooms.withTwoAnswers, ...rooms.missing],
  ]
}

function makeRoom(chance: Chance, at: number): Room {
  const place = MUNICIPALITIES[at % MUNICIPALITIES.length] ?? chance.pick(MUNICIPALITIES)
  const kind = chance.pick(BUILDING_KINDS)
  const centre = chance.pick(COST_CENTRES)
  const number = 101 + Math.floor(at / MUNICIPALITIES.length)
  if (number > 9999) throw new RangeError('location ids have no more than four digits')
  const letter = chance.pick(ROOM_LETTERS)
  return withTag({
    place,
    municipalityCode: place.code,
    municipality: place.name,
    centreCode: centre.code,
    costCentre: centre.name,
    id: `${place.code}${kind.letter}${String(number).padStart(4, '0')}${letter}`,
    description: `${chance.pick(ROOM_KINDS)} ${number}`,
    building: `${kind.name} ${place.name}`,
    tag: null,
  })
}

function withTag(room: Room): Room {
  const expected = expectedTag(room)
  return { ...room, tag: expected.kind === 'tag' ? expected.tag : null }
}
