import { PersonName } from '../../contract/access.ts'
import type { Role } from '../../contract/permission.ts'
import type { OpenIdRefusal } from '../../lib/openid-refusal.ts'
import type { Person } from '../people/queries.ts'
import type { ClaimRules, Identity } from './claims.ts'

/** What is kept of somebody a provider vouches for. */
export interface KnownHere {
  /** Whom the subject is linked to. */
  readonly linked: Person | null
  /** Whose name the verified address is, and whether the provider vouches for another as that person already. */
  readonly named: (Person & { readonly isLinked: boolean }) | null
}

/** Who comes in, or why nobody does. */
export type Admission =
  | { readonly kind: 'linked'; readonly person: Person }
  | { readonly kind: 'link'; readonly person: Person }
  | { readonly kind: 'create'; readonly name: string; readonly role: Role }
  | { readonly kind: 'refused'; readonly reason: OpenIdRefusal }

/** Decides who somebody is here: by their link, and otherwise only by what the configuration allows. */
export function admit(
  { email, role }: Identity,
  { linked, named }: KnownHere,
  { createPeople, linkByEmail }: ClaimRules,
): Admission {
  if (linked) return linked.isDisabled ? refused('disabled') : { kind: 'linked', person: linked }
  if (!createPeople && !linkByEmail) return refused('not-linked')
  if (email === null) return refused('no-verified-email')
  if (named) {
    if (!linkByEmail || named.isLinked) return refused('not-linked')
    if (named.isDisabled) return refused('disabled')
    return { kind: 'link', person: named }
  }
  if (!createPeople) return refused('not-linked')
  const name = PersonName.safeParse(email)
  if (!name.success) return refused('name-unfit')
  return { kind: 'create', name: name.data, role: role ?? 'viewer' }
}

function refused(reason: OpenIdRefusal): Admission {
  return { kind: 'refused', reason }
}
