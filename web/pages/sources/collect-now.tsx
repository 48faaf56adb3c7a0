import { Button, Group, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useAbout } from '../../api/use-about.ts'
import { useRun } from '../../api/use-run.ts'
import { useWho } from '../../api/use-session.ts'
import { useCollect, useLedger, useRenewSources } from '../../api/use-sources.ts'
import { Icon } from '../../ui/icon.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { RunProgress } from '../../ui/run-progress.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { RUNS } from '../../words/run-words.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './sources.module.css'
import { SOURCES } from './sources-words.ts'

/** Collects today of every source or of one; how that gets on stays on the screen until it is dismissed. */
export function CollectNow() {
  const say = useWords(SOURCES)
  const { filters, change } = useFilters()
  const collect = useCollect()
  const mayCollect = useWho().permissions.includes('operate')
  const today = useAbout().data?.today ?? ''
  const configured = useLedger({ from: today, to: today }).data?.configured
  const sources = configured ?? []
  const run = Number(filters.run) || null
  const start = (only: readonly string[]) =>
    collect.mutate(
      { body: { sources: [...only] } },
      { onSuccess: (started) => change({ run: `${started.run}` }) },
    )
  if (!mayCollect && run === null) return null
  return (
    <div className={styles.collect}>
      {mayCollect && configured?.length !== 0 && (
        <Group gap={4}>
          <Button
            size="compact-sm"
            loading={collect.isPending}
            disabled={configured === undefined}
            onClick={() => start([])}
          >
            {say.collectAll}
          </Button>
          <Menu position="bottom-start" withinPortal>
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="default"
                disabled={configured === undefined}
                rightSection={<Icon name="down" size={12} />}
              >
                {say.collectOne}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {sources.map((source) => (
                <Menu.Item key={source} onClick={() => start([source])}>
                  {source}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </Group>
      )}
      <ProblemAlert problem={collect.error} isInline />
      {run !== null && <Collecting run={run} onDismiss={() => change({ run: undefined })} />}
    </div>
  )
}

interface CollectingProps {
  readonly run: number
  readonly onDismiss: () => void
}

function Collecting({ run, onDismiss }: CollectingProps) {
  const say = useWords(SOURCES)
  const sayRun = useWords(RUNS)
  const renew = useRenewSources()
  const { data } = useRun(run)
  return (
    <section aria-label={say.collecting} className={styles.progress}>
      <Link to="/runs/$id" params={{ id: `${run}` } as never}>
        {sayRun.open(run)}
      </Link>
      <div className={styles.grow}>
        <RunProgress key={run} run={run} onEnd={renew} />
        {data?.errorText && <p className={styles.bad}>{data.errorText}</p>}
      </div>
      <Button size="compact-xs" variant="subtle" onClick={onDismiss}>
        {say.dismiss}
      </Button>
    </section>
  )
}
