import { z } from 'zod'
import { DEFAULT_MATCH_OPTIONS } from './inventory/match/match-record.ts'
import { RULE_NAMES } from './inventory/match/rule-name.ts'

const Share = z.int().min(1)

/** Which evidence makes two records one machine, as a person configures it. */
export const MatchingSettings = z.strictObject({
  sharedBy: Share.default(DEFAULT_MATCH_OPTIONS.sharedBy).describe(
    "How many records of one source may bear one serial, inventory number or UUID before it is a template's.",
  ),
  macShare: Share.default(DEFAULT_MATCH_OPTIONS.macShare).describe(
    "How many records may bear one MAC before it is a dock's.",
  ),
  nameShare: Share.default(DEFAULT_MATCH_OPTIONS.nameShare).describe(
    "How many machines of one site may bear one host name before it is nobody's.",
  ),
  off: z
    .array(z.enum(RULE_NAMES))
    .default([...DEFAULT_MATCH_OPTIONS.off])
    .describe('Rules that are not asked, neither for one machine nor against it.'),
})
