import type { Phrase } from '../../language/language.ts'

/** How well a thing is: it works, it works but somebody should look, or something does not work. */
export type Health = 'ok' | 'attention' | 'broken'

/** What is looked at, in the order in which it is told. */
export const SUBJECTS: readonly string[] = [
  ...['versions', 'account', 'memory', 'disk', 'configuration', 'clock', 'keys', 'database'],
  ...['sources', 'alerts', 'web', 'server', 'nights', 'backup'],
]

/** One thing that was looked at, how it is, and what to do about it. */
export interface Remark {
  readonly subject: string
  /** Which one, where there are several: a source, a file. */
  readonly about: string | null
  readonly health: Health
  readonly says: Phrase
  /** Null where there is nothing to do, or where the sentence says it already. */
  readonly todo: Phrase | null
}

/** What a remark is of. */
export type Of = Pick<Remark, 'subject'> & Partial<Pick<Remark, 'about'>>

/** It is as it should be. */
export function fine({ subject, about = null }: Of, says: Phrase): Remark {
  return { subject, about, health: 'ok', says, todo: null }
}

/** It works, and somebody should look at it. */
export function odd({ subject, about = null }: Of, says: Phrase, todo: Phrase | null): Remark {
  return { subject, about, health: 'attention', says, todo }
}

/** It does not work. */
export function broken({ subject, about = null }: Of, says: Phrase, todo: Phrase | null): Remark {
  return { subject, about, health: 'broken', says, todo }
}

const GRAVITY: Readonly<Record<Health, number>> = { ok: 0, attention: 1, broken: 2 }

/** The worst that was found. */
export function worstOf(remarks: readonly Pick<Remark, 'health'>[]): Health {
  return remarks.reduce<Health>(
    (worst, { health }) => (GRAVITY[health] > GRAVITY[worst] ? health : worst),
    'ok',
  )
}
