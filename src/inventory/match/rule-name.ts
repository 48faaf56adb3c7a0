/** The kinds of evidence that two records speak of one machine, the strongest first. */
export const RULE_NAMES = [
  'serial',
  'inventory-number',
  'uuid',
  'mac',
  'hostname',
  'hostname-15',
] as const

export type RuleName = (typeof RULE_NAMES)[number]
