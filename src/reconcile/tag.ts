import { replaceSpace, trimSpace } from '../lib/text.ts'

/** The TAG a room asks for, or why it asks for none. */
export type ExpectedTag =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'incomplete'; readonly missing: readonly ('building' | 'description')[] }
  | { readonly kind: 'unwritable'; readonly why: TagFault; readonly tag: string }

export type TagFault =
  | 'too-long'
  | 'quote'
  | 'backslash'
  | 'control-character'
  | 'four-byte-character'

/** What a room's TAG is made of, as the classifier writes it. */
export interface TagParts {
  readonly building: string | null
  readonly description: string | null
}

/** Characters that `accountinfo.TAG` holds. */
const TAG_LENGTH = 255

const QUOTE = /["'`\u2018\u2019\u201c\u201d]/u
const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}]/u
/** Four bytes in UTF-8; OCS's columns (`utf8mb3`) hold no more than three of a character. */
const FOUR_BYTES = /[\u{10000}-\u{10ffff}]/u

/**
 * `building-description`: each side trimmed, every white-space character inside turned into one
 * `_`; case, accents and hyphens stay.
 *
 * @example expectedTag({ building: ' Torre Norte', description: 'Sala 2' }) // => 'Torre_Norte-Sala_2'
 */
export function expectedTag({ building, description }: TagParts): ExpectedTag {
  const missing = [
    ...(tagSide(building) === '' ? (['building'] as const) : []),
    ...(tagSide(description) === '' ? (['description'] as const) : []),
  ]
  if (missing.length > 0) return { kind: 'incomplete', missing }

  const tag = `${tagSide(building)}-${tagSide(description)}`
  const why = tagFault(tag)
  return why === null ? { kind: 'tag', tag } : { kind: 'unwritable', why, tag }
}

function tagSide(text: string | null): string {
  return replaceSpace(trimSpace(text ?? ''), '_')
}

function tagFault(tag: string): TagFault | null {
  if (QUOTE.test(tag)) return 'quote'
  if (tag.includes('\\')) return 'backslash' // undoes the quotes OCS puts around a TAG
  if (CONTROL.test(tag)) return 'control-character'
  if (FOUR_BYTES.test(tag)) return 'four-byte-character'
  return [...tag].length > TAG_LENGTH ? 'too-long' : null
}
