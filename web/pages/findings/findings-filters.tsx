import { useChecks, useSiteNames } from '../../api/use-findings.ts'
import { useWho } from '../../api/use-session.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { STATES } from '../../words/state-words.ts'
import { UI } from '../../words/ui-words.ts'
import { useWords } from '../../words/use-words.ts'
import { FINDING_STATES, SEVERITIES } from './findings-filter.ts'
import { FINDINGS } from './findings-words.ts'

const OLDER = [6, 29, 89]

/** What the list is narrowed to; all of it stands in the address. */
export function FindingsFilters() {
  const say = useWords(FINDINGS)
  const ui = useWords(UI)
  const states = useWords(STATES)
  const { filters } = useFilters()
  const { name: me } = useWho()
  const checks = useChecks().data?.items ?? []
  const sites = useSiteNames().data?.items ?? []
  const choice = (name: string, label: string, options: readonly Option[]) => ({
    ...({ kind: 'choice', name, label } as const),
    options: withPresent(options, filters[name]),
  })
  return (
    <FilterBar
      filters={[
        { kind: 'search', name: 'text', label: say.text },
        choice(
          'check',
          say.check,
          checks.map(({ code, title }) => ({ value: code, label: title })),
        ),
        choice(
          'severity',
          say.severity,
          SEVERITIES.map((each) => ({ value: each, label: ui[each] })),
        ),
        {
          ...choice('state', say.state, [
            ...FINDING_STATES.map((each) => ({ value: each, label: states[each] })),
            { value: 'all', label: say.everyState },
          ]),
          all: say.workStates,
        },
        choice(
          'site',
          say.site,
          sites.map(({ name }) => ({ value: name, label: name })),
        ),
        choice('owner', say.owner, [
          { value: 'none', label: say.nobody },
          { value: me, label: say.mine },
        ]),
        choice(
          'olderThan',
          say.standing,
          OLDER.map((days) => ({ value: `${days}`, label: say.longer(days) })),
        ),
        ...(filters.newerThan === undefined
          ? []
          : [
              choice('newerThan', say.fewer, [
                { value: filters.newerThan, label: say.shorter(Number(filters.newerThan)) },
              ]),
            ]),
      ]}
    />
  )
}

interface Option {
  readonly value: string
  readonly label: string
}

/** An address may ask for more than there is to choose: `critical,high`, a municipality, 13 days. */
function withPresent(options: readonly Option[], present: string | undefined): readonly Option[] {
  if (!present || options.some(({ value }) => value === present)) return options
  const named = present.split(',').map((each) => {
    return options.find(({ value }) => value === each)?.label ?? each
  })
  return [...options, { value: present, label: named.join(', ') }]
}
