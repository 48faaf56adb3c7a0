import { useEffect, useRef, useState } from 'react'
import { renewSession } from './session.ts'

/** How a listener stands with the server. */
export type Listening = 'connecting' | 'open' | 'lost'

/** What is done with what the server tells, by the name of the event. */
export type OnEvents = Readonly<Record<string, (data: unknown) => void>>

/** After a line was closed for good: the sign-in may have run out, so it is carried on first. */
const AGAIN_MS = 5_000

/**
 * Listens to server-sent events of an address while it is not null. A browser that comes back tells which event
 * it heard last (Last-Event-ID), so none is missed.
 */
export function useEvents(address: string | null, on: OnEvents): Listening {
  const [state, setState] = useState<Listening>('connecting')
  const latest = useRef(on)
  latest.current = on
  const names = Object.keys(on).join(' ')
  useEffect(() => {
    if (address === null) return
    let source: EventSource | null = null
    let again: ReturnType<typeof setTimeout> | undefined
    const open = () => {
      const opened = new EventSource(address)
      source = opened
      opened.onopen = () => setState('open')
      opened.onerror = () => {
        setState('lost')
        if (opened.readyState !== EventSource.CLOSED) return
        again = setTimeout(() => void renewSession().then(open), AGAIN_MS)
      }
      for (const name of names.split(' ')) {
        opened.addEventListener(name, ({ data }) => latest.current[name]?.(JSON.parse(data)))
      }
    }
    open()
    return () => {
      clearTimeout(again)
      source?.close()
    }
  }, [address, names])
  return state
}
