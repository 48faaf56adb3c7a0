import { Autocomplete, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSendEvents } from '../../api/use-event-files.ts'
import { useMetricNames } from '../../api/use-metrics.ts'
import { useWho } from '../../api/use-session.ts'
import { DropZone } from '../../ui/drop-zone.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './metrics.module.css'
import { METRICS } from './metrics-words.ts'
import { SentFile } from './sent-file.tsx'

const ACCEPTED = '.csv,.tsv,.txt,.json,.ndjson,.jsonl,.xlsx,.gz'

/** Sends files of events as they are dropped. */
export function SendEvents() {
  const say = useWords(METRICS)
  const names = useMetricNames()
  const { sent, send } = useSendEvents()
  const [source, setSource] = useState('')
  const [metric, setMetric] = useState('')
  const [mode, setMode] = useState<'strict' | 'lenient'>('strict')
  const [again, setAgain] = useState<'keep' | 'replace'>('keep')
  const [isUnnamed, setUnnamed] = useState(false)
  if (!useWho().permissions.includes('analyse')) return null
  const known = [...new Set((names.data?.items ?? []).map((each) => each.source))]
  const take = (files: File[]) => {
    const named = source.trim()
    setUnnamed(named === '')
    if (named === '') return
    const more = metric.trim() === '' ? {} : { default_metric: metric.trim() }
    void send(files, { source_name: named, mode, on_conflict: again, ...more })
  }
  return (
    <Panel title={say.upload} note={say.uploadNote} query={names} minHeight={220}>
      {() => (
        <>
          <div className={styles.fields}>
            <Autocomplete
              size="xs"
              label={say.source}
              placeholder={say.sourceHint}
              value={source}
              onChange={setSource}
              data={known.filter((name) => !/^muster(?::|$)/u.test(name))}
              error={isUnnamed && source.trim() === '' ? say.nameFirst : undefined}
              maxLength={120}
              required
            />
            <TextInput
              size="xs"
              label={say.defaultMetric}
              value={metric}
              maxLength={120}
              onChange={({ currentTarget }) => setMetric(currentTarget.value)}
            />
            <NativeSelect
              size="xs"
              label={say.faulty}
              value={mode}
              onChange={({ currentTarget: { value } }) =>
                setMode(value === 'lenient' ? 'lenient' : 'strict')
              }
              data={(['strict', 'lenient'] as const).map((value) => ({ value, label: say[value] }))}
            />
            <NativeSelect
              size="xs"
              label={say.again}
              value={again}
              onChange={({ currentTarget: { value } }) =>
                setAgain(value === 'replace' ? 'replace' : 'keep')
              }
              data={(['keep', 'replace'] as const).map((value) => ({ value, label: say[value] }))}
            />
          </div>
          <DropZone accept={ACCEPTED} onFiles={take}>
            {say.dropEvents}
          </DropZone>
          <ul className={styles.sent} aria-live="polite">
            {sent.map((file) => (
              <SentFile key={file.id} file={file} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}
