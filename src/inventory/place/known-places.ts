/** Where machines are or were, as kept records have it; each name once. */
export interface KnownPlaces {
  readonly sites: readonly string[]
  readonly organisations: readonly string[]
  /** Of organisations, at their vendors. */
  readonly keys: readonly string[]
  readonly locations: readonly string[]
}
