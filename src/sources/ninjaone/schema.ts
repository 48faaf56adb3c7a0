import { z } from 'zod'
import { HttpSettings } from '../http/http-settings.ts'

const TEXT = z.string().min(1, 'empty-text')

/** Where a NinjaOne account is, how to sign in to it, and what of it to take. */
export const NinjaoneSettings = z.strictObject({
  region: z
    .enum(['app', 'us2', 'eu', 'oc', 'ca', 'fed'])
    .default('app')
    .describe('The region of the account: the part before .ninjarmm.com of the address you use.'),
  baseUrl: z
    .url()
    .optional()
    .describe("An address of your own instead of a region's, for instance of a proxy."),
  clientId: TEXT.describe('Client ID of the API application made in NinjaOne.'),
  clientSecret: TEXT.describe('Secret of the API application; from the environment.'),
  refreshToken: TEXT.optional().describe(
    'A refresh token, where the application signs in for a person; from the environment.',
  ),
  scope: TEXT.default('monitoring').describe(
    'Scope to ask for when no refresh token is given; reading needs monitoring alone.',
  ),
  pageSize: z
    .int()
    .min(1)
    .max(10_000)
    .default(1_000)
    .describe('How many rows to ask for in one request.'),
  inventoryNumberField: TEXT.optional().describe(
    'Name of the custom field that holds the inventory number, as NinjaOne calls it, not its label.',
  ),
  organisations: z
    .array(z.union([TEXT, z.int()]))
    .min(1)
    .optional()
    .describe('Take these organisations alone, each by its name or its id.'),
  approvalStates: z
    .array(z.enum(['APPROVED', 'PENDING', 'STAGED', 'DECOMMISSIONED']))
    .min(1)
    .default(['APPROVED'])
    .describe('Take devices in these states of approval; those that bear none are always taken.'),
  http: HttpSettings.prefault({}).describe('How the API is reached.'),
})
export type NinjaoneSettings = z.output<typeof NinjaoneSettings>

/** The address that stands before each path, without a slash at its end. */
export function baseUrlOf({ region, baseUrl }: NinjaoneSettings): string {
  return (baseUrl ?? `https://${region}.ninjarmm.com`).replace(/\/+$/u, '')
}
