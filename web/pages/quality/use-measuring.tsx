import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { MEASURED, useMeasure } from '../../api/use-quality.ts'
import { useWho } from '../../api/use-session.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { RunProgress } from '../../ui/run-progress.tsx'
import { useWords } from '../../words/use-words.ts'
import { QUALITY } from './quality-words.ts'

/** Has the inventory measured now, and tells how that gets on. */
export function useMeasuring() {
  const say = useWords(QUALITY)
  const client = useQueryClient()
  const measure = useMeasure()
  const mayMeasure = useWho().permissions.includes('operate')
  const renew = () => {
    for (const route of MEASURED) void client.invalidateQueries({ queryKey: [route] })
  }
  const button = mayMeasure && (
    <Button
      variant="default"
      size="compact-sm"
      loading={measure.isPending}
      onClick={() => measure.mutate({})}
    >
      {say.measure}
    </Button>
  )
  const progress = (
    <>
      <ProblemAlert problem={measure.error} isInline />
      <RunProgress run={measure.data?.run ?? null} onEnd={renew} />
    </>
  )
  return { button, progress }
}
