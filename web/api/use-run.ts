import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, addressOf } from './call.ts'
import { useEvents } from './use-events.ts'
import { useAction, useRoute } from './use-route.ts'

/** A run as its line of events tells it. */
export type RunTold = Answer<'listRuns'>['items'][number]

/** A run as it gets on, told by the server while it does; `onEnd` once when it has ended. */
export function useRunProgress(id: number | null, onEnd?: (run: RunTold) => void) {
  const client = useQueryClient()
  const [told, setTold] = useState<RunTold | null>(null)
  const run = told?.id === id ? told : null
  const isOver = run !== null && run.endedAt !== null
  const address = id === null || isOver ? null : addressOf('runEvents', { params: { id } })
  const listening = useEvents(address, {
    run: (data) => {
      const next = data as RunTold // as the contract tells a run
      setTold(next)
      if (next.endedAt === null) return
      void client.invalidateQueries({ queryKey: ['getRun'] })
      onEnd?.(next)
    },
  })
  return { run, listening }
}

/** One run with its steps and what came of it. */
export function useRun(id: number | null) {
  return useRoute('getRun', { params: { id: id ?? 0 } }, { isEnabled: id !== null })
}

/** Stops a run. */
export function useStopRun() {
  return useAction('stopRun', { renews: ['getRun', 'listRuns'] })
}
