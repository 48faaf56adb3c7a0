import { ActionIcon, Group, NativeSelect } from '@mantine/core'
import { useAbout } from '../../../api/use-about.ts'
import { useLedger } from '../../../api/use-sources.ts'
import { addDays } from '../../../format/day.ts'
import { useFormat } from '../../../format/use-format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useFilters } from '../../../ui/use-filters.ts'
import { useWords } from '../../../words/use-words.ts'
import { LedgerGrid } from './ledger-grid.tsx'
import { LedgerLegend } from './ledger-legend.tsx'
import { LEDGER } from './ledger-words.ts'

const SPANS = [14, 28, 56, 182]
const USUAL = 28

/** The ledger: every source on every day. */
export function LedgerPanel() {
  const say = useWords(LEDGER)
  const { day } = useFormat()
  const { filters } = useFilters()
  const today = useAbout().data?.today ?? ''
  const to = filters.until ?? today
  const days = Number(filters.days) || USUAL
  const from = to === '' ? '' : addDays(to, 1 - days)
  const query = useLedger({ from, to })
  const { data } = query
  return (
    <Panel
      title={say.title}
      note={data && `${day(data.from)} – ${day(data.to)}`}
      actions={<SpanChoice days={days} until={to} today={today} />}
      query={query}
      minHeight={220}
      empty={({ sources }) => (sources.length === 0 ? say.none : null)}
    >
      {(ledger) => (
        <>
          <LedgerGrid key={`${ledger.from} ${ledger.to}`} ledger={ledger} />
          <LedgerLegend />
        </>
      )}
    </Panel>
  )
}

interface SpanChoiceProps {
  readonly days: number
  readonly until: string
  readonly today: string
}

function SpanChoice({ days, until, today }: SpanChoiceProps) {
  const say = useWords(LEDGER)
  const { change } = useFilters()
  const move = (by: number) => {
    const next = addDays(until, by)
    change({ until: next >= today ? undefined : next })
  }
  return (
    <Group gap={6} wrap="nowrap">
      <ActionIcon
        variant="default"
        size={26}
        aria-label={say.earlier}
        disabled={until === ''}
        onClick={() => move(-days)}
      >
        <Icon name="left" size={14} />
      </ActionIcon>
      <NativeSelect
        size="xs"
        aria-label={say.span}
        value={`${days}`}
        onChange={({ currentTarget }) => change({ days: currentTarget.value })}
        data={[...new Set([...SPANS, days])].map((span) => ({
          value: `${span}`,
          label: say.spanOf(span),
        }))}
      />
      <ActionIcon
        variant="default"
        size={26}
        aria-label={say.later}
        disabled={until >= today}
        onClick={() => move(days)}
      >
        <Icon name="right" size={14} />
      </ActionIcon>
    </Group>
  )
}
