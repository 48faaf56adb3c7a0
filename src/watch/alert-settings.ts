import { z } from 'zod'
import { SEVERITIES } from '../reconcile/checks/finding-draft.ts'

const Text = z.string().min(1, 'empty-text')
const Address = z.email('mail-address')
const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'time-of-day')

/** How mail is handed over; its account comes from the environment. */
export const MailSettings = z
  .strictObject({
    host: Text.describe('The server that takes mail in.'),
    port: z.int().min(1).max(65_535).default(587),
    security: z
      .enum(['starttls', 'tls', 'none'])
      .default('starttls')
      .describe(
        'starttls: encrypted before anything is said (port 587); tls: from the first byte (port 465); none: in the clear, for a server of your own network.',
      ),
    from: Address.describe('Address the mail comes from.'),
    to: z.array(Address).min(1, 'empty-list').describe('Addresses it goes to.'),
    user: z.string().optional(),
    password: z.string().optional(),
    timeoutSeconds: z
      .number()
      .positive()
      .max(300)
      .default(30)
      .describe('How long the server may be silent before the mail counts as not sent.'),
  })
  .refine((mail) => (mail.user === undefined) === (mail.password === undefined), 'half-an-account')
  .refine(
    (mail) => mail.security !== 'none' || mail.password === undefined,
    'password-in-the-clear',
  )
export type MailSettings = z.output<typeof MailSettings>

/** Where digests are posted; the secret they are signed with comes from the environment. */
export const WebhookSettings = z.strictObject({
  url: z
    .url({ protocol: /^https?$/u, error: 'web-address' })
    .describe('Where it is posted to; https, unless private addresses are allowed.'),
  secret: z.string().min(16, 'length-from: 16'),
  allowPrivateAddress: z
    .boolean()
    .default(false)
    .describe('Let it be in a private network, and reached without https.'),
  timeoutSeconds: z.number().positive().max(300).default(15).describe('How long one try may take.'),
  retrySeconds: z
    .number()
    .min(0)
    .max(3_600)
    .default(60)
    .describe('How long it may wait between its tries, all waits together.'),
})
export type WebhookSettings = z.output<typeof WebhookSettings>

const Freshness = z.strictObject({
  by: TimeOfDay.nullable()
    .default('06:00')
    .describe('By when each source must be complete, in the time zone of this file; null: never.'),
  day: z
    .enum(['yesterday', 'today'])
    .default('yesterday')
    .describe('Which day must be complete by then.'),
  sources: z
    .record(Text, TimeOfDay.nullable())
    .default({})
    .describe('Another time for single sources, null for none; for example ocs: "09:30".'),
})

const Findings = z.strictObject({
  severity: z
    .enum(SEVERITIES)
    .nullable()
    .default('high')
    .describe('Findings of this severity and above count; null: none.'),
  levels: z
    .array(z.int().min(1))
    .min(1, 'empty-list')
    .default([1, 10, 100, 1_000])
    .describe('A check is told of each time its open findings reach one of these numbers.'),
})

/** What people are told of without asking, and how, as a person configures it. */
export const AlertSettings = z.strictObject({
  language: z
    .enum(['en', 'es'])
    .optional()
    .describe('Language of what is sent; that of the whole configuration when left out.'),
  freshness: Freshness.prefault({}),
  findings: Findings.prefault({}),
  anomalyDays: z
    .int()
    .min(0)
    .max(31)
    .default(2)
    .describe('Anomalies of so many days back count while nobody judged them; 0: none.'),
  planHours: z
    .number()
    .min(0)
    .nullable()
    .default(24)
    .describe('After so many hours a plan that waits for a person is told of; null: never.'),
  failedRuns: z
    .boolean()
    .default(true)
    .describe('Whether a task whose last run failed is told of.'),
  overdueMinutes: z
    .number()
    .min(1)
    .nullable()
    .default(60)
    .describe(
      'After so many minutes a job of the schedule that did not begin is told of; null: never.',
    ),
  runHours: z
    .number()
    .positive()
    .nullable()
    .default(6)
    .describe('After so many hours a run that is still at work is told of; null: never.'),
  email: MailSettings.optional(),
  webhook: WebhookSettings.optional(),
})
export type AlertSettings = z.output<typeof AlertSettings>

/** The ways by which people are told. */
export const CHANNELS = ['email', 'webhook'] as const
export type Channel = (typeof CHANNELS)[number]

/** The ways that are configured. */
export function channelsOf(settings: Pick<AlertSettings, Channel>): Channel[] {
  return CHANNELS.filter((channel) => settings[channel] !== undefined)
}
