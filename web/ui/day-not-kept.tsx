import { Button, Group } from '@mantine/core'
import type { ApiProblem } from '../api/api-problem.ts'
import { useFormat } from '../format/use-format.ts'
import { MACHINES } from '../words/machine-words.ts'
import { useWords } from '../words/use-words.ts'

interface DayNotKeptProps {
  readonly problem: ApiProblem | null
  readonly onGo: (day: string) => void
}

/** Why a day cannot be answered for, and the nearest days that can. */
export function DayNotKept({ problem, onGo }: DayNotKeptProps) {
  const say = useWords(MACHINES)
  const { day } = useFormat()
  return (
    <>
      <p>{problem?.message}</p>
      <Group gap="xs">
        {nearestOf(problem).map((near) => (
          <Button key={near} variant="default" size="compact-sm" onClick={() => onGo(near)}>
            {say.goTo(day(near))}
          </Button>
        ))}
      </Group>
    </>
  )
}

function nearestOf(problem: ApiProblem | null): string[] {
  const details = problem?.details
  if (typeof details !== 'object' || details === null || !('nearest' in details)) return []
  const { nearest } = details
  return Array.isArray(nearest) ? nearest.filter((day) => typeof day === 'string') : []
}
