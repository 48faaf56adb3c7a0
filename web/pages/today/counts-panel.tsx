import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api/call.ts'
import { useCounts } from '../../api/use-today.ts'
import { useFormat } from '../../format/use-format.ts'
import { Count } from '../../ui/count.tsx'
import { Delta } from '../../ui/delta.tsx'
import { Explain } from '../../ui/explain.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './today.module.css'
import { TODAY } from './today-words.ts'

/** The figures, and what narrows the list of devices to those each of them counts. */
const FIGURES = [
  { name: 'total_devices', search: {} },
  { name: 'servers', search: { class: 'server' } },
  { name: 'workstations', search: { class: 'workstation' } },
  { name: 'spare_devices', search: { spare: 'true' } },
  { name: 'billable_devices', search: { billable: 'true' } },
  { name: 'ninja_devices', search: { source: 'ninjaone' } },
  { name: 'threatlocker_devices', search: { source: 'threatlocker' } },
  { name: 'distinct_devices', search: { distinct: 'true' } },
] as const

/** The seven counts and the distinct machines, each against the last month-end. */
export function CountsPanel() {
  const say = useWords(TODAY)
  const { day } = useFormat()
  const query = useCounts()
  const { data } = query
  const monthEnd = data?.last_month_end_date ?? null
  const counted = data ? day(data.counted_on) : ''
  return (
    <Panel
      title={say.counts}
      note={data && (monthEnd === null ? say.alone(counted) : say.against(counted, day(monthEnd)))}
      query={query}
      minHeight={112}
      narrowHeight={390}
      missing={say.notCounted}
      empty={({ totals }) => (totals === null ? say.notCounted : null)}
    >
      {(counts) => <Counts counts={counts} />}
    </Panel>
  )
}

function Counts({ counts: { totals, changes } }: { readonly counts: Answer<'countDevices'> }) {
  const say = useWords(TODAY)
  return (
    <div className={styles.counts}>
      {FIGURES.map(({ name, search }) => (
        <div key={name} className={styles.count} data-figure={name}>
          <Count
            label={name === 'distinct_devices' ? <Distinct /> : say[name]}
            value={totals?.[name] ?? null}
            link={(number) => (
              <Link to="/devices" search={search as never} className="plain-link">
                {number}
              </Link>
            )}
          >
            <Delta
              isNeutral
              change={changes?.[name].change ?? null}
              percent={changes?.[name].change_percent ?? null}
            />
          </Count>
        </div>
      ))}
    </div>
  )
}

function Distinct() {
  const say = useWords(TODAY)
  return (
    <span className={styles.withWhy}>
      {say.distinct_devices} <Explain what={say.distinct_devices}>{say.distinctWhy}</Explain>
    </span>
  )
}
