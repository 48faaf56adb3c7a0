/** A list of the portal: where it is asked for, with what, and what tells its rows apart. */
export interface PortalList {
  readonly path: string
  /** The member of a row that bears its id. */
  readonly id: string
  /** The body that asks for a page, but for its number and size. */
  readonly asks: Readonly<Record<string, unknown>>
}

/** Every organisation below the parent; the parent itself is not in it. */
export const ORGANISATIONS: PortalList = {
  path: 'Organization/OrganizationGetChildOrganizationsByParameters',
  id: 'organizationId',
  asks: {
    searchText: '',
    includeAllChildren: true,
    childOrganizations: true,
    orderBy: 'name',
    isAscending: true,
  },
}

/** The computers of the parent and of every organisation below it, in an order that check-ins do not move. */
export const COMPUTERS: PortalList = {
  path: 'Computer/ComputerGetByAllParameters',
  id: 'computerId',
  asks: {
    searchText: '',
    searchBy: 1,
    computerGroup: '',
    orderBy: 'computername',
    isAscending: true,
    childOrganizations: true,
    action: '',
    kindOfAction: '',
    showDeleted: false,
    threatlockerversion: 'All',
    isExport: false,
  },
}

/** Where a computer is had for editing, by `computerId`, and where it is sent back. */
export const EDIT_FORM = 'Computer/ComputerGetForEditById'
export const UPDATE = 'Computer/ComputerUpdateForEdit'
