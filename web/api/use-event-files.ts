import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from './api-problem.ts'
import type { Answer, CallParts } from './call.ts'
import { upload } from './upload.ts'
import { useRoute } from './use-route.ts'

/** What is wrong with a cell of a file. */
export type FileFault = Answer<'ingestEvents'>['faults'][number]

/** A file on its way, and what came of it. */
export type SentEvents = { readonly id: number; readonly name: string } & (
  | { readonly kind: 'sending'; readonly share: number }
  | { readonly kind: 'taken'; readonly answer: Answer<'ingestEvents'> }
  | { readonly kind: 'refused'; readonly problem: ApiProblem }
)

const CHANGED = ['listMetricNames', 'dailyMetric', 'listUploads', 'robustAnomalies'] as const

/** Sends files of events one after the other, and tells how each gets on. */
export function useSendEvents() {
  const client = useQueryClient()
  const [sent, setSent] = useState<readonly SentEvents[]>([])
  const put = (file: SentEvents) =>
    setSent((all) => [file, ...all.filter((is) => is.id !== file.id)])
  const sendOne = async (id: number, file: File, query: CallParts<'ingestEvents'>['query']) => {
    const { name } = file
    const asked = { ...query, filename: name } as never // a source is named by the form
    const plain = new File([file], name) // systems name types at will; the server looks into the file
    const onProgress = (share: number) => put({ id, name, kind: 'sending', share })
    onProgress(0)
    try {
      const answer = await upload('ingestEvents', { file: plain, query: asked, onProgress })
      put({ id, name, kind: 'taken', answer })
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      put({ id, name, kind: 'refused', problem: error })
    }
    for (const route of CHANGED) void client.invalidateQueries({ queryKey: [route] })
  }
  const send = async (files: readonly File[], query: CallParts<'ingestEvents'>['query']) => {
    const first = sent.reduce((most, { id }) => Math.max(most, id + 1), 0)
    for (const [at, file] of files.entries()) await sendOne(first + at, file, query)
  }
  return { sent, send }
}

/** The faults a refusal tells of, cell by cell, and how many there are in all. */
export function faultsOf({ details }: ApiProblem): { faults: FileFault[]; total: number } {
  if (typeof details !== 'object' || details === null) return { faults: [], total: 0 }
  const faults = 'faults' in details && Array.isArray(details.faults) ? details.faults : []
  const placed = faults.filter((fault): fault is FileFault => 'line' in fault && 'code' in fault)
  const total = 'total' in details && typeof details.total === 'number' ? details.total : 0
  return { faults: placed, total: Math.max(total, placed.length) }
}

/** The rows a file was taken in without. */
export function useRejections(id: number | null) {
  return useRoute(
    'listRejections',
    { params: { id: id ?? 0 }, query: { limit: 200 } },
    { isEnabled: id !== null },
  )
}
