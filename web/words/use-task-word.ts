import { useCallback } from 'react'
import { TASKS } from './run-words.ts'
import { useWords } from './use-words.ts'

/** Says what a task is called; one of another version stands for itself. */
export function useTaskWord(): (task: string) => string {
  const say: Readonly<Record<string, string>> = useWords(TASKS)
  return useCallback((task) => say[task] ?? task, [say])
}
