import { z } from 'zod'
import { DEVICE_CLASSES } from './inventory/classify/classification.ts'
import {
  type CheckPolicy,
  DEFAULT_CHECK_POLICY,
  POLICY_SETTINGS,
} from './reconcile/checks/check-policy.ts'
import { CHECKS } from './reconcile/checks/checks.ts'
import { SEVERITIES } from './reconcile/checks/finding-draft.ts'
import { DEFAULT_ROLES } from './reconcile/checks/fleet-roles.ts'

const Word = z.string().trim().min(1, 'empty-text')
const Words = z.array(Word)
const CheckCode = z.enum(CHECKS.map(({ code }) => code))

const StaleDays = z.int().min(1)

const Rule = z
  .strictObject({
    at: Word.describe(
      'Name of the site, name of the organisation at its vendor or its key there, or * for all.',
    ),
    classes: z
      .exactOptional(z.array(z.enum(DEVICE_CLASSES)).min(1, 'empty-list'))
      .describe('Only machines of these classes.'),
    tags: z
      .exactOptional(Words.min(1, 'empty-list'))
      .describe('Only machines with one of these tags.'),
    staleDays: z.exactOptional(StaleDays),
    needsEdr: z.exactOptional(z.boolean()),
    stockLocations: z.exactOptional(Words),
  })
  .refine((rule) => POLICY_SETTINGS.some((setting) => rule[setting] !== undefined), 'empty-rule')

/** What counts as a disagreement between sources that list machines, as a person configures it. */
export const CheckSettings = z.strictObject({
  rmm: Words.default([...DEFAULT_ROLES.rmm]).describe(
    'Sources of remote management: what they list is looked after.',
  ),
  edr: Words.default([...DEFAULT_ROLES.edr]).describe(
    'Sources of endpoint protection: what they list has the agent.',
  ),
  staleDays: StaleDays.default(DEFAULT_CHECK_POLICY.staleDays).describe(
    'For how many days a machine may be silent at one source while another hears of it.',
  ),
  needsEdr: z
    .boolean()
    .default(DEFAULT_CHECK_POLICY.needsEdr)
    .describe('Whether a machine must have the agent of endpoint protection.'),
  stockLocations: Words.default([...DEFAULT_CHECK_POLICY.stockLocations]).describe(
    'Locations whose spares keep their agent on purpose.',
  ),
  rules: z
    .array(Rule)
    .default([])
    .describe(
      'What differs at single sites or organisations; of each setting the first rule that has it counts.',
    ),
  severity: z
    .partialRecord(CheckCode, z.enum(SEVERITIES))
    .default({})
    .describe('Another severity than its own, by check.'),
  off: z.array(CheckCode).default([]).describe('Checks that are not made.'),
})

/** The decisions among the settings. */
export function checkPolicyOf(settings: z.output<typeof CheckSettings>): CheckPolicy {
  const { staleDays, needsEdr, stockLocations, rules } = settings
  return { staleDays, needsEdr, stockLocations, rules }
}
