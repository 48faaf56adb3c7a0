import { useChecks } from '../../api/use-findings.ts'
import { useWords } from '../../words/use-words.ts'
import { SUMMARY } from './run-page-words.ts'
import { spacedOut } from './summary-shape.ts'

/** Says what a part of a summary is called: by its word, as a check is titled, or by its own name, spaced out. */
export function useSummaryWord(): (name: string) => string {
  const say: Readonly<Record<string, string>> = useWords(SUMMARY)
  const checks = new Map(useChecks().data?.items.map(({ code, title }) => [code, title]))
  return (name) => say[name] ?? checks.get(name) ?? spacedOut(name)
}
