/** Why somebody a provider sent, or says it sent, is not let in. */
export type OpenIdRefusal =
  | 'not-begun'
  | 'provider-refused'
  | 'answer-untrue'
  | 'no-verified-email'
  | 'domain'
  | 'no-role'
  | 'not-linked'
  | 'name-unfit'
  | 'disabled'
