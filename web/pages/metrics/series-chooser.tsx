import { Button, Group, NativeSelect, Select } from '@mantine/core'
import { useSiteNames } from '../../api/use-metrics.ts'
import { addDays } from '../../format/day.ts'
import { DayPicker } from '../../ui/day-picker.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './metrics.module.css'
import { METRICS } from './metrics-words.ts'
import { AGGREGATIONS, type ChosenSeries } from './use-chosen-series.ts'

const SITE = 'muster:'
const PRESETS = [30, 90, 365] as const

/** Chooses the series, its days and the figure of a day. */
export function SeriesChooser({ chosen }: { readonly chosen: ChosenSeries }) {
  const say = useWords(METRICS)
  const { filters, change } = useFilters()
  const { series, agg, metrics } = chosen
  return (
    <search aria-label={say.series} className={styles.chooser}>
      <SourceSelect chosen={chosen} />
      <Select
        size="xs"
        searchable
        label={say.metric}
        value={series.metric === '' ? null : series.metric}
        data={[...new Set([...metrics.map(({ metric }) => metric), series.metric])].filter(Boolean)}
        nothingFoundMessage={say.nothingFound}
        onChange={(metric) => metric && change({ metric, source: series.source })}
        allowDeselect={false}
      />
      <NativeSelect
        size="xs"
        label={say.figure}
        value={agg}
        onChange={({ currentTarget }) =>
          change({ agg: currentTarget.value === 'sum' ? '' : currentTarget.value })
        }
        data={AGGREGATIONS.map((value) => ({ value, label: say[value] }))}
      />
      <RangeButtons chosen={chosen} />
      <DayPicker
        label={say.from}
        value={filters.from ?? ''}
        max={filters.to}
        onChange={(from) => change({ from })}
      />
      <DayPicker
        label={say.to}
        value={filters.to ?? ''}
        min={filters.from}
        onChange={(to) => change({ to })}
      />
    </search>
  )
}

function SourceSelect({ chosen: { all, series } }: { readonly chosen: ChosenSeries }) {
  const say = useWords(METRICS)
  const { change } = useFilters()
  const sites = useSiteNames().data?.items ?? []
  const known = new Set((all.data?.items ?? []).map(({ source }) => source))
  if (series.source !== '') known.add(series.source)
  const siteSources = new Set(sites.map(({ name }) => `${SITE}${name}`))
  const plain = [...known].filter((source) => !source.startsWith(SITE))
  for (const source of known) if (source.startsWith(SITE)) siteSources.add(source)
  const groups = [
    { group: say.sources, items: plain.map((value) => ({ value, label: value })) },
    {
      group: say.sites,
      items: [...siteSources].map((value) => ({
        value,
        label: say.site(value.slice(SITE.length)),
      })),
    },
  ]
  return (
    <Select
      size="xs"
      searchable
      label={say.source}
      value={series.source === '' ? null : series.source}
      data={groups.filter(({ items }) => items.length > 0)}
      nothingFoundMessage={say.nothingFound}
      onChange={(source) => source && change({ source, metric: '' })}
      allowDeselect={false}
    />
  )
}

function RangeButtons({ chosen: { known } }: { readonly chosen: ChosenSeries }) {
  const say = useWords(METRICS)
  const { filters, change } = useFilters()
  const last = known?.last
  const ranges = [
    ...PRESETS.map((days) => ({
      name: say[`range${days}`],
      from: last === undefined ? '' : addDays(last, 1 - days),
    })),
    { name: say.rangeAll, from: '' },
  ]
  return (
    <Group gap={0} role="group" aria-label={say.range} className={styles.ranges} wrap="nowrap">
      {ranges.map(({ name, from }) => {
        const isOn = (filters.from ?? '') === from && !filters.to
        return (
          <Button
            key={name}
            size="xs"
            variant={isOn ? 'light' : 'default'}
            aria-pressed={isOn}
            disabled={last === undefined}
            onClick={() => change({ from, to: '' })}
          >
            {name}
          </Button>
        )
      })}
    </Group>
  )
}
