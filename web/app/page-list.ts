import type { ReactElement } from 'react'
import type { Permission } from '../../src/contract/permission.ts'
import type { IconName } from '../ui/icon.tsx'
import type { SHELL } from '../words/shell-words.ts'

/** A page: where it is, what it is called, who may see it, and where its code lies. */
export interface PageEntry {
  /** As the router writes it: `/devices/$record`. */
  readonly path: string
  readonly word: keyof typeof SHELL
  readonly needs: Permission
  /** In the navigation, under a heading; pages that are opened from others have none. */
  readonly nav?: { readonly icon: IconName; readonly group: 'look' | 'act' | 'measure' | 'manage' }
  readonly load: () => Promise<() => ReactElement>
}

/** Every page, in the order of the navigation. A page is loaded when it is first opened. */
export const PAGES: readonly PageEntry[] = [
  {
    ...{ path: '/', word: 'today', needs: 'read', nav: { icon: 'today', group: 'look' } },
    load: () => import('../pages/today/today-page.tsx').then((file) => file.TodayPage),
  },
  {
    ...{
      path: '/devices',
      word: 'devices',
      needs: 'read',
      nav: { icon: 'devices', group: 'look' },
    },
    load: () => import('../pages/devices/devices-page.tsx').then((file) => file.DevicesPage),
  },
  {
    ...{ path: '/devices/$record', word: 'device', needs: 'read' },
    load: () => import('../pages/device/device-page.tsx').then((file) => file.DevicePage),
  },
  {
    ...{
      path: '/compare',
      word: 'compare',
      needs: 'read',
      nav: { icon: 'compare', group: 'look' },
    },
    load: () => import('../pages/compare/compare-page.tsx').then((file) => file.ComparePage),
  },
  {
    ...{
      path: '/findings',
      word: 'findings',
      needs: 'read',
      nav: { icon: 'findings', group: 'act' },
    },
    load: () => import('../pages/findings/findings-page.tsx').then((file) => file.FindingsPage),
  },
  {
    ...{ path: '/plans', word: 'plans', needs: 'read', nav: { icon: 'plans', group: 'act' } },
    load: () => import('../pages/plans/plans-page.tsx').then((file) => file.PlansPage),
  },
  {
    ...{ path: '/plans/$id', word: 'plan', needs: 'read' },
    load: () => import('../pages/plan/plan-page.tsx').then((file) => file.PlanPage),
  },
  {
    ...{ path: '/sources', word: 'sources', needs: 'read', nav: { icon: 'sources', group: 'act' } },
    load: () => import('../pages/sources/sources-page.tsx').then((file) => file.SourcesPage),
  },
  {
    ...{
      path: '/metrics',
      word: 'metrics',
      needs: 'read',
      nav: { icon: 'metrics', group: 'measure' },
    },
    load: () => import('../pages/metrics/metrics-page.tsx').then((file) => file.MetricsPage),
  },
  {
    ...{
      path: '/quality',
      word: 'quality',
      needs: 'read',
      nav: { icon: 'quality', group: 'measure' },
    },
    load: () => import('../pages/quality/quality-page.tsx').then((file) => file.QualityPage),
  },
  {
    ...{
      path: '/reports',
      word: 'reports',
      needs: 'read',
      nav: { icon: 'reports', group: 'measure' },
    },
    load: () => import('../pages/reports/reports-page.tsx').then((file) => file.ReportsPage),
  },
  {
    ...{ path: '/runs', word: 'runs', needs: 'read', nav: { icon: 'runs', group: 'manage' } },
    load: () => import('../pages/runs/runs-page.tsx').then((file) => file.RunsPage),
  },
  {
    ...{ path: '/runs/$id', word: 'run', needs: 'read' },
    load: () => import('../pages/run/run-page.tsx').then((file) => file.RunPage),
  },
  {
    ...{
      path: '/access',
      word: 'access',
      needs: 'administer',
      nav: { icon: 'access', group: 'manage' },
    },
    load: () => import('../pages/access/access-page.tsx').then((file) => file.AccessPage),
  },
  {
    ...{
      path: '/settings',
      word: 'settings',
      needs: 'read',
      nav: { icon: 'settings', group: 'manage' },
    },
    load: () => import('../pages/settings/settings-page.tsx').then((file) => file.SettingsPage),
  },
]
