import { Button, Group } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import type { Answer } from '../../api/call.ts'
import { useAbout } from '../../api/use-about.ts'
import { useDevice } from '../../api/use-devices.ts'
import { useFormat } from '../../format/use-format.ts'
import { DayNotKept } from '../../ui/day-not-kept.tsx'
import { DayPicker } from '../../ui/day-picker.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RestsOn } from '../../ui/rests-on.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { MACHINES } from '../../words/machine-words.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './device.module.css'
import type { Described, DeviceReading } from './device-reading.ts'
import { DEVICE } from './device-words.ts'
import { EvidencePanel } from './evidence-panel.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { TimelinePanel } from './timeline-panel.tsx'
import { ValuesPanel } from './values-panel.tsx'

/** One machine as of a day: what each source says, why its records are one, what changed, what was found. */
export function DevicePage() {
  const say = useWords(DEVICE)
  const { asOf: asOfWord } = useWords(MACHINES)
  const { filters, change } = useFilters()
  const { record = '' } = useParams({ strict: false }) as { record?: string } // by the path of the page
  const today = useAbout().data?.today
  const asOf = filters.asOf ?? ''
  const query = useDevice(record, asOf)
  const { data, error } = query
  const goTo = (day: string) => change({ asOf: day === today ? '' : day })
  return (
    <Page
      title={data?.kind === 'described' ? (nameOf(data) ?? record) : record}
      note={data && <PageNote answer={data} />}
      actions={
        <DayPicker
          {...{ label: asOfWord, value: asOf, max: today, usual: today }}
          onChange={goTo}
        />
      }
    >
      {data?.kind === 'described' ? (
        <DevicePanels query={query} device={data} asOf={asOf} />
      ) : (
        <Panel
          title={say.title}
          query={query}
          minHeight={300}
          missing={<DayNotKept problem={error} onGo={goTo} />}
        >
          {(answer) => answer.kind === 'not-listed' && <NotListed answer={answer} onGo={goTo} />}
        </Panel>
      )}
    </Page>
  )
}

function DevicePanels({ query, device, asOf }: DeviceReading & { readonly asOf: string }) {
  return (
    <div className={styles.grid}>
      <ValuesPanel query={query} device={device} />
      <EvidencePanel query={query} device={device} />
      <TimelinePanel device={device.deviceId} asOf={asOf} />
      <FindingsPanel device={device.deviceId} />
    </div>
  )
}

function PageNote({ answer }: { readonly answer: Answer<'getDevice'> }) {
  const say = useWords(DEVICE)
  const { day } = useFormat()
  const head = `${say.machine(answer.deviceId)} · ${day(answer.asOf)}`
  if (answer.kind === 'not-listed') return head
  const { mergedDevices, mergedLaterInto, restsOn } = answer
  return (
    <>
      {head} · <RestsOn restsOn={restsOn} />
      {mergedDevices.length > 0 && ` · ${say.mergedFrom(mergedDevices.join(', '))}`}
      {mergedLaterInto !== null && ` · ${say.mergedInto(mergedLaterInto)}`}
    </>
  )
}

interface NotListedProps {
  readonly answer: Extract<Answer<'getDevice'>, { kind: 'not-listed' }>
  readonly onGo: (day: string) => void
}

function NotListed({ answer: { asOf, before, after }, onGo }: NotListedProps) {
  const say = useWords(DEVICE)
  const { goTo } = useWords(MACHINES)
  const { day } = useFormat()
  return (
    <>
      <p>{say.notListed(day(asOf))}</p>
      <Group gap="xs">
        {[before, after].map(
          (near) =>
            near !== null && (
              <Button key={near} variant="default" size="compact-sm" onClick={() => onGo(near)}>
                {goTo(day(near))}
              </Button>
            ),
        )}
      </Group>
    </>
  )
}

function nameOf({ fields }: Described): string | null {
  for (const named of ['displayName', 'hostname']) {
    const found = fields.find(({ field }) => field === named)
    if (found?.kind === 'won' && typeof found.winner.value === 'string') return found.winner.value
  }
  return null
}
