import { useEffect, useRef, useState } from 'react'
import { keepLine, type LineTold, type Listening } from './kept-line.ts'
import { renewSession } from './session.ts'

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
    const open = ({ onOpen, onCut }: LineTold) => {
      const source = new EventSource(address)
      source.onopen = onOpen
      source.onerror = () => onCut(source.readyState === EventSource.CLOSED)
      for (const name of names.split(' ')) {
        source.addEventListener(name, ({ data }) => latest.current[name]?.(JSON.parse(data)))
      }
      return () => source.close()
    }
    const later = (then: () => void) => {
      const timer = setTimeout(then, AGAIN_MS)
      return () => clearTimeout(timer)
    }
    return keepLine({ open, later, renew: renewSession, tell: setState })
  }, [address, names])
  return state
}
