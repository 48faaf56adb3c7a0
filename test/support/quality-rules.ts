import {
  DEFAULT_PLACEHOLDERS,
  DEFAULT_WEIGHTS,
  type QualityRules,
} from '../../src/analytics/quality/measures.ts'
import { DEFAULT_TAG_POLICY } from '../../src/reconcile/tag-policy.ts'

/** The rules of an installation that decided nothing. */
export const QUALITY_RULES: QualityRules = {
  weights: DEFAULT_WEIGHTS,
  placeholders: DEFAULT_PLACEHOLDERS,
  virtualMachineWords: DEFAULT_TAG_POLICY.virtualMachineWords,
}
