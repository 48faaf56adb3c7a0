import { Checkbox } from '@mantine/core'
import type { Finding } from '../../api/use-findings.ts'
import { useFormat } from '../../format/use-format.ts'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import type { Column } from '../../ui/use-table-columns.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './findings.module.css'
import { FINDINGS } from './findings-words.ts'
import type { Selection } from './use-selection.ts'

/** The columns of the list. */
export function useFindingColumns(
  selection: Pick<Selection, 'has' | 'toggle'>,
  titleOf: (check: string) => string,
): readonly Column<Finding>[] {
  const say = useWords(FINDINGS)
  const { number, day } = useFormat()
  return [
    {
      ...{ id: 'select', title: '✓', width: 44 },
      cell: ({ id, ref }) => (
        <Checkbox
          size="xs"
          aria-label={say.selectThis(ref)}
          checked={selection.has(id)}
          onClick={(event) => event.stopPropagation()}
          onChange={() => selection.toggle(id)}
        />
      ),
    },
    {
      ...{ id: 'severity', title: say.severity, width: 84, sort: 'severity' },
      cell: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    {
      ...{ id: 'name', title: say.what, width: 140, sort: 'name' },
      cell: ({ name, subject }) => <strong className={styles.what}>{name ?? subject}</strong>,
    },
    {
      ...{ id: 'check', title: say.check, width: 160, sort: 'check' },
      cell: ({ check }) => titleOf(check),
    },
    {
      ...{ id: 'state', title: say.state, width: 100 },
      cell: ({ state }) => <StateBadge state={state} />,
    },
    {
      ...{ id: 'site', title: say.site, width: 100, sort: 'site' },
      cell: ({ site, municipality, building }) =>
        site ?? municipality ?? building ?? <span className={styles.dim}>{say.noSite}</span>,
    },
    {
      ...{ id: 'age', title: say.age, width: 52, isNumber: true, sort: 'age' },
      cell: ({ ageDays }) => number(ageDays),
    },
    {
      ...{ id: 'owner', title: say.owner, width: 90, sort: 'owner' },
      cell: ({ owner }) => owner ?? <span className={styles.dim}>–</span>,
    },
    { id: 'ref', title: say.ref, width: 70, isExtra: true, cell: ({ ref }) => ref },
    { id: 'note', title: say.note, width: 160, isExtra: true, cell: ({ note }) => note ?? '' },
    {
      ...{ id: 'firstSeen', title: say.firstSeen, width: 110, isExtra: true },
      cell: ({ firstSeen }) => day(firstSeen),
    },
  ]
}
