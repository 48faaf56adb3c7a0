import { useAbout } from '../../api/use-about.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './settings.module.css'
import { PARTS, SETTINGS } from './settings-words.ts'

type Part = keyof typeof PARTS
const NAMES = Object.keys(PARTS) as Part[]

/** What this installation is, and which of its parts are set up. */
export function InstallationPanel() {
  const say = useWords(SETTINGS)
  const parts = useWords(PARTS)
  const { day } = useFormat()
  const query = useAbout()
  return (
    <Panel title={say.installation} query={query} minHeight={170}>
      {({ version, timeZone, today, has }) => {
        const listed = (isSetUp: boolean) =>
          NAMES.filter((name) => has[name] === isSetUp)
            .map((name) => parts[name])
            .join(', ') || say.none
        const pairs = [
          [say.version, version],
          [say.timeZone, timeZone],
          [say.today, day(today)],
          [say.parts, listed(true)],
          [say.notSetUp, listed(false)],
        ]
        return (
          <dl className={styles.pairs}>
            {pairs.map(([term, told]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{told}</dd>
              </div>
            ))}
          </dl>
        )
      }}
    </Panel>
  )
}
