import { z } from 'zod'
import { OpenIdSettings } from './config-openid.ts'

/** Who may come in, as a person configures it. */
export const AccessSettings = z.strictObject({
  openRegistration: z
    .boolean()
    .default(false)
    .describe('Whether anybody who reaches the server may make an account, as a viewer.'),
  fourEyes: z
    .boolean()
    .default(false)
    .describe('Whether a plan must be approved by another person than the one who made it.'),
  requestsPerMinute: z
    .int()
    .min(1)
    .default(1200)
    .describe(
      'Requests a person or token may send in a minute; an address may send five times as many.',
    ),
  openId: OpenIdSettings.optional().describe(
    'Signing in through an OpenID Connect provider as well.',
  ),
})

export type AccessSettings = z.output<typeof AccessSettings>
