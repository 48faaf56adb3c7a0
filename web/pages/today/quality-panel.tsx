import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api/call.ts'
import { useQuality } from '../../api/use-today.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './today.module.css'
import { TODAY } from './today-words.ts'

const PARTS = ['completeness', 'consistency', 'uniqueness', 'validity'] as const

/** How good the inventory is: its grade, its parts, and how much of it is covered. */
export function QualityPanel() {
  const say = useWords(TODAY)
  const { day } = useFormat()
  const query = useQuality()
  return (
    <Panel
      title={say.quality}
      note={query.data && say.measuredOn(day(query.data.day))}
      query={query}
      minHeight={150}
      missing={say.notMeasured}
    >
      {(measured) => <Measured measured={measured} />}
    </Panel>
  )
}

function Measured({ measured }: { readonly measured: Answer<'analytics'> }) {
  const say = useWords(TODAY)
  const { data_quality: quality, predictions } = measured
  const { grade } = quality
  return (
    <div className={styles.quality}>
      <Link to="/quality" className={styles.grade} aria-label={`${say.grade} ${grade ?? '–'}`}>
        {grade ?? '–'}
      </Link>
      <dl className={styles.parts}>
        <Part name={say.score} percent={quality.score} />
        {PARTS.map((part) => (
          <Part key={part} name={say[part]} percent={quality[part]} />
        ))}
        <Part name={say.coverage} percent={predictions.coverage.percent} />
      </dl>
    </div>
  )
}

function Part({ name, percent }: { readonly name: string; readonly percent: number | null }) {
  const format = useFormat()
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className={styles.meter} aria-hidden>
          <span style={{ width: `${percent ?? 0}%` }} />
        </span>
        <span className={styles.percent}>{percent === null ? '–' : format.percent(percent)}</span>
      </dd>
    </div>
  )
}
