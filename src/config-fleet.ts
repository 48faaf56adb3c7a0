import { z } from 'zod'
import { FieldSettings } from './config-fields.ts'
import { MatchingSettings } from './config-matching.ts'
import { DEFAULT_FLEET_POLICY } from './inventory/classify/fleet-policy.ts'
import { DEFAULT_RETENTION } from './inventory/retention/kept-days.ts'

const { billing: _none, ...lists } = DEFAULT_FLEET_POLICY
const Words = z.array(z.string().min(1, 'empty-text'))

const BillingRule = z.strictObject({
  organisation: z
    .string()
    .min(1, 'empty-text')
    .describe('Name of the organisation, its key at the vendor, or * for every one.'),
  isInternal: z.boolean().optional().describe('Nothing of it is billed.'),
  excludedClasses: Words.optional().describe(
    'server, workstation, other, or node classes of the vendor, that are not billed.',
  ),
  excludedRoles: Words.optional().describe('Roles that are not billed.'),
  excludedTags: Words.optional().describe('Tags of machines that are not billed.'),
  billsSpares: z.boolean().optional().describe('Its spares are billed as well.'),
})

/** The fleet, as a person configures it. */
export const FleetSettings = z.strictObject({
  spareWords: Words.default([...lists.spareWords]).describe(
    'Words in a display name or a location that make a machine a spare.',
  ),
  guestNodeClasses: Words.default([...lists.guestNodeClasses]).describe(
    'Node classes of guests that count as spare; HYPERV_VMM_GUEST may be added.',
  ),
  serverNodeClasses: Words.default([...lists.serverNodeClasses]).describe(
    'Node classes of servers; * stands for anything.',
  ),
  workstationNodeClasses: Words.default([...lists.workstationNodeClasses]).describe(
    'Node classes of workstations; * stands for anything.',
  ),
  otherNodeClasses: Words.default([...lists.otherNodeClasses]).describe(
    'Node classes that are neither, whatever the two above say.',
  ),
  desktopSystems: Words.default([...lists.desktopSystems]).describe(
    'Where a source has no class: what the name of a desktop operating system contains.',
  ),
  billing: z.array(BillingRule).default([]).describe('How organisations are billed.'),
  sitesFrom: z
    .array(z.string())
    .default(['ninjaone'])
    .describe('Sources whose organisations become sites by themselves.'),
  fields: FieldSettings.prefault({}).describe(
    'Which source is believed where several know a machine, field by field.',
  ),
  matching: MatchingSettings.prefault({}).describe(
    'Which evidence makes records of several sources one machine.',
  ),
  dailyFor: z
    .int()
    .min(1)
    .default(DEFAULT_RETENTION.dailyFor)
    .describe('For how many days every day is kept.'),
  monthEnds: z
    .int()
    .min(0)
    .default(DEFAULT_RETENTION.monthEnds)
    .describe('For how many months the last day of each is kept.'),
})
