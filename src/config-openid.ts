import { z } from 'zod'
import { ROLES } from './contract/permission.ts'
import { isLoopback } from './lib/loopback.ts'

const Name = z.string().min(1, 'empty-text')

const RoleFrom = z
  .strictObject({
    claim: Name.describe('Name of the claim, such as groups or roles.'),
    roles: z
      .record(Name, z.enum(ROLES))
      .describe('By value of the claim the role it stands for; of several the strongest counts.'),
  })
  .describe(
    'What the provider says of a person decides their role at each sign-in; who has none of the values stays out.',
  )

/** Whether a text is the address of a provider: https, or this very machine. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password, search, hash } = new URL(text)
  if (`${username}${password}${search}${hash}` !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

/** Signing in through an OpenID Connect provider, as a person configures it. */
export const OpenIdSettings = z.strictObject({
  issuer: z
    .string()
    .refine(isIssuer, 'no-issuer')
    .describe('Address of the provider, as it names itself: https, unless it is on this machine.'),
  clientId: Name.describe('What the provider calls this Muster.'),
  clientSecret: Name,
  scopes: z
    .array(Name)
    .default(['openid', 'email', 'profile'])
    .refine((scopes) => scopes.includes('openid'), 'no-openid-scope')
    .describe('What the provider is asked for; openid must be among it.'),
  allowedDomains: z
    .array(Name.toLowerCase())
    .min(1, 'empty-list')
    .optional()
    .describe('Domains of verified e-mail addresses that may come in; all when left out.'),
  roleFrom: RoleFrom.optional(),
  createPeople: z
    .boolean()
    .default(false)
    .describe(
      'Whether somebody unknown with a verified e-mail address becomes a person of that name.',
    ),
  linkByEmail: z
    .boolean()
    .default(false)
    .describe(
      'Whether a verified e-mail address that is the name of a person makes that person of them. Whoever runs the provider then can become anybody here.',
    ),
  allowPrivateAddress: z
    .boolean()
    .default(false)
    .describe('Let the provider be in a private network or on this machine.'),
})

export type OpenIdSettings = z.output<typeof OpenIdSettings>
