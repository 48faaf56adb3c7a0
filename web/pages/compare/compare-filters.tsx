import { useAbout } from '../../api/use-about.ts'
import { useSiteNames } from '../../api/use-findings.ts'
import { DayPicker } from '../../ui/day-picker.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { MACHINES } from '../../words/machine-words.ts'
import { useWords } from '../../words/use-words.ts'
import { NO_SITE } from '../devices/devices-query.ts'
import { FIGURES } from './bridge-steps.ts'
import styles from './compare.module.css'
import { COMPARE } from './compare-words.ts'
import type { Compared } from './use-compared.ts'

/** Which two days, which figure and which place. */
export function CompareFilters({ compared: { from, to, usual } }: { readonly compared: Compared }) {
  const say = useWords(COMPARE)
  const machines = useWords(MACHINES)
  const { change } = useFilters()
  const today = useAbout().data?.today
  const sites = useSiteNames().data?.items ?? []
  return (
    <div className={styles.filters}>
      <DayPicker
        {...{ label: say.from, value: from, max: to, usual: usual.from }}
        onChange={(day) => change({ from: day })}
      />
      <DayPicker
        {...{ label: say.to, value: to, min: from, max: today, usual: usual.to }}
        onChange={(day) => change({ to: day })}
      />
      <FilterBar
        filters={[
          {
            ...{ kind: 'choice', name: 'measure', label: say.measure, all: say.total },
            options: FIGURES.filter((each) => each !== 'total').map((each) => ({
              ...{ value: each, label: say[each] },
            })),
          },
          {
            ...{ kind: 'choice', name: 'site', label: machines.site },
            options: [
              ...sites.map(({ name }) => ({ value: name, label: name })),
              { value: NO_SITE, label: machines.noSite },
            ],
          },
        ]}
      />
    </div>
  )
}
