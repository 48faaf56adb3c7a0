import type { ThreatlockerTraits } from './traits.ts'

/** Whether the one token is still alive; it dies of inactivity, and every use of it is activity. */
export interface TokenLife {
  /** Counts as a use where it is still alive. */
  isAlive(traits: Pick<ThreatlockerTraits, 'tokenIdleMs' | 'callsPerToken'>): boolean
  /** From here on it is as new. */
  revive(): void
}

/** A token whose life starts now; `now` in milliseconds. */
export function tokenLife(now: () => number): TokenLife {
  let usedAt = now()
  let uses = 0
  let isDead = false

  function revive(): void {
    usedAt = now()
    uses = 0
    isDead = false
  }

  function isAlive({
    tokenIdleMs,
    callsPerToken,
  }: Pick<ThreatlockerTraits, 'tokenIdleMs' | 'callsPerToken'>): boolean {
    const hasRested = tokenIdleMs !== null && now() - usedAt > tokenIdleMs
    isDead ||= hasRested || (callsPerToken !== null && uses >= callsPerToken)
    if (isDead) return false
    usedAt = now()
    uses += 1
    return true
  }

  return { isAlive, revive }
}
