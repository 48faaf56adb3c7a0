import { Alert } from '@mantine/core'
import type { ApiProblem } from '../../api/api-problem.ts'
import { UI } from '../../words/ui-words.ts'
import { useWords } from '../../words/use-words.ts'

/** Why something was not done, in the words of the server; nothing where it was. */
export function ProblemAlert({ problem }: { readonly problem: ApiProblem | null }) {
  const say = useWords(UI)
  if (problem === null) return null
  const [fault] = problem.faults
  return (
    <Alert color="red" variant="light" role="alert" c="var(--m-bad)">
      {problem.status === 0 ? say.unreachable : problem.message}
      {fault && ` ${fault.place}: ${fault.message}`}
    </Alert>
  )
}
