import { PERMISSIONS_OF, type Permission, type Role } from '../contract/permission.ts'

/** What somebody may do, and where; sites null for everywhere. */
export interface Rights {
  readonly permissions: readonly Permission[]
  readonly sites: readonly string[] | null
}

/** The rights of a role, limited to sites or not. */
export function rightsOf(role: Role, sites: readonly string[] | null): Rights {
  return { permissions: PERMISSIONS_OF[role], sites }
}

/** What both have: a token never may more than its maker may now. */
export function sharedRights(one: Rights, other: Rights): Rights {
  return {
    permissions: one.permissions.filter((permission) => other.permissions.includes(permission)),
    sites: sharedSites(one.sites, other.sites),
  }
}

function sharedSites(one: Rights['sites'], other: Rights['sites']): Rights['sites'] {
  if (one === null) return other
  return other === null ? one : one.filter((site) => other.includes(site))
}

/** What `asked` has beyond `own`, by name; empty where it is no more. */
export function rightsBeyond(asked: Rights, own: Rights): string[] {
  const permissions = asked.permissions.filter((each) => !own.permissions.includes(each))
  if (own.sites === null) return permissions
  if (asked.sites === null) return [...permissions, '*']
  return [...permissions, ...asked.sites.filter((site) => !own.sites?.includes(site))]
}
