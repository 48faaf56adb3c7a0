import styles from './metrics.module.css'
import { SendEvents } from './send-events.tsx'
import { UploadsPanel } from './uploads-panel.tsx'

/** Files of events: sending them, and those that were taken in. */
export function EventFiles() {
  return (
    <div className={styles.stack}>
      <SendEvents />
      <UploadsPanel />
    </div>
  )
}
