/** The whole number an option is, `least` or more; throws what is wrong with it. */
export function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least) return number
  throw new RangeError(`${name} ${text}: must be a whole number, ${least} at least`)
}
