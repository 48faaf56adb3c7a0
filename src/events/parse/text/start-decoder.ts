import type { EventFile } from '../event-file.ts'
import type { BlockDecoder } from './block-decoder.ts'
import type { StartEncoding } from './start-encoding.ts'
import { undecidedText } from './undecided-text.ts'
import { utf8Text } from './utf8-text.ts'
import { utf16Text } from './utf16-text.ts'

/** A decoder for a text whose mark, if it had one, was left out. */
export function startDecoder({ encoding }: StartEncoding, file: EventFile): BlockDecoder {
  switch (encoding) {
    case 'utf-8':
      return utf8Text(file)
    case 'utf-16le':
    case 'utf-16be':
      return utf16Text(encoding, file)
    case null:
      return undecidedText(file)
  }
}
