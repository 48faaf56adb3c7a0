import { wildcardAsWritten } from '../lib/wildcard.ts'
import { foldTag } from './tag-collation.ts'
import { trigramIndex } from './trigram-index.ts'

/**
 * Finds, among folded TAGs, those an OCS pattern lets see: gives their places.
 *
 * OCS asks `TAG in (...)` where a pattern holds no `*` and no `?`: then nothing in it is wild and
 * spaces at the ends of the two do not count. It asks `TAG like ...` where it holds one: then `%`
 * and `_` are wild as well, and those spaces count.
 */
export function scopedTags(tags: readonly string[]): (pattern: string) => readonly number[] {
  const equal = equalTags(tags)
  const like = tagsLike(tags)
  return (written) => {
    const pattern = foldTag(written)
    return /[*?]/u.test(pattern) ? like(pattern) : equal(pattern)
  }
}

function equalTags(tags: readonly string[]): (word: string) => readonly number[] {
  const placesByWord = new Map<string, number[]>()
  for (const [place, tag] of tags.entries()) {
    const word = withoutEndSpaces(tag)
    const places = placesByWord.get(word)
    if (places) places.push(place)
    else placesByWord.set(word, [place])
  }
  return (word) => placesByWord.get(withoutEndSpaces(word)) ?? []
}

function tagsLike(tags: readonly string[]): (pattern: string) => readonly number[] {
  let candidates: ReturnType<typeof trigramIndex> | null = null
  return (pattern) => {
    candidates ??= trigramIndex(tags)
    const fits = wildcardAsWritten(pattern, { run: '*%', one: '?_' })
    return candidates(pattern, /[*%?_]/u).filter((place) => fits(tags[place] ?? ''))
  }
}

function withoutEndSpaces(text: string): string {
  let end = text.length
  while (text.charAt(end - 1) === ' ') end -= 1
  return text.slice(0, end)
}
