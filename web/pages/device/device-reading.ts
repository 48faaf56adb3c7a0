import type { UseQueryResult } from '@tanstack/react-query'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { Answer } from '../../api/call.ts'

/** A machine that is listed on the day asked for. */
export type Described = Extract<Answer<'getDevice'>, { kind: 'described' }>

/** What the panels of the page are given. */
export interface DeviceReading {
  readonly query: UseQueryResult<Answer<'getDevice'>, ApiProblem>
  readonly device: Described
}
