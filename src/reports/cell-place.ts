/** A place as a source names it, taken apart: `Hoja1!F17`, `Hoja1!9`, `hardware.ID 12`. */
export interface SplitPlace {
  /** Null for a place that is not on a sheet. */
  readonly sheet: string | null
  /** The cell, the row, or the whole place where there is no sheet. */
  readonly within: string
}

export function splitPlace(place: string): SplitPlace {
  const mark = place.lastIndexOf('!')
  if (mark < 1) return { sheet: null, within: place }
  return { sheet: place.slice(0, mark), within: place.slice(mark + 1) }
}
