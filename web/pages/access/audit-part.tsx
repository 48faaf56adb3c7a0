import { Button, Group } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Answer } from '../../api/call.ts'
import { download } from '../../api/download.ts'
import { usePages } from '../../api/use-pages.ts'
import { useFormat } from '../../format/use-format.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import type { Column } from '../../ui/use-table-columns.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './access.module.css'
import { ACCESS, ACTIONS, AREAS } from './access-words.ts'
import { AuditCheck } from './audit-check.tsx'

type Entry = Answer<'listAudit'>['items'][number]
type Area = keyof typeof AREAS

/** Who did what, filtered, and whether nothing of it was altered. */
export function AuditPart() {
  const say = useWords(ACCESS)
  const areas = useWords(AREAS)
  const { filters } = useFilters()
  const [isChecked, setChecked] = useState(false)
  const query = { area: filters.area, text: filters.text }
  const pages = usePages('listAudit', { query })
  const columns = useAuditColumns()
  const options = (Object.keys(AREAS) as Area[]).map((value) => ({ value, label: areas[value] }))
  return (
    <>
      {isChecked && <AuditCheck />}
      <div className={styles.filters}>
        <FilterBar
          filters={[
            { kind: 'search', name: 'text', label: say.textFilter },
            { kind: 'choice', name: 'area', label: say.area, options },
          ]}
        />
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={() => setChecked(true)}>
            {say.verify}
          </Button>
          <Button
            variant="default"
            size="xs"
            onClick={() => void download('exportAudit', { query: { ...query, format: 'csv' } })}
          >
            {say.export}
          </Button>
        </Group>
      </div>
      <Panel title={say.audit} query={pages.first} minHeight={320}>
        {() => (
          <DataTable<Entry>
            label={say.entries}
            columns={columns}
            total={pages.total}
            rowAt={pages.rowAt}
            onSeen={pages.onSeen}
          />
        )}
      </Panel>
    </>
  )
}

function useAuditColumns(): readonly Column<Entry>[] {
  const say = useWords(ACCESS)
  const actions = useWords(ACTIONS)
  const { instant, number } = useFormat()
  return useMemo(
    () => [
      { id: 'n', title: '#', width: 56, isNumber: true, cell: ({ n }) => number(n) },
      { id: 'at', title: say.when, width: 170, cell: ({ at }) => instant(at) },
      { id: 'actor', title: say.who, width: 130, cell: ({ actor }) => actor },
      {
        id: 'action',
        title: say.what,
        width: 220,
        cell: ({ action }) =>
          Object.hasOwn(ACTIONS, action) ? actions[action as keyof typeof ACTIONS] : action,
      },
      { id: 'about', title: say.about, width: 150, cell: ({ about }) => about },
      {
        id: 'details',
        title: say.details,
        width: 300,
        cell: ({ details }) => toldDetails(details),
      },
    ],
    [say, actions, instant, number],
  )
}

/** @example toldDetails({ role: 'viewer', sites: null }) // => 'role viewer' */
function toldDetails(details: Entry['details']): string {
  return Object.entries(details)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ')
}
