import { z } from 'zod'
import { DEVICE_CLASSES } from '../../inventory/classify/classification.ts'
import { FIGURE_NAMES } from '../../inventory/count/site-figures.ts'
import { CHECKS } from '../checks/checks.ts'
import { SEVERITIES } from '../checks/finding-draft.ts'
import type { OutcomeKind } from '../row-outcome.ts'
import { CaseDay, Given, Text } from './given/given-schema.ts'

/** A record by its source and its id there: `ninjaone:501`. */
const Ref = z.string({ error: 'ref-form' }).regex(/^[^:\s]+:.+$/u, 'ref-form')
const Pair = z.tuple([Ref, Ref], { error: 'pair-form' })

/** What a person said of two records, or of where an organisation is (null: left out). */
const Decision = z.union(
  [
    z.strictObject({ link: Pair }),
    z.strictObject({ unlink: Pair }),
    z.strictObject({ place: Ref, at: Text.nullable() }),
  ],
  { error: 'decision-form' },
)
export type Decision = z.output<typeof Decision>

const CheckCode = z.enum(CHECKS.map(({ code }) => code))

const ExpectedFinding = z
  .strictObject({
    check: CheckCode,
    /** What it is about: `ocs:12`, `number:10_240_000001`, or the name of the machine. */
    about: z.exactOptional(Text),
    /** Records of the machine it is about; all of these are among them. */
    records: z.exactOptional(z.array(Ref).min(1, 'empty-list')),
    /** The sources compared, joined by `+` in the order of the alphabet. */
    scope: z.exactOptional(Text),
    severity: z.exactOptional(z.enum(SEVERITIES)),
    site: z.exactOptional(Text.nullable()),
    name: z.exactOptional(Text.nullable()),
    /** Parts of what it shows; parts that are left out may be anything. */
    evidence: z.exactOptional(z.record(z.string(), z.json())),
  })
  .refine(({ about, records }) => about !== undefined || records !== undefined, 'about-what')
export type ExpectedFinding = z.output<typeof ExpectedFinding>

const OUTCOMES = {
  unchanged: 'unchanged',
  planned: 'planned',
  protected: 'protected',
  'duplicate-not-tagged': 'duplicate-not-tagged',
  'virtual-machine': 'virtual-machine',
  'empty-number': 'empty-number',
  'not-in-finance': 'not-in-finance',
  'location-blank': 'location-blank',
  'location-not-in-classifier': 'location-not-in-classifier',
  'ambiguous-location': 'ambiguous-location',
  'refused-in-books': 'refused-in-books',
  'tag-incomplete': 'tag-incomplete',
  'tag-unwritable': 'tag-unwritable',
} as const satisfies { [Kind in OutcomeKind]: Kind }

const ExpectedTag = z.strictObject({
  /** Its `HARDWARE_ID`. */
  ocs: z.int(),
  outcome: z.enum(OUTCOMES),
  /** The TAG that would be written, or that is right already; null where there is none. */
  tag: z.exactOptional(Text.nullable()),
  /** Keys that almost match, as they are offered. */
  suggests: z.exactOptional(z.array(Text)),
})
export type ExpectedTag = z.output<typeof ExpectedTag>

const ExpectedRecord = z.strictObject({
  record: Ref,
  class: z.exactOptional(z.enum(DEVICE_CLASSES)),
  classRule: z.exactOptional(Text),
  isSpare: z.exactOptional(z.boolean()),
  spareRule: z.exactOptional(Text.nullable()),
  isBillable: z.exactOptional(z.boolean()),
  billableRule: z.exactOptional(Text),
  site: z.exactOptional(Text.nullable()),
})
export type ExpectedRecord = z.output<typeof ExpectedRecord>

const Figures = z.partialRecord(z.enum(FIGURE_NAMES), z.int().min(0))

const EXPECTATIONS = ['links', 'questions', 'findings', 'records', 'tags', 'counts', 'countsAt']

const Expected = z
  .strictObject({
    /** Each group is one machine, of these records and no others. */
    links: z.exactOptional(z.array(z.array(Ref).min(1, 'empty-list'))),
    /** Every record in none of the groups is a machine of its own. */
    onlyThese: z.boolean().default(false),
    /** The records of each question that only a person can decide, and no other question. */
    questions: z.exactOptional(z.array(z.array(Ref).min(2, 'empty-list'))),
    /** These and no others, unless more are allowed. */
    findings: z.exactOptional(z.array(ExpectedFinding)),
    moreFindings: z.boolean().default(false),
    records: z.exactOptional(z.array(ExpectedRecord)),
    /** Every row of OCS. */
    tags: z.exactOptional(z.array(ExpectedTag)),
    counts: z.exactOptional(Figures),
    /** By the name of the site. */
    countsAt: z.exactOptional(z.record(Text, Figures)),
  })
  .refine(
    (expected) => expected.onlyThese || EXPECTATIONS.some((key) => Object.hasOwn(expected, key)),
    'nothing-expected',
  )
export type Expected = z.output<typeof Expected>

/** Given these records, expect these findings and links. */
export const GoldenCase = z.strictObject({
  name: Text,
  /** The day all is collected on; needed where a contact names a day. */
  today: z.exactOptional(CaseDay),
  /** Settings that differ, as in the configuration; read by who knows that. */
  config: z.unknown().optional(),
  /** Sources whose collection did not end complete. */
  collected: z.record(Text, z.enum(['partial', 'held', 'failed'])).default({}),
  given: Given,
  decisions: z.array(Decision).default([]),
  expect: Expected,
})
export type GoldenCase = z.output<typeof GoldenCase>

/** A file of golden cases; settings given for the file hold for each of them. */
export const CaseFile = z.strictObject({
  today: z.exactOptional(CaseDay),
  config: z.unknown().optional(),
  cases: z.array(GoldenCase, { error: 'no-cases' }).min(1, 'no-cases'),
})
