import { ROLES, type Role } from '../../contract/permission.ts'
import type { OpenIdRefusal } from '../../lib/openid-refusal.ts'

/** What of the configuration decides who a provider's word lets in. */
export interface ClaimRules {
  readonly allowedDomains?: readonly string[] | undefined
  readonly roleFrom?:
    | { readonly claim: string; readonly roles: Readonly<Record<string, Role>> }
    | undefined
  readonly createPeople: boolean
  readonly linkByEmail: boolean
}

export type Claims = Readonly<Record<string, unknown>>

/** Whom a provider vouches for. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  /** Verified by the provider, in lower case; null where it is missing or only claimed. */
  readonly email: string | null
  /** What the claims make of them; null where roles are given here. */
  readonly role: Role | null
}

/** What claims come to. */
export type ReadClaims =
  | { readonly kind: 'identified'; readonly identity: Identity }
  | { readonly kind: 'refused'; readonly reason: OpenIdRefusal }

/** Reads the claims of an ID token by our rules; an e-mail address counts only if the provider has verified it. */
export function readClaims(
  claims: Claims & { readonly iss: string; readonly sub: string },
  { allowedDomains, roleFrom }: ClaimRules,
): ReadClaims {
  const email = verifiedEmail(claims)
  if (allowedDomains !== undefined) {
    if (email === null) return refused('no-verified-email')
    if (!allowedDomains.includes(domainOf(email))) return refused('domain')
  }
  const role = roleFrom ? strongestRole(claims, roleFrom) : null
  if (roleFrom && role === null) return refused('no-role')
  return { kind: 'identified', identity: { issuer: claims.iss, subject: claims.sub, email, role } }
}

function refused(reason: OpenIdRefusal): ReadClaims {
  return { kind: 'refused', reason }
}

function verifiedEmail({ email, email_verified }: Claims): string | null {
  if (email_verified !== true || typeof email !== 'string') return null
  const plain = email.normalize().trim().toLowerCase()
  return /^[^@\s]+@[^@\s]+$/u.test(plain) ? plain : null
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1)
}

/** Of several values each may stand for a role. */
function strongestRole(
  claims: Claims,
  { claim, roles }: NonNullable<ClaimRules['roleFrom']>,
): Role | null {
  const said = Object.hasOwn(claims, claim) ? claims[claim] : undefined
  const values = (Array.isArray(said) ? said : [said]).filter((each) => typeof each === 'string')
  const given = values.flatMap((value) =>
    Object.hasOwn(roles, value) && roles[value] ? [roles[value]] : [],
  )
  return ROLES.findLast((role) => given.includes(role)) ?? null
}
