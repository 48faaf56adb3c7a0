import type { ApiProblem } from '../api/api-problem.ts'
import { UI } from './ui-words.ts'
import { useWords } from './use-words.ts'

/** Says why something that was asked for was not done: as the server tells it, or that it cannot be reached. */
export function useProblemWords(): (problem: ApiProblem) => string {
  const say = useWords(UI)
  return ({ status, message }) => (status === 0 ? say.notReached : message)
}
