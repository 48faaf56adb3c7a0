import { expect, it } from 'vitest'
import { loadConfig } from '../../config.ts'
import type { JobContext } from '../context.ts'
import { fleetFeeds } from './feeds.ts'
import { fleetSources } from './fleet-sources.ts'

it('are the feeds that are collected, in their order', () => {
  const sources = {
    ninjaone: { clientId: 'c' },
    threatlocker: { organisationId: 'cccc0000-0000-4000-8000-000000000001' },
    ocs: { file: 'ocs.sqlite', inventoryField: 'NUMINV' },
    'device-files': { helpdesk: { folder: 'in', file: '*.csv', columns: { nativeKey: 'Id' } } },
  }
  const config = loadConfig({
    ...{ file: '/a/muster.yaml', folder: '/a', text: JSON.stringify({ sources }), language: 'en' },
    env: { MUSTER_NINJAONE_CLIENT_SECRET: 's', MUSTER_THREATLOCKER_TOKEN: 't' },
  })
  const settings = {
    ocs: config.sources.ocs ?? null,
    finance: { ...config.sources['finance-register'], virtualMachineWords: [] },
    locations: config.sources.locations,
    timeZone: 'UTC',
    fleet: {
      ninjaone: config.sources.ninjaone ?? null,
      threatlocker: config.sources.threatlocker ?? null,
      deviceFiles: config.sources['device-files'],
    },
  } as unknown as JobContext['settings'] // no more of it is looked at

  const feeds = fleetFeeds({ settings } as JobContext, {} as never)

  expect(feeds.map(({ key }) => key)).toEqual([
    ...['ninjaone', 'threatlocker', 'helpdesk', 'ocs', 'finance-register', 'locations'],
  ])
  expect(fleetSources(settings)).toEqual(feeds.map(({ key }) => key))
  expect(fleetSources({ ...settings, ocs: null })).toEqual([
    ...['ninjaone', 'threatlocker', 'helpdesk'],
  ])
})
