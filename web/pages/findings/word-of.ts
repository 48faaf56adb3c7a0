import type { Decision } from '../../api/use-findings.ts'

/** A word a person can say of findings. */
export type Kind = Decision['word']['kind']

/** What is typed with it. */
export interface Said {
  readonly text: string
  readonly until: string
}

/** A word as the server takes it; blank is nobody, no note, no reason. */
export function wordOf(kind: Kind, { text, until }: Said): Decision['word'] {
  const words = text.trim()
  switch (kind) {
    case 'accepted':
      return { kind, reason: words, until }
    case 'assigned':
      return { kind, owner: words || null }
    case 'noted':
      return { kind, note: words || null }
    default:
      return { kind, reason: words || null }
  }
}
