import { z } from 'zod'
import { AskedDay, AskedName, AskedText } from './asked.ts'
import { DayText, InstantText, listOf } from './listing.ts'
import { route } from './route.ts'

const LinkWord = z.enum(['must-link', 'cannot-link'])

const Question = z.object({
  rule: z.string(),
  why: z.string(),
  candidates: z.array(z.array(z.string())).describe('Each is taken for one machine.'),
})

/** Why some records are one machine, and why another is not of it. */
export const MachineStory = z.object({
  day: DayText,
  deviceId: z.number().int(),
  records: z.array(
    z.object({
      ref: z.string(),
      name: z.string().nullable(),
      hostname: z.string().nullable(),
      serial: z.string().nullable(),
      site: z.string().nullable(),
      rule: z.string().nullable().describe('By what it was linked; null when it is alone.'),
      value: z.string().nullable(),
      otherValue: z.string().nullable(),
      through: z.string().nullable(),
      lost: z
        .object({
          ref: z.string(),
          rule: z.string(),
          reason: z.looseObject({ kind: z.string() }),
          unplaced: z.string().nullable(),
        })
        .nullable()
        .describe('The best candidate that it was not taken for, and why.'),
      since: DayText,
    }),
  ),
  decisions: z
    .array(
      z.object({
        one: z.string(),
        other: z.string(),
        kind: LinkWord,
        by: z.string(),
        reason: z.string().nullable(),
        at: InstantText,
      }),
    )
    .describe('What people said of these records.'),
  ambiguous: z.array(Question).describe('What only a person can decide.'),
})

/** What matching a day's records came to. */
export const MatchSummary = z.object({
  day: DayText,
  records: z.number().int(),
  devices: z.number().int(),
  pairsCompared: z.number().int(),
  ambiguous: z.number().int(),
  clashes: z.number().int(),
  merged: z.number().int(),
  links: z.object({
    opened: z.number().int(),
    changed: z.number().int(),
    closed: z.number().int(),
    unchanged: z.number().int(),
  }),
})

const Told = z.object({
  run: z.number().int(),
  state: z.enum(['agreed', 'differences', 'held', 'failed']),
  one: z.string(),
  other: z.string(),
  kind: LinkWord.nullable().describe('Null when a word was taken back.'),
  matching: MatchSummary,
})

export const explainLink = route({
  method: 'GET',
  path: '/api/links/explain',
  summary: 'Why a record is the machine it is taken for, and why another is not of it.',
  tag: 'links',
  access: 'read',
  query: z.object({
    record: AskedName.describe('Its source, and its id there: ninjaone:501.'),
    asOf: AskedDay.optional().describe('Today unless given.'),
  }),
  response: MachineStory,
})

export const listLinkQuestions = route({
  method: 'GET',
  path: '/api/links/questions',
  summary: 'Records of which only a person can say which are one machine.',
  tag: 'links',
  access: 'read',
  response: listOf(Question),
})

export const decideLink = route({
  method: 'POST',
  path: '/api/links',
  summary: 'Says that two records are one machine or two, under your name, and matches by it.',
  tag: 'links',
  access: 'operate',
  body: z.strictObject({
    one: AskedName,
    other: AskedName,
    kind: LinkWord,
    reason: AskedText.max(2000).nullable().default(null),
  }),
  response: Told,
})

export const takeLinkBack = route({
  method: 'DELETE',
  path: '/api/links',
  summary: 'Takes back what was said of two records, whichever it was, and matches without it.',
  tag: 'links',
  access: 'operate',
  query: z.object({ one: AskedName, other: AskedName }),
  response: Told,
})
