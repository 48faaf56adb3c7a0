import { Button } from '@mantine/core'
import { useTodayRefresh } from '../../api/use-today.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/use-words.ts'
import { ChangesPanel } from './changes-panel.tsx'
import { CountsPanel } from './counts-panel.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { FreshnessPanel } from './freshness-panel.tsx'
import { PageAge } from './page-age.tsx'
import { QualityPanel } from './quality-panel.tsx'
import styles from './today.module.css'
import { TODAY } from './today-words.ts'
import { WaitingPanel } from './waiting-panel.tsx'

/** What one looks at first: how many devices, how fresh, what disagrees, what changed, what waits. */
export function TodayPage() {
  const say = useWords(TODAY)
  const { listening, renew } = useTodayRefresh()
  return (
    <Page
      title={say.title}
      note={<PageAge listening={listening} />}
      actions={
        <Button variant="default" size="compact-sm" onClick={renew}>
          {say.refresh}
        </Button>
      }
    >
      <CountsPanel />
      <div className={styles.grid}>
        <WaitingPanel />
        <FindingsPanel />
        <FreshnessPanel />
        <ChangesPanel />
        <QualityPanel />
      </div>
    </Page>
  )
}
