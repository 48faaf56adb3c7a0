import type { Digest, ToldConcern } from './digest.ts'
import type { DigestText } from './digest-text.ts'

/** A digest as a webhook is given it. */
export interface DigestDocument {
  readonly version: 1
  /** Of this delivery; one that was in doubt comes again under another. */
  readonly delivery: number
  readonly at: string
  /** The digest in words, as chats show it. */
  readonly text: string
  readonly begun: readonly DocumentConcern[]
  readonly over: readonly DocumentConcern[]
  /** How many there are, listed or not. */
  readonly totals: { readonly begun: number; readonly over: number; readonly standing: number }
}

interface DocumentConcern {
  /** The same each time it is told: what was received twice is known by it. */
  readonly id: string
  readonly kind: ToldConcern['kind']
  readonly key: string
  readonly since: string
  readonly overAt: string | null
  readonly details: ToldConcern['details']
}

/** A document has its limit; `totals` tells what it leaves out. */
const MOST_LISTED = 1_000

/** Puts a digest into the form a program reads. */
export function digestDocument(
  { begun, over, standing }: Digest,
  { subject, text }: DigestText,
  { delivery, at }: { readonly delivery: number; readonly at: Date },
): DigestDocument {
  return {
    version: 1,
    delivery,
    at: at.toISOString(),
    text: `${subject}\n\n${text}`,
    begun: begun.slice(0, MOST_LISTED).map(asDocument),
    over: over.slice(0, MOST_LISTED).map(asDocument),
    totals: { begun: begun.length, over: over.length, standing },
  }
}

function asDocument({ id, kind, key, since, overAt, details }: ToldConcern): DocumentConcern {
  const news = overAt === null ? 'begun' : 'over'
  return {
    ...{ id: `${id}:${news}`, kind, key, details },
    ...{ since: since.toISOString(), overAt: overAt?.toISOString() ?? null },
  }
}
