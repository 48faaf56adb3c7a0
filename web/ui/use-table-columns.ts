import { useLocalStorage } from '@mantine/hooks'
import {
  type ColumnVisibilityState,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { type ReactNode, useMemo } from 'react'
import { useWho } from '../api/use-session.ts'

/** A column of a table. */
export interface Column<Row> {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** In pixels; it may grow. */
  readonly width?: number
  readonly isNumber?: boolean
  /** The order the server knows it by; without it the column does not sort. */
  readonly sort?: string
  /** Not shown until somebody chooses it. */
  readonly isExtra?: boolean
}

const FEATURES = tableFeatures({ columnVisibilityFeature })
const NO_ROWS: never[] = []

/** The columns of a table that are shown, as this browser's person chose them. */
export function useTableColumns<Row>(label: string, columns: readonly Column<Row>[]) {
  const { name: person } = useWho()
  const usual = Object.fromEntries(columns.map(({ id, isExtra = false }) => [id, !isExtra]))
  const [chosen, choose] = useLocalStorage<ColumnVisibilityState>({
    key: `muster.columns.${person}.${label}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  const defined = useMemo(() => columns.map(({ id, title }) => ({ id, header: title })), [columns])
  const table = useTable({
    ...{ features: FEATURES, columns: defined, data: NO_ROWS },
    state: { columnVisibility: { ...usual, ...chosen } },
    onColumnVisibilityChange: (next) =>
      choose((before) => (typeof next === 'function' ? next({ ...usual, ...before }) : next)),
  })
  const byId = new Map(columns.map((column) => [column.id, column]))
  const visible = useMemo(
    () => columns.filter(({ id, isExtra = false }) => chosen[id] ?? !isExtra),
    [columns, chosen],
  )
  return {
    visible,
    all: table.getAllLeafColumns().map((column) => ({
      id: column.id,
      title: byId.get(column.id)?.title ?? column.id,
      isShown: column.getIsVisible(),
      toggle: () => column.toggleVisibility(),
    })),
  }
}

/** What there is to choose among. */
export type ChosenColumns = Pick<ReturnType<typeof useTableColumns>, 'all'>
