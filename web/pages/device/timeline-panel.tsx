import type { Answer } from '../../api/call.ts'
import { useDeviceTimeline } from '../../api/use-devices.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { MACHINE_FIELDS } from '../../words/machine-words.ts'
import { useWords } from '../../words/use-words.ts'
import { worded } from '../../words/worded.ts'
import styles from './device.module.css'
import { DEVICE } from './device-words.ts'
import { FieldValue } from './field-value.tsx'

type Entry = Answer<'deviceTimeline'>['items'][number]

/** What its records said anew, day by day. */
export function TimelinePanel({
  device,
  asOf,
}: {
  readonly device: number
  readonly asOf: string
}) {
  const say = useWords(DEVICE)
  const { number, day } = useFormat()
  const query = useDeviceTimeline(device, asOf)
  return (
    <Panel
      title={say.timeline}
      note={query.data && say.timelineNote(number(query.data.total))}
      query={query}
    >
      {({ items }) => (
        <ol className={styles.timeline}>
          {[...Map.groupBy(items, (entry) => entry.day)].map(([on, entries]) => (
            <li key={on}>
              <time dateTime={on}>{day(on)}</time>
              <ul>
                {entries.map((entry) => (
                  <EntryItem key={entry.ref} entry={entry} />
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

function EntryItem({ entry: { ref, kind, changes } }: { readonly entry: Entry }) {
  const say = useWords(DEVICE)
  const fields = useWords(MACHINE_FIELDS)
  return (
    <li>
      <code className={styles.ref}>{ref}</code> {kind !== 'changed' && say[kind]}
      {changes.map(({ field, before, after }) => (
        <span key={field} className={styles.change}>
          <span className={styles.dim}>{worded(fields, field)}:</span>{' '}
          <FieldValue field={field} value={before} /> →{' '}
          <strong>
            <FieldValue field={field} value={after} />
          </strong>
        </span>
      ))}
    </li>
  )
}
