import { auditStore } from '../access/audit/store.ts'
import { invitationStore } from '../access/invitations/store.ts'
import { openIdProvider } from '../access/openid/client.ts'
import { openIdStore } from '../access/openid/store.ts'
import { peopleStore } from '../access/people/store.ts'
import { openSigningKeys, type SigningKeys } from '../access/secret/signing-keys.ts'
import { signInStore } from '../access/sign-in/store.ts'
import { tokenStore } from '../access/tokens/store.ts'
import type { Api } from './api.ts'
import { providerFetch } from './provider-fetch.ts'
import { rememberedCallers } from './remembered-callers.ts'
import { sessionCookies } from './session-cookies.ts'

/** What the routes of access work with. */
export type AccessDesk = ReturnType<typeof openAccessDesk>

/** Puts together who may come in; the keys are read when they are first needed. */
export function openAccessDesk({ app, settings }: Pick<Api, 'app' | 'settings'>) {
  const { database, now, signingKeys, access } = app
  let opening: Promise<SigningKeys> | null = null
  return {
    settings: access,
    hosts: settings.hosts,
    now,
    people: peopleStore(database),
    invitations: invitationStore(database),
    signIns: signInStore(database),
    tokens: tokenStore(database),
    audit: auditStore(database),
    openIds: openIdStore(database),
    /** Null where people sign in by password alone. */
    provider: access.openId
      ? openIdProvider(access.openId, { fetch: providerFetch(access.openId), now })
      : null,
    cookies: sessionCookies(settings),

    async keys(): Promise<SigningKeys> {
      opening ??= openSigningKeys(signingKeys, now())
      return opening.catch((error) => {
        opening = null
        throw error
      })
    },

    ...rememberedCallers(now),
  }
}
