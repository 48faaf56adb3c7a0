import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './device.module.css'
import type { DeviceReading } from './device-reading.ts'
import { DEVICE } from './device-words.ts'
import { LinkedItem, LostItem, SaidItem } from './evidence-items.tsx'

/** Why the records are one machine, why the nearest other one is not of it, and what people said. */
export function EvidencePanel({ query, device }: DeviceReading) {
  const say = useWords(DEVICE)
  const { records, decisions } = device.story
  const linked = onceEach(records.filter(({ rule, through }) => rule !== null && through !== null))
  const lost = records.filter((record) => record.lost !== null)
  return (
    <Panel title={say.evidence} query={query}>
      {() => (
        <div className={styles.story}>
          <h3>{say.why}</h3>
          {linked.length === 0 && <p className={styles.dim}>{say.alone}</p>}
          <ul>
            {linked.map((record) => (
              <LinkedItem key={record.ref} record={record} />
            ))}
          </ul>
          <h3>{say.whyNot}</h3>
          {lost.length === 0 && <p className={styles.dim}>{say.noNearer}</p>}
          <ul>
            {lost.map((record) => (
              <LostItem key={record.ref} record={record} />
            ))}
          </ul>
          {decisions.length > 0 && <h3>{say.said}</h3>}
          <ul>
            {decisions.map((decision) => (
              <SaidItem key={`${decision.one} ${decision.other}`} decision={decision} />
            ))}
          </ul>
        </div>
      )}
    </Panel>
  )
}

type Linked = DeviceReading['device']['story']['records']

/** Of two records that were linked through each other, the first alone. */
function onceEach(records: Linked): Linked {
  return records.filter(
    ({ ref, through }, at) =>
      !records.some(
        (other, before) => before < at && other.ref === through && other.through === ref,
      ),
  )
}
