/** How the bearers of one key differ. */
export interface Telling {
  sourceOf(place: number): number
  /** Records of one class are no rivals: those of a group, or of a site. */
  classOf(place: number): number
  sideOf(place: number): number
}

/** Classes kept of each source and side. */
const MOST = 8

/**
 * The first bearers of each source and side, one of a class and of eight classes at most: few
 * however many bear the key, and a rival for each of them. Empty when all are of one class.
 */
export function headsOf(bearers: Int32Array, telling: Telling): number[] {
  const [first = 0] = bearers
  const classOfFirst = telling.classOf(first)
  if (bearers.every((place) => telling.classOf(place) === classOfFirst)) return []
  const headsByKind = new Map<number, number[]>()
  for (const place of bearers) {
    const kind = telling.sourceOf(place) * 2 + telling.sideOf(place)
    const heads = headsByKind.get(kind)
    if (!heads) headsByKind.set(kind, [place])
    else if (heads.length < MOST && isOfNewClass(heads, place, telling)) heads.push(place)
  }
  return [...headsByKind.values()].flat().sort((one, other) => one - other)
}

function isOfNewClass(heads: readonly number[], place: number, { classOf }: Telling): boolean {
  return heads.every((head) => classOf(head) !== classOf(place))
}
