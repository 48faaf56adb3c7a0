/** What one side took for a look at a day's records, from the first question to the commit. */
export interface SideLook {
  readonly seconds: number
  /** Of the side's own process, not of PostgreSQL's. */
  readonly processorSeconds: number
  /** The most memory the process ever held. */
  readonly peakBytes: number
  /** Disagreements that stand, by check. */
  readonly findings: Readonly<Record<string, number>>
}
