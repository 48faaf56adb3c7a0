/** What the quality of an inventory is made of. */
export const MEASURES = ['completeness', 'consistency', 'uniqueness', 'validity'] as const
export type Measure = (typeof MEASURES)[number]

/** What is to be known of every device. */
export const KEY_FIELDS = ['tag', 'building', 'inventory-number', 'user', 'serial'] as const
export type KeyField = (typeof KEY_FIELDS)[number]

/** How much each measure weighs; any unit, as only their proportions count. */
export type Weights = Readonly<Record<Measure, number>>

/** Completeness, consistency, uniqueness and validity weigh 30, 25, 25 and 20 of a hundred. */
export const DEFAULT_WEIGHTS: Weights = {
  completeness: 30,
  consistency: 25,
  uniqueness: 25,
  validity: 20,
}

/** Words that stand where nothing was filled in: OCS writes both of them itself. */
export const DEFAULT_PLACEHOLDERS: readonly string[] = ['NA', 'LOST']

/** What an installation decided about the quality of its inventory. */
export interface QualityRules {
  readonly weights: Weights
  /** Any case; white space at their ends does not count. */
  readonly placeholders: readonly string[]
  /** Words that stand for a virtual machine where an inventory number would be; any case. */
  readonly virtualMachineWords: readonly string[]
}
