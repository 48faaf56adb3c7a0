/** Frames that a page drew while it was scrolled. */
export interface Frames {
  readonly seconds: number
  readonly perSecond: number
  /** Between one frame and the next, in milliseconds. */
  readonly median: number
  readonly p95: number
  readonly longest: number
  /** Of all frames, those that came a whole frame of 60 a second late or more, 0 to 1. */
  readonly late: number
}

const FRAME_MS = 1000 / 60

/** Figures of the instants, in milliseconds, at which frames began; throws where there are too few. */
export function framesOf(instants: readonly number[]): Frames {
  const gaps = instants.slice(1).map((at, nth) => at - (instants[nth] ?? at))
  const sorted = gaps.toSorted((one, other) => one - other)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  const [median, p95, longest] = [at(0.5), at(0.95), sorted.at(-1)]
  if (median === undefined || p95 === undefined || longest === undefined) {
    throw new RangeError('no frame was drawn')
  }
  const seconds = gaps.reduce((sum, gap) => sum + gap, 0) / 1000
  const late = gaps.filter((gap) => gap > 1.5 * FRAME_MS).length / gaps.length
  return { seconds, perSecond: gaps.length / seconds, median, p95, longest, late }
}
