import { NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import { download } from '../../api/download.ts'
import { useAbout } from '../../api/use-about.ts'
import { useAgeing } from '../../api/use-findings.ts'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { addDays } from '../../format/day.ts'
import { useFormat } from '../../format/use-format.ts'
import { ExportMenu } from '../../ui/export-menu.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { useWords } from '../../words/use-words.ts'
import { ageingChart } from './ageing-chart.ts'
import { type AgeingDay, ageingDays, meanFixOf } from './ageing-days.ts'
import { AGEING } from './ageing-words.ts'

const SPANS = ['14', '30', '90', '365']

/** How many findings stood, came and went day by day, and how long it took until they went. */
export function AgeingPanel() {
  const say = useWords(AGEING)
  const { number } = useFormat()
  const { filters, change } = useFilters()
  const today = useAbout().data?.today
  const span = SPANS.find((each) => each === filters.span) ?? '30'
  const { check, site } = filters
  const asked = {
    ...(today === undefined ? {} : { from: addDays(today, 1 - Number(span)), to: today }),
    ...(check ? { check } : {}),
    ...(site ? { site } : {}),
  }
  const query = useAgeing(asked)
  const whole = query.data?.items.filter(({ place }) => place === 'all') ?? []
  const fix = meanFixOf(whole)
  const went = whole.reduce((sum, { verified }) => sum + verified, 0)
  return (
    <Panel
      title={say.title}
      note={fix === null ? undefined : say.fixOf(number(fix, 1), number(went))}
      query={query}
      minHeight={320}
      empty={({ items }) => (items.length === 0 ? say.none : null)}
      actions={
        <>
          <NativeSelect
            size="xs"
            aria-label={say.span}
            value={span}
            data={SPANS.map((value) => ({ value, label: `${value} ${say.span.toLowerCase()}` }))}
            onChange={({ currentTarget }) => change({ span: currentTarget.value })}
          />
          <ExportMenu
            onExport={(format) => download('exportAgeing', { query: { ...asked, format } })}
          />
        </>
      }
    >
      {(ageing) => <AgeingChart days={ageingDays(ageing)} />}
    </Panel>
  )
}

function AgeingChart({ days }: { readonly days: readonly AgeingDay[] }) {
  const say = useWords(AGEING)
  const { day, number } = useFormat()
  const options = useMemo(
    () => ageingChart(days, { say, day: (each) => day(each, 'short') }),
    [days, say, day],
  )
  const written = (value: number | null, digits?: number) =>
    value === null ? '–' : number(value, digits)
  return (
    <ChartFrame
      label={say.label(day(days[0]?.day ?? ''), day(days.at(-1)?.day ?? ''))}
      options={options}
      height={260}
      twin={{
        columns: [
          say.day,
          say.standing,
          say.opened,
          say.verified,
          say.oldest,
          say.fix,
          say.notCompared,
        ],
        rows: days
          .toReversed()
          .map((each) => [
            day(each.day),
            ...[written(each.standing), written(each.opened), written(each.verified)],
            ...[written(each.oldestDays), written(each.meanFixDays, 1), number(each.notCompared)],
          ]),
      }}
    />
  )
}
