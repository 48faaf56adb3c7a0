import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Chance } from '../../demo/chance.ts'
import { helpdeskEvents } from '../../demo/helpdesk-events.ts'
import { rowReaders } from '../../src/events/accept/row-reader.ts'
import { openRows } from '../../src/events/parse/open-rows.ts'
import { MappingProfile } from '../../src/events/profile/mapping-profile.ts'
import { piecesOf } from '../../test/support/read-events.ts'
import { csvCorpus } from '../inputs/book-files.ts'
import { filesIn } from '../inputs/corpus.ts'
import { damaged } from '../inputs/damage.ts'
import { damagedWorkbooks } from '../inputs/damaged-workbook.ts'
import { sample } from '../inputs/sample.ts'
import { jsonGrammar, ndjsonGrammar, tableGrammar } from '../inputs/table-grammar.ts'
import { Broken, type OpenFunction } from '../target.ts'
import { endingOf } from './ending.ts'

const CSV = helpdeskEvents({ seed: 3, until: '2026-11-20', days: 30 })
const OBJECTS = CSV.trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [time, id, metric, value] = line.split(',')
    return { time, id, metric, value: Number(value), tags: { desk: 'ñ' } }
  })
const COMMAS = CSV.replaceAll(',', ';').replaceAll(/(\d+)\n/gu, '$1,5\n')

const PROFILES: readonly MappingProfile[] = [
  {},
  {
    decimalComma: true,
    thousandsSeparator: '.',
    dateFormat: 'DD/MM/YYYY',
    timeZone: 'America/Havana',
  },
  { columns: { fecha: 'time', valor: 'value', note: 'ignored' }, defaultMetric: 'x' },
].map((written) => MappingProfile.parse(written))

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** Reads bytes as a file of events would be taken in, up to the door of the database. */
async function readAll(input: Buffer): Promise<string> {
  const profile = PROFILES[input.length % PROFILES.length]
  if (!profile) throw new Error('no profile')
  return endingOf(async () => {
    const stream = await openRows(piecesOf([input]), { name: 'events' })
    let readers: ReturnType<typeof rowReaders> | null = null
    for await (const batch of stream.batches()) {
      const { format } = stream.nature()
      readers ??= rowReaders({ format, profile, hash, source: 'fuzz', defaultMetric: null })
      const read = readers.of({ columns: batch.columns, sheet: batch.sheet })
      for (const row of batch.rows) assertEvent(read(row))
    }
    readers?.end()
    return 'read'
  })
}

/** What the database would choke on must have been refused. */
function assertEvent(read: ReturnType<ReturnType<ReturnType<typeof rowReaders>['of']>>): void {
  if (read.kind === 'refused') return
  const { key, at, value, metric, source, subject, dimensions } = read.event
  const texts = [metric, source, subject ?? '', ...Object.entries(dimensions).flat()]
  const isKeepable = texts.every((text) => !text.includes('\0') && text.isWellFormed())
  const isSound = /^[0-9a-f]{32}$/u.test(key) && !Number.isNaN(new Date(at).getTime())
  if (isKeepable && isSound && /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(value)) return
  throw new Broken(`an event that cannot be kept: ${JSON.stringify(read.event)}`)
}

function textTarget({
  corpus,
  grammar,
}: {
  corpus: readonly Buffer[]
  grammar: (chance: Chance) => Buffer
}): OpenFunction {
  return async () => ({
    make: (chance) => {
      const bytes = chance.happens(0.4) ? grammar(chance) : damaged(corpus, chance)
      return chance.happens(0.1) ? gzipSync(bytes, { level: 1 }) : bytes
    },
    run: readAll,
    close: async () => {},
  })
}

export const openEventsCsv = textTarget({
  corpus: [
    ...[Buffer.from(CSV), Buffer.from(COMMAS), Buffer.from(`\ufeff${CSV}`, 'utf16le')],
    ...[Buffer.from(COMMAS.replaceAll('tickets', 'año'), 'latin1'), ...csvCorpus()],
  ],
  grammar: (chance) => sample(tableGrammar, chance),
})

export const openEventsJson = textTarget({
  corpus: [
    Buffer.from(JSON.stringify(OBJECTS)),
    Buffer.from(JSON.stringify({ next: null, events: OBJECTS }, null, 1)),
    ...filesIn('src', /fixtures.*\.json$/u),
  ],
  grammar: (chance) => Buffer.from(sample(jsonGrammar, chance)),
})

export const openEventsNdjson = textTarget({
  corpus: [
    Buffer.from(OBJECTS.map((each) => JSON.stringify(each)).join('\n')),
    Buffer.from(OBJECTS.map((each) => JSON.stringify(each, null, 1)).join('')),
    ...filesIn('src', /fixtures.*\.ndjson$/u),
  ],
  grammar: (chance) => Buffer.from(sample(ndjsonGrammar, chance)),
})

export const openEventsXlsx: OpenFunction = async ({ folder }) => {
  const workbooks = await damagedWorkbooks(folder)
  return {
    async make(chance) {
      const bytes = await workbooks.make(chance)
      if (chance.happens(0.7)) return bytes
      const packed = gzipSync(bytes, { level: 1 })
      return chance.happens(0.5) ? packed : damaged([packed], chance)
    },
    run: readAll,
    close: async () => {},
  }
}
