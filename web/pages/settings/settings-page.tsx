import { useWho } from '../../api/use-session.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/use-words.ts'
import { TokensPanel } from '../access/tokens-panel.tsx'
import { ConfigurationPanel } from './configuration-panel.tsx'
import { HealthPanel } from './health-panel.tsx'
import { InstallationPanel } from './installation-panel.tsx'
import styles from './settings.module.css'
import { SETTINGS } from './settings-words.ts'
import { TimetablePanel } from './timetable-panel.tsx'
import { YouPanel } from './you-panel.tsx'

/** How one sees it, what this installation is, how it does, and what it goes by. */
export function SettingsPage() {
  const say = useWords(SETTINGS)
  const mayAdminister = useWho().permissions.includes('administer')
  return (
    <Page title={say.title}>
      <div className={styles.grid}>
        <YouPanel />
        <InstallationPanel />
        <HealthPanel />
      </div>
      <TimetablePanel />
      {mayAdminister ? <ConfigurationPanel /> : <TokensPanel />}
    </Page>
  )
}
