/** The names of all computers as they are at one moment. */
export interface NameReading {
  /** The account that answered, as a writer to it names it. */
  readonly target: string
  /** By key; null for a computer without a name. */
  readonly names: ReadonlyMap<string, string | null>
  /** Keys of rows whose name cannot be read. */
  readonly unreadable: ReadonlySet<string>
  /** False where the list gave fewer than it said, or had a row without a key: what it lacks may be there. */
  readonly isWhole: boolean
}
