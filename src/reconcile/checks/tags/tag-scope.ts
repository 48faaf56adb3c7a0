/** What TAGs are decided by: a plan reads all three, or none is made. */
export const TAG_SCOPE = ['ocs', 'finance-register', 'locations'] as const
