import { z } from 'zod'
import { PRINTED } from './access.ts'
import { route } from './route.ts'

const Said = z.string().regex(PRINTED).max(4096).optional()

const ELSEWHERE = z.undefined().describe('Goes on to Location.')

export const beginOpenId = route({
  method: 'GET',
  path: '/api/access/openid',
  summary: 'Sign in through the OpenID Connect provider: a browser is sent there.',
  tag: 'access',
  access: 'anybody',
  status: 302,
  response: ELSEWHERE,
})

export const finishOpenId = route({
  method: 'GET',
  path: '/api/access/openid/callback',
  summary: 'Where the provider sends the browser back to: sets the cookies of a sign-in.',
  tag: 'access',
  access: 'anybody',
  status: 302,
  query: z.object({
    code: Said,
    state: Said,
    iss: Said,
    error: Said.describe('Of the provider, where it refused.'),
    error_description: Said,
  }),
  response: ELSEWHERE,
})
