import { Button, Group, Progress, Text } from '@mantine/core'
import { type RunTold, useRunProgress, useStopRun } from '../api/use-run.ts'
import { useWho } from '../api/use-session.ts'
import { useFormat } from '../format/use-format.ts'
import { RUNS } from '../words/run-words.ts'
import { UI } from '../words/ui-words.ts'
import { useStepWord } from '../words/use-step-word.ts'
import { useWords } from '../words/use-words.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { StateBadge } from './state-badge.tsx'

interface RunProgressProps {
  /** Null while nothing was started. */
  readonly run: number | null
  readonly onEnd?: (run: RunTold) => void
}

/** How a run gets on, live, and a way to stop it. */
export function RunProgress({ run: id, onEnd }: RunProgressProps) {
  const say = useWords(UI)
  const sayRun = useWords(RUNS)
  const stepWord = useStepWord()
  const { number } = useFormat()
  const { run } = useRunProgress(id, onEnd)
  const stop = useStopRun()
  const mayStop = useWho().permissions.includes('operate')
  if (run === null) return null
  const { progress, endedAt, state } = run
  const share = progress?.total ? (progress.done / progress.total) * 100 : 0
  return (
    <div aria-live="polite">
      <Group gap="sm" mb={6}>
        <StateBadge state={state} />
        {progress && (
          <Text size="sm" c="dimmed">
            {stepWord(progress.step)} {number(progress.done)}
            {progress.total !== null && ` / ${number(progress.total)}`}
          </Text>
        )}
        {endedAt === null && mayStop && (
          <Button
            ml="auto"
            size="compact-xs"
            variant="default"
            loading={stop.isPending || run.cancelAskedBy !== null}
            onClick={() => stop.mutate({ params: { id: run.id } })}
          >
            {say.stop}
          </Button>
        )}
      </Group>
      <ProblemAlert problem={stop.error} isInline mb="xs" />
      {endedAt === null && (
        <Progress
          value={progress?.total ? share : 100}
          animated={!progress?.total}
          aria-label={sayRun.progress}
        />
      )}
    </div>
  )
}
