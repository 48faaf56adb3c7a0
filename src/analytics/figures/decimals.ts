import type { Figures } from '../series.ts'

/** Digits after the point of the figure that has most of them. @example decimalsOf([3, 0.25]) // => 2 */
export function decimalsOf(figures: Figures): number {
  return figures.reduce<number>((most, figure) => Math.max(most, decimalsIn(figure ?? 0)), 0)
}

/** A figure with so many digits after the point at most. @example rounded(2.0000004, 6) // => 2 */
export function rounded(figure: number, decimals: number): number {
  return Number(figure.toFixed(Math.min(decimals, MOST_DECIMALS)))
}

/** As many as a number can be written with. */
const MOST_DECIMALS = 100

function decimalsIn(figure: number): number {
  const [mantissa = '', exponent = '0'] = String(figure).split('e')
  const digits = mantissa.split('.')[1]?.length ?? 0
  return Math.max(0, digits - Number(exponent))
}
