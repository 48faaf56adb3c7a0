/** One room of HR's classifier of locations. */
export interface Location {
  /** Trimmed; compared exactly. */
  readonly id: string
  /** As written, null when blank; spaces at the ends are the TAG rule's business. */
  readonly description: string | null
  readonly building: string | null
  readonly municipality: string | null
  /** Where the id stands: `Hoja1!E17`. */
  readonly place: string
}
