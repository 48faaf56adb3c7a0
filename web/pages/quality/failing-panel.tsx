import { Button } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'
import type { Answer } from '../../api/call.ts'
import { usePages } from '../../api/use-pages.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import type { Column } from '../../ui/use-table-columns.ts'
import { useWords } from '../../words/use-words.ts'
import { QUALITY } from './quality-words.ts'

type Failing = Answer<'failingRows'>['items'][number]

const MEASURES = ['completeness', 'consistency', 'uniqueness', 'validity'] as const

/** The rows that fail what the address names; nothing where it names nothing. */
export function FailingPanel() {
  const { filters } = useFilters()
  const measure = MEASURES.find((each) => each === filters.measure)
  if (measure === undefined) return null
  const { field, why, place } = filters
  return <Rows key={`${measure} ${field} ${why} ${place}`} measure={measure} />
}

function Rows({ measure }: { readonly measure: (typeof MEASURES)[number] }) {
  const say = useWords(QUALITY)
  const { filters, change } = useFilters()
  const { field, why, place } = filters
  const query = {
    measure,
    ...(field ? { field } : {}),
    ...(why ? { why } : {}),
    ...(place ? { place } : {}),
  }
  const { first, total, onSeen, rowAt } = usePages('failingRows', { query })
  const columns = useColumns()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  if (first === undefined) return null
  const name = field && isField(field) ? `${say[measure]}: ${say[field]}` : say[measure]
  const title = place ? say.failingAt(name, place) : name
  return (
    <div id="failing" ref={box} tabIndex={-1} style={{ outline: 'none' }}>
      <Panel
        title={say.failing}
        note={title}
        query={first}
        minHeight={260}
        empty={(list) => (list.total === 0 ? say.noneFail : null)}
        actions={
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => change({ measure: '', field: '', why: '', place: '' })}
          >
            {say.closeList}
          </Button>
        }
      >
        {() => (
          <DataTable label={say.failing} height="26rem" {...{ columns, total, rowAt, onSeen }} />
        )}
      </Panel>
    </div>
  )
}

const FIELDS = ['tag', 'building', 'inventory_number', 'user', 'serial'] as const

function isField(field: string): field is (typeof FIELDS)[number] {
  return FIELDS.some((each) => each === field)
}

function useColumns(): readonly Column<Failing>[] {
  const say = useWords(QUALITY)
  return useMemo(() => {
    const text = (id: 'tag' | 'serial' | 'user' | 'building' | 'municipality', width: number) => ({
      ...{ id, title: say[id], width },
      cell: (row: Failing) => row[id] ?? '–',
    })
    return [
      {
        id: 'computer',
        title: say.computer,
        width: 150,
        cell: ({ hostname, key }) => hostname ?? `OCS ${key}`,
      },
      {
        id: 'why',
        title: say.why,
        width: 260,
        cell: ({ whyText }) => <span title={whyText}>{whyText}</span>,
      },
      { id: 'stands', title: say.stands, width: 170, cell: ({ value }) => value ?? '–' },
      {
        ...{ id: 'number', title: say.inventory_number, width: 140 },
        cell: ({ inventoryNumber }) => inventoryNumber ?? '–',
      },
      ...[text('tag', 180), text('user', 110), text('building', 140), text('municipality', 120)],
      { ...text('serial', 140), isExtra: true },
    ]
  }, [say])
}
