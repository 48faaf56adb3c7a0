import type { Problem } from '../../src/contract/problem.ts'

/** A fault and where it lies: `query.limit`, `body.name`, `Sheet!C17`. */
export interface PlacedFault {
  readonly place: string
  readonly message: string
}

/** Why the server did not do what it was asked, or that it could not be reached (status 0). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly requestId: string | null
  readonly details: unknown

  constructor(
    told: Pick<Problem, 'status' | 'code' | 'detail' | 'details'>,
    requestId: string | null,
  ) {
    super(told.detail)
    this.status = told.status
    this.code = told.code
    this.details = told.details
    this.requestId = requestId
  }

  static unreachable(cause: unknown): ApiProblem {
    const problem = new ApiProblem(
      { status: 0, code: 'unreachable', detail: '', details: null },
      null,
    )
    problem.cause = cause
    return problem
  }

  /** Nobody is signed in, or not any more. */
  get isSignInOver(): boolean {
    return this.status === 401
  }

  get isForbidden(): boolean {
    return this.status === 403
  }

  /** Nothing of the kind is kept, or not yet. */
  get isMissing(): boolean {
    return this.status === 404
  }

  /** What is wrong, place by place, where the server tells so. */
  get faults(): readonly PlacedFault[] {
    const { details } = this
    if (typeof details !== 'object' || details === null || !('faults' in details)) return []
    return Array.isArray(details.faults) ? details.faults.filter(isPlaced) : []
  }
}

function isPlaced(fault: unknown): fault is PlacedFault {
  return typeof fault === 'object' && fault !== null && 'place' in fault && 'message' in fault
}

/** What an answer that is no success tells. */
export async function problemOf(answer: Response): Promise<ApiProblem> {
  const requestId = answer.headers.get('x-request-id')
  const told: unknown = await answer.json().catch(() => null)
  if (isProblem(told)) return new ApiProblem(told, told.requestId)
  const detail = `${answer.status} ${answer.statusText}`
  return new ApiProblem({ status: answer.status, code: 'unknown', detail }, requestId)
}

function isProblem(told: unknown): told is Problem {
  return typeof told === 'object' && told !== null && 'code' in told && 'detail' in told
}
