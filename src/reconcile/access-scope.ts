import type { AccessScope } from '../sources/ocs/computer.ts'
import { scopedTags } from './scoped-tags.ts'
import { foldTag } from './tag-collation.ts'

/** What a plan does to what one OCS login sees through one TAG pattern. */
export interface AccessShift {
  readonly login: string
  readonly pattern: string
  /** Computers that login would see no more through it, and would newly see. */
  readonly loses: number
  readonly gains: number
}

interface TagChange {
  readonly from: string | null
  readonly to: string | null
}

/** Whose sight of computers the changes would move; TAGs are access rights in OCS. */
export function accessShifts(
  scopes: readonly AccessScope[],
  changes: readonly TagChange[],
): AccessShift[] {
  if (scopes.length === 0) return []
  const shiftOf = shiftFinder(changes)
  const shiftByPattern = new Map<string, Shift>()
  return scopes.flatMap(({ login, pattern }) => {
    const shift = shiftByPattern.get(pattern) ?? shiftOf(pattern)
    shiftByPattern.set(pattern, shift)
    return shift.loses + shift.gains > 0 ? [{ login, pattern, ...shift }] : []
  })
}

type Shift = Pick<AccessShift, 'loses' | 'gains'>

function shiftFinder(changes: readonly TagChange[]): (pattern: string) => Shift {
  const { tags, leaving, coming } = movesByTag(changes)
  const find = scopedTags(tags)
  const seen = new Uint8Array(tags.length + 1) // the last is for no TAG, which nobody sees
  return (pattern) => {
    const places = find(pattern)
    for (const place of places) seen[place] = 1
    let loses = 0
    let gains = 0
    for (const place of places) {
      for (const { to, computers } of leaving[place] ?? []) loses += seen[to] ? 0 : computers
      for (const { from, computers } of coming[place] ?? []) gains += seen[from] ? 0 : computers
    }
    for (const place of places) seen[place] = 0
    return { loses, gains }
  }
}

/** Computers that go from one TAG to another; a TAG is its place among the TAGs. */
interface Move {
  readonly from: number
  readonly to: number
  computers: number
}

/** The TAGs of the changes as OCS compares them, and the moves out of and into each. */
function movesByTag(changes: readonly TagChange[]) {
  const { tags, places } = placedTags(changes)
  const placeOf = (tag: string | null) =>
    (tag === null ? undefined : places.get(tag)) ?? tags.length
  const leaving: Move[][] = Array.from({ length: tags.length + 1 }, () => [])
  const coming: Move[][] = Array.from({ length: tags.length + 1 }, () => [])
  const moves = new Map<number, Move>()
  for (const change of changes) {
    const [from, to] = [placeOf(change.from), placeOf(change.to)]
    const key = from * (tags.length + 1) + to
    const known = moves.get(key)
    if (known) known.computers += 1
    if (known || from === to) continue
    const move = { from, to, computers: 1 }
    moves.set(key, move)
    leaving[from]?.push(move)
    coming[to]?.push(move)
  }
  return { tags, leaving, coming }
}

/** Each TAG once, folded, and the place among them of each as written. */
function placedTags(changes: readonly TagChange[]) {
  const placeByFold = new Map<string, number>()
  const places = new Map<string, number>()
  const put = (tag: string | null) => {
    if (tag === null || places.has(tag)) return
    const folded = foldTag(tag)
    const place = placeByFold.get(folded) ?? placeByFold.size
    placeByFold.set(folded, place)
    places.set(tag, place)
  }
  for (const { from, to } of changes) {
    put(from)
    put(to)
  }
  return { tags: [...placeByFold.keys()], places }
}
