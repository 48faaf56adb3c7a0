import type { Phrase } from '../language/language.ts'
import { countWords } from '../language/list-words.ts'
import type { Voice } from '../reports/voice.ts'
import { concernWords } from './concern-words.ts'
import type { Digest, ToldConcern } from './digest.ts'

/** A mail: its subject, and its plain text. */
export interface DigestText {
  readonly subject: string
  readonly text: string
}

/** Of more than these a digest tells how many they are; `muster alerts` lists all. */
const MOST_LINES = 100

/** A digest in words. */
export function digestText(digest: Digest, voice: Voice): DigestText {
  const { begun, over, standing } = digest
  const parts = [
    ...section(
      { en: 'New', es: 'Nuevo' },
      begun.map((each) => concernWords(each, voice)),
      voice,
    ),
    ...section(
      { en: 'Over', es: 'Resuelto' },
      over.map((each) => ending(each, voice)),
      voice,
    ),
    voice.say(standingWords(standing)),
  ]
  return { subject: voice.say(subjectWords(digest)), text: `${parts.join('\n')}\n` }
}

function subjectWords({ begun, over }: Digest): Phrase {
  const [fresh, gone] = [countWords(begun.length), countWords(over.length)]
  return {
    en: `Muster: ${fresh.en} new, ${gone.en} over`,
    es: `Muster: ${fresh.es} por atender, ${gone.es} resueltas`,
  }
}

function standingWords(standing: number): Phrase {
  if (standing === 0) return { en: 'Nothing is wrong now.', es: 'Ahora todo está bien.' }
  const count = countWords(standing)
  return {
    en: `Standing in all: ${count.en}. To list them: muster alerts --dry-run`,
    es: `En pie, en total: ${count.es}. Para listarlas: muster alerts --dry-run`,
  }
}

function section(title: Phrase, told: readonly string[], voice: Voice): string[] {
  if (told.length === 0) return []
  const rest = told.length - MOST_LINES
  const lines = told.slice(0, MOST_LINES).map((each) => `- ${each}`)
  const more = rest > 0 ? [`- ${voice.say(moreWords(rest))}`] : []
  return [voice.say(title), ...lines, ...more, '']
}

function moreWords(rest: number): Phrase {
  const count = countWords(rest)
  return { en: `and ${count.en} more`, es: `y ${count.es} más` }
}

/** It is told as it was when it was last seen, with its span. */
function ending(concern: ToldConcern, voice: Voice): string {
  const [from, to] = [voice.at(concern.since), voice.at(concern.overAt ?? concern.since)]
  return `${from} – ${to}: ${concernWords(concern, voice)}`
}
