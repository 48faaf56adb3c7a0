import type { Target } from './target.ts'

/** How many inputs each target gets: by its share, one at least. */
export function inputsOf<One extends Pick<Target, 'share'>>(
  targets: readonly One[],
  inputs: number,
): readonly { readonly target: One; readonly inputs: number }[] {
  const whole = targets.reduce((sum, { share }) => sum + share, 0)
  return targets.map((target) => ({
    target,
    inputs: Math.max(1, Math.ceil((inputs * target.share) / whole)),
  }))
}
