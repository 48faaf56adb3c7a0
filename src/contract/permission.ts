/** What a person or a token may do. */
export const PERMISSIONS = [
  /** Look at everything. */
  'read',
  /** Send files of events, judge anomalies, have figures studied. */
  'analyse',
  /** Run collections, make plans, decide findings and links. */
  'operate',
  /** Let a plan be written to another system, and accept what a guard holds. */
  'approve',
  /** Give people and tokens access, and change settings. */
  'administer',
] as const

export type Permission = (typeof PERMISSIONS)[number]

export const ROLES = ['viewer', 'analyst', 'operator', 'approver', 'administrator'] as const

export type Role = (typeof ROLES)[number]

/** What each role may do. */
export const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['read'],
  analyst: ['read', 'analyse'],
  operator: ['read', 'analyse', 'operate'],
  approver: ['read', 'analyse', 'operate', 'approve'],
  administrator: PERMISSIONS,
}
