import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { MACHINE_FIELDS, sourceName } from '../../words/machine-words.ts'
import { useWords } from '../../words/use-words.ts'
import { worded } from '../../words/worded.ts'
import styles from './device.module.css'
import type { Described, DeviceReading } from './device-reading.ts'
import { DEVICE } from './device-words.ts'
import { ValueCell } from './value-cell.tsx'

type Field = Described['fields'][number]

/** Every source's values side by side: which one stands for the machine and by what rule. */
export function ValuesPanel({ query, device }: DeviceReading) {
  const say = useWords(DEVICE)
  return (
    <Panel title={say.values} note={say.valuesNote(device.yieldsAfter)} query={query}>
      {() => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className={styles.scroll} tabIndex={0} aria-label={say.valuesBySource}>
          <table className={styles.values}>
            <thead>
              <tr>
                <th scope="col">{say.field}</th>
                {device.records.map((record) => (
                  <th scope="col" key={record.ref}>
                    <RecordHead record={record} />
                  </th>
                ))}
                <th scope="col">{say.rule}</th>
              </tr>
            </thead>
            <tbody>
              {device.fields.map((field) => (
                <FieldRow key={field.field} field={field} records={device.records} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  )
}

function RecordHead({ record }: { readonly record: Described['records'][number] }) {
  const { ref, source } = record
  return (
    <>
      {sourceName(source)} <code className={styles.ref}>{ref.slice(source.length + 1)}</code>
      <span className={styles.small}>
        <Heard record={record} />
      </span>
    </>
  )
}

function Heard({ record }: { readonly record: Described['records'][number] }) {
  const say = useWords(DEVICE)
  const { instant } = useFormat()
  const { heard, lastContact } = record
  if (heard.kind === 'not-kept') return say.silenceNotKept
  if (heard.kind === 'silent') return say.quiet(heard.days ?? 0)
  return lastContact === null ? say.unheard : say.heardAt(instant(lastContact))
}

interface FieldRowProps {
  readonly field: Field
  readonly records: Described['records']
}

function FieldRow({ field, records }: FieldRowProps) {
  const say = useWords(DEVICE)
  const fields = useWords(MACHINE_FIELDS)
  return (
    <tr>
      <th scope="row">{worded(fields, field.field)}</th>
      {records.map(({ ref }) => (
        <ValueCell key={ref} field={field} of={ref} />
      ))}
      <td className={styles.dim}>
        {field.kind === 'won'
          ? say[field.losers.length === 0 ? 'only' : field.rule]
          : field.kind === 'not-kept'
            ? say.notKept
            : say.nothingSaid}
      </td>
    </tr>
  )
}
