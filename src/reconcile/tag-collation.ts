const BEYOND_ASCII = /[^\0-\x7f]/gu
const LATIN = /^\p{Script=Latin}$/u

/**
 * A TAG as OCS's usual collation (`utf8mb3_general_ci`) compares it: no case, and Latin letters
 * without their marks, so that `Ñ` is `n` and `ß` is `s`. Marks that are characters of their own
 * stay, as they do there.
 */
export function foldTag(tag: string): string {
  return tag
    .replace(/[a-z]+/gu, (letters) => letters.toUpperCase())
    .replace(BEYOND_ASCII, foldCharacter)
}

function foldCharacter(character: string): string {
  if (character === 'ß') return 'S'
  const [base = character] = LATIN.test(character) ? character.normalize('NFD') : character
  const upper = base.toUpperCase()
  return upper.length === base.length ? upper : base
}
