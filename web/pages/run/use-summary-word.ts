import { useWords } from '../../words/use-words.ts'
import { SUMMARY } from './run-page-words.ts'
import { spacedOut } from './summary-shape.ts'

/** Says what a part of a summary is called; one without a word by its own name, spaced out. */
export function useSummaryWord(): (name: string) => string {
  const say: Readonly<Record<string, string>> = useWords(SUMMARY)
  return (name) => say[name] ?? spacedOut(name)
}
