import { trimSpace } from '../../lib/text.ts'

/** A heading as compared: in small letters, without the white space at its ends. @example foldHeading(' Value') // => 'value' */
export function foldHeading(heading: string): string {
  return trimSpace(heading).normalize('NFC').toLowerCase()
}
