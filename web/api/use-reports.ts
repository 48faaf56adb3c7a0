import { useMutation } from '@tanstack/react-query'
import type { ApiProblem } from './api-problem.ts'
import { download } from './download.ts'
import { useAction, useRoute } from './use-route.ts'

/** Report workbooks, as many as one answer may hold. */
export function useReports() {
  return useRoute('listReports', { query: { limit: 1000 } })
}

/** Hands a report to the browser to keep. */
export function useDownloadReport() {
  return useMutation<void, ApiProblem, string>({
    mutationFn: (name) => download('downloadReport', { params: { name } }),
  })
}

/** Has the report on a plan written. */
export function useWriteReport() {
  return useAction('writeReport', { renews: ['listRuns'] })
}

/** The newest plans, to write a report on. */
export function useNewestPlans() {
  return useRoute('listPlans', { query: { limit: 100 } })
}
