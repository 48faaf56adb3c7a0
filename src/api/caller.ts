import type { Permission, Role } from '../contract/permission.ts'

/** Who sends a request. */
export interface Caller {
  /** The person; of a token the person and its name: `ana (nightly export)`. */
  readonly name: string
  readonly kind: 'person' | 'token'
  readonly personId: number | null
  readonly permissions: ReadonlySet<Permission>
  /** Sites a person is limited to, by name; null for all. */
  readonly sites: readonly string[] | null
  /** Of a person who signed in; a token has none. */
  readonly signIn?: CallerSignIn
}

export interface CallerSignIn {
  readonly id: number
  readonly role: Role
  /** They came in with a one-time password, and may do nothing before they choose their own. */
  readonly mustChangePassword: boolean
}
