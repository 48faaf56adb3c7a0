import { z } from 'zod'
import { AskedDay } from './asked.ts'
import { RestsOn } from './devices.ts'
import { DayText, listOf } from './listing.ts'
import { route } from './route.ts'

const Settings = z.record(z.string(), z.unknown())

const Figures = z.record(z.string(), z.number().int())

const WhichRecord = z.object({
  ref: z.string(),
  name: z.string().nullable(),
  site: z.string().nullable(),
})

const Before = z.union([z.string(), z.boolean()]).nullable()

export const whatIf = route({
  method: 'POST',
  path: '/api/what-if',
  summary:
    'What other rules would make of a kept day: findings, links, counts and TAGs; keeps nothing.',
  tag: 'rules',
  access: 'analyse',
  body: z.strictObject({
    day: AskedDay.optional().describe('The newest that is kept unless given.'),
    rules: z
      .strictObject({
        fleet: Settings.optional(),
        checks: Settings.optional(),
        tags: Settings.optional(),
      })
      .describe(
        'Parts of a configuration as muster.yaml has them; a part that is left out stays as it is configured, and what a part leaves out is as it comes.',
      ),
    limit: z.number().int().min(1).max(1000).default(100).describe('Of each list.'),
  }),
  response: z.object({
    day: DayText,
    restsOn: RestsOn,
    isSame: z.boolean().describe('Nothing would be otherwise.'),
    byCheck: z.record(
      z.string(),
      z.object({ opened: z.number().int(), closed: z.number().int(), regraded: z.number().int() }),
    ),
    findings: listOf(
      z.object({
        change: z.enum(['opened', 'closed', 'regraded']),
        check: z.string(),
        scope: z.string(),
        severity: z.string(),
        severityBefore: z.string().nullable(),
        subject: z.string(),
        name: z.string().nullable(),
        site: z.string().nullable(),
        records: z.array(z.string()),
        evidence: z.record(z.string(), z.unknown()),
      }),
    ),
    links: listOf(
      z.object({
        change: z.enum(['gained', 'lost']),
        one: WhichRecord,
        other: WhichRecord,
        rule: z.string(),
        value: z.string().nullable(),
        otherValue: z.string().nullable(),
        against: z.string().nullable(),
      }),
    ),
    reclassified: listOf(
      WhichRecord.extend({
        what: z.enum(['class', 'spare', 'billable', 'site']),
        from: Before,
        to: Before,
        ruleBefore: z.string().nullable(),
        ruleAfter: z.string().nullable(),
      }),
    ),
    tags: listOf(
      z.object({
        hardwareId: z.number().int(),
        hostname: z.string().nullable(),
        inventoryNumber: z.string().nullable(),
        outcomeBefore: z.string(),
        tagBefore: z.string().nullable(),
        outcomeAfter: z.string(),
        tagAfter: z.string().nullable(),
      }),
    ),
    outcomes: z.object({ before: Figures, after: Figures }).nullable(),
    machines: z.object({ before: z.number().int(), after: z.number().int() }),
    questions: z.object({ before: z.number().int(), after: z.number().int() }),
    counts: z
      .array(
        z.object({
          scope: z.enum(['all', 'site']),
          site: z.string().nullable(),
          before: Figures.nullable(),
          after: Figures.nullable(),
        }),
      )
      .describe('Everywhere first, then site by site.'),
    untold: z
      .array(z.looseObject({ code: z.string(), says: z.string() }))
      .describe('What cannot be told of that day; says is for people.'),
  }),
})

export const lintRules = route({
  method: 'GET',
  path: '/api/lint',
  summary: 'What in the configuration of checks and billing can have no effect.',
  tag: 'rules',
  access: 'read',
  response: z.object({
    items: z.array(
      z.looseObject({
        kind: z.string(),
        setting: z.string().describe('Where it stands: checks.rules.0.at.'),
        says: z.string().describe('For people, in the language of Accept-Language.'),
      }),
    ),
    total: z.number().int(),
    unjudged: z.array(z.string()).describe('Names nobody can judge before machines are kept.'),
  }),
})

/** More of them keep others waiting; a larger set is run by `muster test`. */
const MOST_CASE_TEXT = 262_144

export const testRules = route({
  method: 'POST',
  path: '/api/rules/test',
  summary:
    'Runs golden cases by the rules of the configuration: given these records, expect these findings and links.',
  tag: 'rules',
  access: 'analyse',
  body: z.strictObject({
    cases: z
      .string()
      .min(1)
      .max(MOST_CASE_TEXT)
      .describe('A file of cases as muster test reads it, YAML or JSON.'),
  }),
  response: z.object({
    items: z.array(
      z.object({
        name: z.string(),
        line: z.number().int().nullable().describe('Where the case begins in the text.'),
        misses: z
          .array(
            z.object({
              kind: z.string(),
              says: z
                .array(
                  z.object({
                    about: z.string(),
                    expected: z.string(),
                    found: z.string(),
                    why: z.array(z.string()),
                  }),
                )
                .describe('For people, in the language of Accept-Language.'),
            }),
          )
          .describe('What is not as the case expects it; none when it passes.'),
      }),
    ),
    total: z.number().int(),
    failed: z.number().int(),
  }),
})
