/** From the first to the second, both included. */
export type OptionRange = readonly [least: number, most: number]

/** Throws a `RangeError` for an option that is not a number in its range. */
export function checkOption(name: string, value: number, [least, most]: OptionRange): void {
  if (value >= least && value <= most) return
  throw new RangeError(`${name} ${value}: must be a number from ${least} to ${most}`)
}

/** As `checkOption`, for options that are whole numbers. */
export function checkWholeOption(name: string, value: number, range: OptionRange): void {
  checkOption(name, value, range)
  if (!Number.isInteger(value)) throw new RangeError(`${name} ${value}: must be a whole number`)
}
