import type { Permission, Role } from '../../../src/contract/permission.ts'

/** Roles, the one that may least first. */
export const ROLES: readonly Role[] = [
  ...(['viewer', 'analyst', 'operator', 'approver', 'administrator'] as const),
]

/** Permissions, in the order in which roles gain them. */
export const PERMISSIONS: readonly Permission[] = [
  ...(['read', 'analyse', 'operate', 'approve', 'administer'] as const),
]
