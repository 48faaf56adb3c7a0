import { useEffect } from 'react'
import { useAbout } from '../../api/use-about.ts'
import { useSiteNames } from '../../api/use-findings.ts'
import { useRoute } from '../../api/use-route.ts'
import { DayPicker } from '../../ui/day-picker.tsx'
import { type Filter, FilterBar } from '../../ui/filter-bar.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { MACHINE_KINDS, MACHINES, sourceName } from '../../words/machine-words.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './devices.module.css'
import { NO_SITE } from './devices-query.ts'
import { DEVICES } from './devices-words.ts'

/** What the list is narrowed to, and of which day everything on the page is. */
export function DevicesFilters() {
  const { asOf: asOfWord } = useWords(MACHINES)
  const { filters, change } = useFilters()
  const today = useAbout().data?.today
  const isSpare = filters.spare === 'true'
  useEffect(() => {
    if (isSpare) change({ spare: undefined, class: 'spare' })
  }, [isSpare, change])
  return (
    <div className={styles.filters}>
      <DayPicker
        label={asOfWord}
        value={filters.asOf ?? ''}
        max={today}
        usual={today}
        onChange={(asOf) => change({ asOf: asOf === today ? '' : asOf })}
      />
      <FilterBar filters={useDeviceFilters()} />
    </div>
  )
}

function useDeviceFilters(): readonly Filter[] {
  const say = useWords(DEVICES)
  const machines = useWords(MACHINES)
  const kinds = useWords(MACHINE_KINDS)
  const sites = useSiteNames().data?.items ?? []
  const days = useRoute('listDays').data
  const named = (['server', 'workstation', 'other', 'spare'] as const).map((kind) => ({
    ...{ value: kind, label: kinds[kind] },
  }))
  return [
    { kind: 'search', name: 'text', label: say.search },
    {
      ...{ kind: 'choice', name: 'site', label: machines.site },
      options: [
        ...sites.map(({ name }) => ({ value: name, label: name })),
        { value: NO_SITE, label: machines.noSite },
      ],
    },
    {
      ...{ kind: 'choice', name: 'source', label: machines.source },
      options: (days?.sources ?? []).map((source) => ({
        ...{ value: source, label: sourceName(source) },
      })),
    },
    { kind: 'choice', name: 'class', label: machines.kind, options: named },
    {
      ...{ kind: 'choice', name: 'billable', label: say.billing },
      options: [
        { value: 'true', label: say.billable },
        { value: 'false', label: say.notBillable },
      ],
    },
    {
      ...{ kind: 'choice', name: 'distinct', label: say.records, all: say.everyRecord },
      options: [{ value: 'true', label: say.once }],
    },
  ]
}
