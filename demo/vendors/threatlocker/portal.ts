import { z } from 'zod'
import type { ThreatlockerFleet, Wire } from '../fleet.ts'
import { type Answer, answer, refusal } from './answer.ts'
import { type ComputerEdits, computerList } from './computer-list.ts'
import { isOrder } from './computer-order.ts'
import { type EditDesk, editDesk } from './edit-desk.ts'
import { extentOf, listAnswer, type Page, withTotalRows } from './list-answer.ts'
import type { Route, ThreatlockerTraits } from './traits.ts'

/** What is asked of a route once the caller is known. */
export interface PortalRequest {
  readonly route: Route
  /** The organisation the caller acts for. */
  readonly organizationId: string
  readonly query: URLSearchParams
  /** Parsed JSON; null where there is none. */
  readonly body: unknown
}

/** The routes of a simulated ThreatLocker portal. */
export interface Portal {
  /** True for the parent and each of its children. */
  knows(organizationId: string): boolean
  answer(request: PortalRequest): Answer
  /** Goes by other traits; what happened to the list is forgotten, what was edited is not. */
  setTraits(traits: ThreatlockerTraits): void
}

const PageFields = {
  pageNumber: z.int().min(1),
  pageSize: z.int().min(1),
  isAscending: z.boolean().default(true),
}
const ComputersBody = z.object({
  ...PageFields,
  orderBy: z.string().refine(isOrder),
  childOrganizations: z.boolean().default(false),
  showDeleted: z.boolean().default(false),
})
const OrganizationsBody = z.object({
  ...PageFields,
  includeAllChildren: z.boolean().default(false),
  childOrganizations: z.boolean().default(false),
})
const INVALID = 'Invalid request'
const FORBIDDEN = 'You do not have permission to edit computers'

/** Opens the routes over a fleet. */
export function openPortal(fleet: ThreatlockerFleet, first: ThreatlockerTraits): Portal {
  const edits: ComputerEdits = new Map()
  let traits = first
  let computers = computerList(fleet, edits, traits)
  const desk: EditDesk = editDesk(String(fleet.parent.organizationId))
  let happened = new Map<object, number>()

  const ROUTE_ANSWERS: Readonly<Record<Route, (request: PortalRequest) => Answer>> = {
    OrganizationGetChildOrganizationsByParameters: ({ body }) => organizations(body),
    OrganizationGetForMoveComputers: () => answer([fleet.parent, ...fleet.children].map(asChoice)),
    ComputerGetByAllParameters: ({ body, organizationId }) => listed(body, organizationId),
    ComputerGetForEditById: ({ query, organizationId }) =>
      traits.editing === 'refused'
        ? refusal(403, FORBIDDEN)
        : desk.form(computers, { computerId: query.get('computerId') ?? '', organizationId }),
    ComputerUpdateForEdit: ({ body, organizationId }) =>
      traits.editing === 'allowed'
        ? desk.edit(computers, { body, organizationId })
        : refusal(403, FORBIDDEN),
  }

  function organizations(body: unknown): Answer {
    const asked = OrganizationsBody.safeParse(body).data
    if (!asked) return refusal(417, INVALID)
    const page: Page = { number: asked.pageNumber, size: asked.pageSize }
    const isTold = asked.childOrganizations || !traits.needsChildOrganizations
    const all = traits.parentListed ? [fleet.parent, ...fleet.children] : fleet.children
    const found = isTold ? all.filter((it) => asked.includeAllChildren || isDirect(it)) : []
    const { from, count } = extentOf(page, traits)
    const rows = found.toSorted(byName).slice(from, from + count)
    return listAnswer({ rows, total: found.length }, page, traits)
  }

  function isDirect({ parentOrganizationId = null }: Wire): boolean {
    return parentOrganizationId === null || parentOrganizationId === fleet.parent.organizationId
  }

  function listed(body: unknown, organizationId: string): Answer {
    const asked = ComputersBody.safeParse(body).data
    if (!asked) return refusal(417, INVALID)
    const { pageNumber, pageSize, ...rest } = asked
    const ask = { ...rest, organizationId }
    for (const upheaval of traits.upheavals) {
      const times = happened.get(upheaval) ?? 0
      if (upheaval.beforePage !== pageNumber || times >= (upheaval.times ?? 1)) continue
      happened.set(upheaval, times + 1)
      computers.happen(upheaval, ask)
    }
    const page: Page = { number: pageNumber, size: pageSize }
    const { from, count } = extentOf(page, traits)
    const { rows, total } = computers.slice(ask, from, count)
    return listAnswer({ rows: withTotalRows(rows, total, traits), total }, page, traits)
  }

  return {
    knows: (id) => [fleet.parent, ...fleet.children].some((it) => it.organizationId === id),
    answer: (request) => ROUTE_ANSWERS[request.route](request),
    setTraits: (changed) => {
      traits = changed
      computers = computerList(fleet, edits, traits)
      happened = new Map()
    },
  }
}

function asChoice({ organizationId, displayName, name }: Wire): Wire {
  return { label: displayName ?? name, value: organizationId }
}

function byName(one: Wire, other: Wire): number {
  return String(one.name) < String(other.name) ? -1 : 1
}
