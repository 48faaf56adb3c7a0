import { z } from 'zod'

/** Ends a token's use a little early, so that none expires on its way. */
const LONGEST_MARGIN_MS = 60_000
const MARGIN_SHARE = 0.1
/** What NinjaOne gives, for an answer that does not say. */
const USUAL_LIFE_SECONDS = 3600

const AccessToken = z.object({ token: z.string(), owner: z.string(), until: z.number() })
const KeptTokens = z.object({
  access: AccessToken.nullable(),
  refresh: z.object({ token: z.string(), owner: z.string() }).nullable(),
})

/** A token and until when it is used, in milliseconds since 1970. */
export type AccessToken = z.output<typeof AccessToken>

/**
 * Tokens as they are kept between runs. An owner is the hash of the settings a token came of: with
 * other settings it counts for nothing.
 */
export type KeptTokens = z.output<typeof KeptTokens>

export const NO_TOKENS: KeptTokens = { access: null, refresh: null }

/** Hashes of the settings that tokens belong to. */
export interface TokenOwners {
  readonly access: string
  readonly refresh: string
}

/** What was kept, or nothing where it cannot be read. */
export function readKept(text: string | null): KeptTokens {
  try {
    return KeptTokens.safeParse(JSON.parse(text ?? 'null')).data ?? NO_TOKENS
  } catch {
    return NO_TOKENS
  }
}

/** True while a token is good for these settings, and for a while yet. */
export function isFresh(
  { owner, until }: AccessToken,
  wanted: { owner: string; now: Date },
): boolean {
  return owner === wanted.owner && wanted.now.getTime() < until
}

/** The newest refresh token: the kept one, unless another has been configured since it was given. */
export function newestRefreshToken(
  { refresh }: KeptTokens,
  { owner, configured }: { owner: string; configured: string },
): string {
  return refresh !== null && refresh.owner === owner ? refresh.token : configured
}

/** Until when a token is used that was asked for at `askedAt` and is good for so many seconds. */
export function usableUntil(askedAt: Date, seconds: number | null): number {
  const life = (seconds ?? USUAL_LIFE_SECONDS) * 1000
  return askedAt.getTime() + life - Math.min(LONGEST_MARGIN_MS, life * MARGIN_SHARE)
}
