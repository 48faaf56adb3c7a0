import { z } from 'zod'
import { route } from './route.ts'

const Language = z.enum(['en', 'es'])

export const about = route({
  method: 'GET',
  path: '/api/settings/about',
  summary: 'What this installation is, and which of its parts are configured.',
  tag: 'settings',
  access: 'signed-in',
  response: z.object({
    version: z.string(),
    timeZone: z.string().describe('In which a day is a day.'),
    language: Language.describe('Of those who ask for none.'),
    today: z.string().describe('The day it is there.'),
    has: z.object({
      ocs: z.boolean(),
      fleet: z.boolean().describe('A vendor, or exports of another tool.'),
      inbox: z.boolean(),
      openId: z.boolean(),
      fourEyes: z.boolean(),
      openRegistration: z.boolean(),
      nameCorrections: z.boolean(),
      alerts: z.boolean(),
    }),
  }),
})

export const signInOffers = route({
  method: 'GET',
  path: '/api/session/offers',
  summary: 'How one may sign in.',
  tag: 'access',
  access: 'anybody',
  response: z.object({ openId: z.boolean(), registration: z.boolean(), language: Language }),
})
