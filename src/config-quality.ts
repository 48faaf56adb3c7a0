import { z } from 'zod'
import { DEFAULT_PLACEHOLDERS, DEFAULT_WEIGHTS, MEASURES } from './analytics/quality/measures.ts'

const Weight = z.number().min(0)

const Weights = z
  .strictObject({
    completeness: Weight.default(DEFAULT_WEIGHTS.completeness).describe(
      'Key fields that are filled.',
    ),
    consistency: Weight.default(DEFAULT_WEIGHTS.consistency).describe(
      'TAGs that the classifier knows both sides of.',
    ),
    uniqueness: Weight.default(DEFAULT_WEIGHTS.uniqueness).describe(
      'Inventory numbers that occur once.',
    ),
    validity: Weight.default(DEFAULT_WEIGHTS.validity).describe(
      'Devices whose location code is in the classifier, or that are virtual.',
    ),
  })
  .refine((weights) => MEASURES.some((measure) => weights[measure] > 0), 'no-weight')

/** How the quality of the inventory is measured, as a person configures it. */
export const QualitySettings = z.strictObject({
  weights: Weights.prefault({}).describe(
    'How much each measure weighs in the score; only their proportions count.',
  ),
  placeholders: z
    .array(z.string().min(1, 'empty-text'))
    .default([...DEFAULT_PLACEHOLDERS])
    .describe('Words that stand where nothing was filled in; any case.'),
})
