import { Alert, Text } from '@mantine/core'
import type { ApiProblem } from '../api/api-problem.ts'
import { useProblemWords } from '../words/use-problem-words.ts'

interface ProblemAlertProps {
  readonly problem: ApiProblem | null
  /** Words alone, for where a box has no room: beside a button, in a row. */
  readonly isInline?: boolean
  readonly mt?: string
  readonly mb?: string
}

/** Why something was not done, in words; nothing where it was. */
export function ProblemAlert({ problem, isInline = false, ...margins }: ProblemAlertProps) {
  const wordsOf = useProblemWords()
  if (problem === null) return null
  const [fault] = problem.faults
  const words = wordsOf(problem) + (fault ? ` ${fault.place}: ${fault.message}` : '')
  const look = { role: 'alert', c: 'var(--m-bad)', ...margins } as const
  return isInline ? (
    <Text component="span" display="block" size="sm" {...look}>
      {words}
    </Text>
  ) : (
    <Alert color="red" variant="light" {...look}>
      {words}
    </Alert>
  )
}
