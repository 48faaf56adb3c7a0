import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormat } from '../../format/use-format.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useWords } from '../../words/use-words.ts'
import { RUN } from './run-page-words.ts'
import { isDayText } from './summary-shape.ts'
import { useSummaryWord } from './use-summary-word.ts'

const LINKS: Readonly<Record<string, (value: number) => { to: string; search?: object }>> = {
  collection: (value) => ({ to: '/sources', search: { collection: value } }),
  plan: (value) => ({ to: `/plans/${value}` }),
  planId: (value) => ({ to: `/plans/${value}` }),
  run: (value) => ({ to: `/runs/${value}` }),
}

interface PlainValueProps {
  readonly value: unknown
  /** What it is called in the summary. */
  readonly name: string
}

/** A value of a summary as people write it; a number of something that is kept opens it. */
export function PlainValue({ value, name }: PlainValueProps): ReactNode {
  const say = useWords(RUN)
  const word = useSummaryWord()
  const { number, day, instant } = useFormat()
  if (typeof value === 'number') {
    const link = LINKS[name]?.(value)
    if (!link) return number(value)
    return (
      <Link to={link.to} search={(link.search ?? {}) as never}>
        {value}
      </Link>
    )
  }
  if (typeof value === 'boolean') return value ? say.yes : say.no
  const text = String(value ?? '–')
  if (name === 'check') return word(text)
  if (name === 'state') return <StateBadge state={text} />
  if (isDayText(text)) return day(text)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u.test(text)) return instant(text)
  return text
}
