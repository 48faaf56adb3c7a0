import type { Analysis } from './analysis.ts'

/** The figures of `GET /api/dashboard-stats`. */
export interface DashboardStats {
  readonly total: number
  readonly with_tag: number
  readonly without_tag: number
  readonly virtual_machines: number
  /** Devices whose inventory number is blank or a placeholder. */
  readonly empty_inventory: number
  /** Devices by building, as far as it is known. */
  readonly buildings: Readonly<Record<string, number>>
}

/** The figures a dashboard opens with. */
export function dashboardStats({
  totals,
  distribution,
}: Pick<Analysis, 'totals' | 'distribution'>): DashboardStats {
  const { devices, withTag, virtualMachines, emptyInventory } = totals
  return {
    total: devices,
    with_tag: withTag,
    without_tag: devices - withTag,
    virtual_machines: virtualMachines,
    empty_inventory: emptyInventory,
    buildings: Object.fromEntries(distribution.buildings.map(({ name, count }) => [name, count])),
  }
}
