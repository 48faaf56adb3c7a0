import { useFormat } from '../format/use-format.ts'
import { MACHINES, sourceName } from '../words/machine-words.ts'
import { useWords } from '../words/use-words.ts'

interface RestsOnProps {
  readonly restsOn: readonly { readonly source: string; readonly day: string }[]
}

/** Which day's collection of each source answers. */
export function RestsOn({ restsOn }: RestsOnProps) {
  const say = useWords(MACHINES)
  const { day } = useFormat()
  if (restsOn.length === 0) return null
  const told = restsOn.map(({ source, day: on }) => `${sourceName(source)} ${day(on, 'short')}`)
  return <span data-rests-on>{say.answeredBy(told.join(' · '))}</span>
}
