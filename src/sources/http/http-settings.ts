import { z } from 'zod'

/** How a vendor's service is asked: how fast, how long, and where it may be. */
export const HttpSettings = z.strictObject({
  timeoutSeconds: z
    .number()
    .positive()
    .max(3_600)
    .default(60)
    .describe('How long one try may take, from connecting to the last byte of the answer.'),
  requestsPerMinute: z
    .number()
    .positive()
    .max(60_000)
    .default(100)
    .describe('Requests sent in a minute, all together; a few may follow each other at once.'),
  concurrency: z.int().min(1).max(64).default(4).describe('Requests under way at one time.'),
  retrySeconds: z
    .number()
    .min(0)
    .max(86_400)
    .default(300)
    .describe('How long one request may wait between its tries, all waits together.'),
  allowPrivateAddress: z
    .boolean()
    .default(false)
    .describe('Let the service be in a private network, and reached without https.'),
  maxAnswerBytes: z
    .int()
    .min(1_024)
    .max(512 * 1024 * 1024)
    .default(64 * 1024 * 1024)
    .describe('Largest answer that is read, in bytes after unpacking.'),
})
export type HttpSettings = z.output<typeof HttpSettings>
