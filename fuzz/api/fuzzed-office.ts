import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { type ApiOffice, apiOffice } from '../../test/support/api-office.ts'
import { keepFigures, weeklyFigures } from '../../test/support/daily-figures.ts'
import { ODD_TEXTS } from '../inputs/words.ts'
import type { Place } from '../target.ts'
import { BETWEEN, keepFleetWithCanaries, MONTH_END, TODAY } from './fleet-with-canaries.ts'
import { makeDatabase } from './make-database.ts'
import { type Document, openApi } from './open-api.ts'
import type { RequestOrder } from './requests.ts'

export interface FuzzedOffice {
  readonly office: ApiOffice
  readonly document: Document
  readonly order: RequestOrder
}

/** What can be asked for, and what cannot; no canary is among it. */
const WORDS = [
  ...[
    'Norte',
    'Sur',
    'Este',
    'norte',
    'Nowhere',
    'ninjaone',
    'threatlocker',
    'pos',
    'sold',
    'muster',
  ],
  ...[
    'muster:Norte',
    'muster:Sur',
    'devices.total',
    'devices.distinct',
    MONTH_END,
    BETWEEN,
    TODAY,
    '2026-11-15',
  ],
  ...[
    'ninjaone:n1',
    'ninjaone:n2',
    'ninjaone:mover',
    'ninjaone:comer',
    'threatlocker:t1',
    'ninjaone:Sur',
  ],
  ...[
    'north',
    'south',
    'mover',
    'a',
    '1',
    '2',
    '30',
    'true',
    'false',
    'all',
    'open',
    'csv',
    'xlsx',
    'ndjson',
  ],
  ...[
    'missing-in-edr',
    'missing-in-rmm',
    'fixed',
    'verified',
    'name',
    '-name',
    'changes',
    'bridges',
    'figures',
  ],
  ...[
    'server',
    'workstation',
    'spare',
    'added',
    'removed',
    'movedIn',
    'movedOut',
    'total',
    'day',
    'site',
  ],
  ...[
    '/devices',
    '?site=Norte',
    'seen on site',
    'locations',
    'finance-register',
    'completeness',
    'tags',
  ],
]
const NUMBERS = [...Array(24).keys(), 100, 1000, -1, 2 ** 31, 2 ** 53, 0.5]

const FILES = [
  'time,value,metric\n2026-11-01,1,sold\n2026-11-02,2,sold\n',
  'ID_Local,Descripción_Local,Edificio\n01A0001A,Oficina,Norte\n,Sin local,Norte\n',
  'Id,Name\n1,north-1\n',
  '[{"time":"2026-11-01","value":1}]',
].map((text) => Buffer.from(text))

/** Nobody outside is ever asked: what is configured stands at an address that is always refused. */
const NOWHERE = 'https://127.0.0.1:9'

/** A whole server with a fleet, figures, and jobs that are done. */
export async function fuzzedOffice(place: Place, name: string): Promise<FuzzedOffice> {
  const url = await makeDatabase(place.postgresUrl, `fuzz_${name}`)
  const folder = await mkdtemp(join(place.folder, `${name}-`))
  const office = await apiOffice(url, {
    now: () => new Date(`${TODAY}T09:00:00Z`),
    settings: {
      dataFolder: folder,
      access: { requestsPerMinute: 1_000_000 },
      sources: {
        ninjaone: { clientId: 'c', baseUrl: NOWHERE },
        threatlocker: {
          ...{ organisationId: 'cccc0000-0000-4000-8000-000000000001', baseUrl: NOWHERE },
        },
        'finance-register': { folder },
        locations: { folder },
        'device-files': {
          scan: { folder, file: 'scan*', columns: { nativeKey: 'Id', displayName: 'Name' } },
        },
      },
      events: { inbox: folder },
      reports: { folder },
    },
  })
  await keepFleetWithCanaries(office.app)
  const figures = weeklyFigures({ days: 60, seed: 3, until: TODAY })
  await keepFigures(office.app.database, { source: 'pos', metric: 'sold' }, figures)
  const document = await openApi(office.http)
  const words = [...WORDS, ...WORDS, ...ODD_TEXTS]
  return {
    office,
    document,
    order: { document, vocabulary: { words, numbers: NUMBERS }, files: FILES },
  }
}
