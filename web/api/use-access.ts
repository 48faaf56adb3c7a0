import type { Answer } from './call.ts'
import { useAction, useRoute } from './use-route.ts'

/** Somebody who may sign in. */
export type KnownPerson = Answer<'listPeople'>['items'][number]

/** Everybody who may sign in. */
export function usePeople() {
  return useRoute('listPeople')
}

/** Invitations that can still be used. */
export function useInvitations() {
  return useRoute('listInvitations')
}

/** Names of sites that somebody can be limited to. */
export function useSiteNames() {
  return useRoute('listSites', { query: { limit: 1000 } })
}

/** Invites somebody. */
export function useInvite() {
  return useAction('invite', { renews: ['listInvitations', 'listAudit'] })
}

/** Takes an invitation back. */
export function useTakeInvitationBack() {
  return useAction('takeInvitationBack', { renews: ['listInvitations', 'listAudit'] })
}

/** Becomes the person an invitation names. */
export function useAcceptInvitation() {
  return useAction('acceptInvitation')
}

/** Changes what a person may do. */
export function useChangePerson() {
  return useAction('changePerson', { renews: ['listPeople', 'listAudit'] })
}

/** Takes a person's password away for one that is good once. */
export function useOneTimePassword() {
  return useAction('giveOneTimePassword', { renews: ['listPeople', 'listAudit'] })
}

/** One's own API tokens; everybody's for administrators. */
export function useTokens() {
  return useRoute('listTokens')
}

/** Makes a token. */
export function useMakeToken() {
  return useAction('makeToken', { renews: ['listTokens', 'listAudit'] })
}

/** Revokes a token. */
export function useRevokeToken() {
  return useAction('revokeToken', { renews: ['listTokens', 'listAudit'] })
}

/** Whether the trail of who did what is whole; asked when somebody wants to know. */
export function useAuditCheck(isWanted: boolean) {
  return useRoute('verifyAudit', {}, { isEnabled: isWanted })
}
