import { Button, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAbout } from '../../api/use-about.ts'
import { useMakePlan, useRenewPlans } from '../../api/use-plans.ts'
import { useRun } from '../../api/use-run.ts'
import { useWho } from '../../api/use-session.ts'
import { Panel } from '../../ui/panel.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { RunProgress } from '../../ui/run-progress.tsx'
import { useWords } from '../../words/use-words.ts'
import { planMadeBy } from './plan-made-by.ts'
import { PLANS } from './plans-words.ts'

/** Makes a plan, shows how that gets on, and leads to it. */
export function MakePlanPanel() {
  const say = useWords(PLANS)
  const about = useAbout()
  const mayMake = useWho().permissions.includes('operate')
  const make = useMakePlan()
  const renew = useRenewPlans()
  const [run, follow] = useState<number | null>(null)
  const [isOver, setOver] = useState(false)
  const begin = (corrects: 'tags' | 'names') => {
    setOver(false)
    make.mutate({ body: { corrects } }, { onSuccess: (begun) => follow(begun.run) })
  }
  const end = () => {
    setOver(true)
    renew()
  }
  return (
    <Panel title={say.make} query={about} minHeight={64}>
      {({ has }) => (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {!mayMake
              ? say.mayNotMake
              : has.ocs || has.nameCorrections
                ? say.makeMore
                : say.nothingToMake}
          </Text>
          {mayMake && (
            <Group gap="xs" mb={run === null ? 0 : 'sm'}>
              {has.ocs && (
                <Button size="compact-sm" loading={make.isPending} onClick={() => begin('tags')}>
                  {say.makeTags}
                </Button>
              )}
              {has.nameCorrections && (
                <Button size="compact-sm" loading={make.isPending} onClick={() => begin('names')}>
                  {say.makeNames}
                </Button>
              )}
            </Group>
          )}
          <ProblemAlert problem={make.error} isInline />
          <RunProgress run={run} onEnd={end} />
          {isOver && run !== null && <MadePlan run={run} />}
        </>
      )}
    </Panel>
  )
}

function MadePlan({ run }: { readonly run: number }) {
  const say = useWords(PLANS)
  const { data } = useRun(run)
  if (!data) return null
  const plan = planMadeBy(data.summary)
  return (
    <Group gap="sm" role="status">
      {plan === null ? (
        <Text size="sm">{say.notMade}</Text>
      ) : (
        <Link to="/plans/$id" params={{ id: `${plan}` } as never}>
          {say.open(`P${plan}`)}
        </Link>
      )}
      <Link to="/runs/$id" params={{ id: `${run}` } as never}>
        {say.seeRun}
      </Link>
    </Group>
  )
}
