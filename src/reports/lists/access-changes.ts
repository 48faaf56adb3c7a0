import { defineList } from '../report-list.ts'

/** OCS logins that see computers by TAG, and how many each would lose and gain. */
export const accessChanges = defineList({
  name: 'Access_Changes',
  rows: ({ plan }) =>
    plan.access.map((shift) => ({ ...shift, municipality: null, building: null })),
  columns: {
    login: ({ login }) => login,
    pattern: ({ pattern }) => pattern,
    loses: ({ loses }) => loses,
    gains: ({ gains }) => gains,
  },
})
