import { useEffect, useState } from 'react'
import type { Listening } from '../../api/kept-line.ts'
import { useCounts } from '../../api/use-today.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/use-words.ts'
import { TODAY } from './today-words.ts'

const TICK_MS = 5_000

/** How old what is on the screen is, and whether it renews itself. */
export function PageAge({ listening }: { readonly listening: Listening }) {
  const say = useWords(TODAY)
  const { age } = useFormat()
  const { dataUpdatedAt } = useCounts()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(clock)
  }, [])
  if (dataUpdatedAt === 0) return null
  return `${say.updated(age(now - dataUpdatedAt))}, ${listening === 'lost' ? say.lost : say.live}`
}
