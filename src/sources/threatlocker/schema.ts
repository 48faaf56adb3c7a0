import { z } from 'zod'
import { HttpSettings } from '../http/http-settings.ts'

/** The most rows that the portal gives in one page. */
const LARGEST_PAGE = 500

/** Where a ThreatLocker account is, how to sign in to it, and what of it to take. */
export const ThreatlockerSettings = z.strictObject({
  instance: z
    .string()
    .regex(/^[a-z]{1,3}\d{0,2}$/iu)
    .default('g')
    .describe('The instance of the account: what stands in portalapi.INSTANCE.threatlocker.com.'),
  baseUrl: z
    .url()
    .optional()
    .describe("An address of your own instead of an instance's, for instance of a proxy."),
  token: z.string().min(1, 'empty-text').describe('API token of the portal; from the environment.'),
  organisationId: z
    .guid()
    .toLowerCase()
    .describe('Id of the parent organisation; its children are read with it.'),
  pageSize: z
    .int()
    .min(1)
    .max(LARGEST_PAGE)
    .default(LARGEST_PAGE)
    .describe('How many rows to ask for in one request.'),
  http: HttpSettings.prefault({}).describe('How the API is reached.'),
})
export type ThreatlockerSettings = z.output<typeof ThreatlockerSettings>

/** The address that stands before each path, with a slash at its end. */
export function baseUrlOf({ instance, baseUrl }: ThreatlockerSettings): string {
  const address =
    baseUrl ?? `https://portalapi.${instance.toLowerCase()}.threatlocker.com/portalapi`
  return `${address.replace(/\/+$/u, '')}/`
}

/** The account that is read and written to, as a plan names it: the address, and the parent organisation. */
export function accountOf(settings: ThreatlockerSettings): string {
  return `${baseUrlOf(settings)}#${settings.organisationId}`
}

/**
 * The headers of a request on behalf of an organisation, or of the parent. The token goes as it is,
 * without a scheme; nobody can renew it from here, but each use prolongs it.
 */
export function signedBy(
  { token, organisationId }: ThreatlockerSettings,
  organisation: string | null = null,
) {
  return { authorization: token, managedorganizationid: organisation || organisationId }
}
