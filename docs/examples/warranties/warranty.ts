/** Until when the maker of a machine repairs it. */
export interface Warranty {
  readonly serial: string
  /** The last day of it, such as 2027-03-31. */
  readonly endsOn: string
  /** Where it stands in the register. */
  readonly place: string
}
