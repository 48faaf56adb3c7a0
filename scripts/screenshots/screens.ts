import type { PicturedDemo } from './open-demo.ts'

/** A screen of which a picture is taken. */
export interface Screen {
  readonly name: string
  readonly path: string
}

/** Every page of the web app, by its word in web/app/page-list.ts; of those that show one thing, an example. */
export function screensOf({ record, run }: Pick<PicturedDemo, 'record' | 'run'>): Screen[] {
  return [
    { name: 'today', path: '/' },
    { name: 'devices', path: '/devices' },
    { name: 'device', path: `/devices/${encodeURIComponent(record)}` },
    { name: 'compare', path: '/compare' },
    { name: 'findings', path: '/findings' },
    { name: 'plans', path: '/plans' },
    { name: 'plan', path: '/plans/1' },
    { name: 'sources', path: '/sources' },
    { name: 'metrics', path: '/metrics' },
    { name: 'quality', path: '/quality' },
    { name: 'reports', path: '/reports' },
    { name: 'runs', path: '/runs' },
    { name: 'run', path: `/runs/${run}` },
    { name: 'access', path: '/access' },
    { name: 'settings', path: '/settings' },
  ]
}
