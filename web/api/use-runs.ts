import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Answer, addressOf } from './call.ts'
import { useEvents } from './use-events.ts'
import { useRoute } from './use-route.ts'

/** An entry of the log of a run. */
export type LogEntry = Answer<'runLog'>['items'][number]

/** Asks for the list of runs anew whenever one has ended. */
export function useRunsRefresh(): void {
  const client = useQueryClient()
  useEvents(addressOf('todayEvents'), {
    changed: () => void client.invalidateQueries({ queryKey: ['listRuns'] }),
  })
}

const MOST = 500

/** The log of a run, whole: what was kept, and what is added while it gets on. */
export function useRunLog(id: number, isOver: boolean) {
  const [after, setAfter] = useState(0)
  const [before, setBefore] = useState<readonly LogEntry[]>([])
  const params = { id }
  const query = useRoute(
    'runLog',
    { params, query: { after } },
    { everyMs: isOver ? undefined : 1500 },
  )
  const { refetch } = query
  useEffect(() => {
    if (isOver) void refetch() // its last entries came with its end
  }, [isOver, refetch])
  const items = query.data?.items ?? []
  const last = items.at(-1)
  const more =
    items.length < MOST || last === undefined
      ? null
      : () => {
          setBefore([...before, ...items])
          setAfter(last.n)
        }
  return { query, entries: [...before, ...items], more }
}
