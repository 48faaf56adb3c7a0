import { NOTE_WORDS } from '../language/delivery-words.ts'
import type { SourceNote } from '../sources/source.ts'
import type { Voice } from './voice.ts'

/** What was odd about a delivery that was taken, with how many there are or which one it is. */
export function noteWords({ code, detail }: SourceNote, { say }: Pick<Voice, 'say'>): string {
  const words = say(NOTE_WORDS[code]).replace(/:$/u, '')
  return detail === '' ? words : `${words}: ${detail}`
}
