/**
 * How alike two folded names are, from 0 to 1: twice the character pairs they share by all they
 * have, each pair counted once, words padded with a space (Dice 1945, on bigrams).
 *
 * @example nameSimilarity('night', 'nacht') // => 0.5
 */
export function nameSimilarity(one: string, other: string): number {
  const pairs = pairsOf(one)
  const others = pairsOf(other)
  return share(pairs.intersection(others).size, pairs, others)
}

/** Finds the names that share any pair with a text, with how alike they are; by place among `names`. */
export function similarNameFinder(
  names: readonly string[],
): (text: string) => ReadonlyMap<number, number> {
  const pairsByPlace = names.map(pairsOf)
  const placesByPair = new Map<string, number[]>()
  pairsByPlace.forEach((pairs, place) => {
    for (const pair of pairs) {
      const places = placesByPair.get(pair)
      if (places) places.push(place)
      else placesByPair.set(pair, [place])
    }
  })
  return (text) => {
    const pairs = pairsOf(text)
    const shared = new Map<number, number>()
    for (const pair of pairs) {
      for (const place of placesByPair.get(pair) ?? []) {
        shared.set(place, (shared.get(place) ?? 0) + 1)
      }
    }
    return new Map(
      [...shared].map(([place, count]) => [
        place,
        share(count, pairs, pairsByPlace[place] ?? pairs),
      ]),
    )
  }
}

function share(shared: number, one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size)
}

/** The padding makes beginnings and ends of words count, and gives a name of one letter pairs. */
function pairsOf(name: string): Set<string> {
  const padded = ` ${name.trim()} `
  const pairs = new Set<string>()
  for (let at = 0; at + 2 <= padded.length; at += 1) pairs.add(padded.slice(at, at + 2))
  return name.trim() === '' ? new Set() : pairs
}
