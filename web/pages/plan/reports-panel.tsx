import { Button } from '@mantine/core'
import { download } from '../../api/download.ts'
import { useReports } from '../../api/use-plans.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './plan.module.css'
import { DEEDS } from './plan-words.ts'

/** The report workbooks on a plan, to be downloaded. */
export function ReportsPanel({ id }: { readonly id: number }) {
  const say = useWords(DEEDS)
  const { bytes, instant } = useFormat()
  const query = useReports()
  const isOfPlan = new RegExp(`^muster-P${id}\\b`, 'u')
  const ofPlan = query.data?.items.filter(({ name }) => isOfPlan.test(name)) ?? []
  return (
    <Panel
      title={say.reports}
      query={query}
      minHeight={90}
      empty={() => (ofPlan.length === 0 ? say.noReports : null)}
    >
      {() => (
        <ul className={styles.list}>
          {ofPlan.map(({ name, bytes: size, modifiedAt }) => (
            <li key={name}>
              <Button
                variant="transparent"
                size="compact-sm"
                px={0}
                onClick={() => void download('downloadReport', { params: { name } })}
              >
                {name}
              </Button>{' '}
              <span className={styles.dim}>
                {bytes(size)}, {instant(modifiedAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
