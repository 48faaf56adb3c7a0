/** Stands before and after every text, so that how it begins and ends can be looked up as well. */
const EDGE = '\0'
const BUCKETS = 1 << 18

/**
 * Narrows down which texts may fit a wild pattern: gives the places of those that share the rarest
 * three characters the pattern asks for in a row. Some of them may not fit; none that fits is left out.
 */
export function trigramIndex(
  texts: readonly string[],
): (pattern: string, wild: RegExp) => readonly number[] {
  const all = texts.map((_, place) => place)
  const buckets: number[][] = []
  for (const place of all) {
    for (const bucket of bucketsOf(`${EDGE}${texts[place]}${EDGE}`)) {
      const places = buckets[bucket]
      if (!places) buckets[bucket] = [place]
      else if (places.at(-1) !== place) places.push(place)
    }
  }
  return (pattern, wild) => {
    const asked = `${EDGE}${pattern}${EDGE}`.split(wild).flatMap(bucketsOf)
    return asked.reduce<readonly number[]>((fewest, bucket) => {
      const places = buckets[bucket] ?? []
      return places.length < fewest.length ? places : fewest
    }, all)
  }
}

/** Six bits of each character tell upper-case ASCII apart; others may share a bucket. */
function bucketsOf(text: string): number[] {
  const found: number[] = []
  let last = 0
  for (let at = 0; at < text.length; at += 1) {
    last = ((last << 6) | (text.charCodeAt(at) & 63)) & (BUCKETS - 1)
    if (at >= 2) found.push(last)
  }
  return found
}
