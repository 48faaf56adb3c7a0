import { useQueryClient } from '@tanstack/react-query'
import type { Answer, CallParts } from './call.ts'
import { usePages } from './use-pages.ts'
import { useAction, useRoute } from './use-route.ts'

/** A plan of the list. */
export type Plan = Answer<'listPlans'>['items'][number]

/** One plan with all that is known of it. */
export type WholePlan = Answer<'getPlan'>

/** A change of a plan. */
export type Change = Answer<'listChanges'>['items'][number]

/** Plans, newest first. */
export function usePlans(query: NonNullable<CallParts<'listPlans'>['query']>) {
  return usePages('listPlans', { query })
}

/** One plan. */
export function usePlan(id: number) {
  return useRoute('getPlan', { params: { id } })
}

/** The changes of a plan. */
export function useChanges(id: number, query: NonNullable<CallParts<'listChanges'>['query']>) {
  return usePages('listChanges', { params: { id }, query })
}

/** The run that writes a plan now, as far as it is the newest of its kind. */
export function useWritingRun(task: 'apply' | 'undo' | null) {
  return useRoute(
    'listRuns',
    { query: { task: task ?? 'apply', state: 'running', limit: 1 } },
    { isEnabled: task !== null },
  )
}

const ROUTES_OF_PLANS = ['listPlans', 'getPlan', 'listChanges', 'todayWaiting'] as const

/** Makes a plan. */
export function useMakePlan() {
  return useAction('makePlan')
}

/** Says that a plan may be written. */
export function useApprovePlan() {
  return useAction('approvePlan', { renews: ROUTES_OF_PLANS })
}

/** Has a plan written, read again, taken back or reported on; each goes on as a run. */
export function usePlanDeed(deed: 'applyPlan' | 'verifyPlan' | 'undoPlan' | 'writeReport') {
  return useAction(deed)
}

/** Report workbooks that were written. */
export function useReports() {
  return useRoute('listReports', { query: { limit: 1000 } })
}

/** Asks for everything about plans anew: when a run of one has ended. */
export function useRenewPlans() {
  const client = useQueryClient()
  return () => {
    for (const name of [...ROUTES_OF_PLANS, 'listReports'] as const) {
      void client.invalidateQueries({ queryKey: [name] })
    }
  }
}
