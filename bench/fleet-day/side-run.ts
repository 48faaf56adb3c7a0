/** What one side took to collect a day, from the first request to the commit. */
export interface SideRun {
  readonly seconds: number
  /** Of these, until answers of the vendor were there. */
  readonly waitedSeconds: number
  /** Of the side's own process: not of the vendor's, and not of PostgreSQL's. */
  readonly processorSeconds: number
  /** The most memory the process ever held. */
  readonly peakBytes: number
  readonly records: number
}
