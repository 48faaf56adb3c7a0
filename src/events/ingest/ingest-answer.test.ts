import { describe, expect, it } from 'vitest'
import type { FaultSummary } from '../accept/faults.ts'
import { ingestAnswer } from './ingest-answer.ts'
import type { KeptUpload } from './queries.ts'

const UPLOAD: KeptUpload = {
  ...{ id: 3, source: 'pos', fileName: 'days.csv', bytes: 99, mode: 'lenient' },
  ...{ rows: 10, inserted: 4, duplicates: 3, conflicts: 2, rejected: 1, metrics: ['sold'] },
  ...{ onConflict: 'keep', actor: 'ana', at: new Date('2026-11-21T12:00:00Z') },
  nature: { format: 'csv', encoding: 'utf-8', delimiter: ',', isGzip: false, hiddenSheets: [] },
  firstAt: new Date('2026-01-01T05:00:00Z'),
  lastAt: new Date('2026-01-31T05:00:00.5Z'),
  warnings: [{ code: 'encoding-guessed' }],
}
const NO_FAULTS: FaultSummary = { first: [], total: 0, rows: 0 }

/** Of every answer, in the order of the facts. */
const DOCUMENTED = [
  ...['source', 'upload_id', 'rows', 'inserted', 'duplicates', 'conflicts', 'rejected'],
  ...['raw_events_inserted', 'clean_events_inserted', 'metrics', 'min_ts', 'max_ts', 'warnings'],
]

describe('ingestAnswer', () => {
  it('gives the figures of a file that was taken in', () => {
    expect(ingestAnswer('pos', { kind: 'taken', upload: UPLOAD, faults: NO_FAULTS })).toEqual({
      ...{ state: 'taken', source: 'pos', upload_id: 3, rows: 10, inserted: 4, duplicates: 3 },
      ...{ conflicts: 2, rejected: 1, raw_events_inserted: 10, clean_events_inserted: 4 },
      ...{ metrics: ['sold'], min_ts: '2026-01-01T05:00:00.000Z' },
      ...{ max_ts: '2026-01-31T05:00:00.500Z', warnings: [{ code: 'encoding-guessed' }] },
      faults: NO_FAULTS,
    })
  })

  it('says that nothing was written of a file that is known, with the figures of its first time', () => {
    expect(ingestAnswer('pos', { kind: 'same', upload: UPLOAD })).toMatchObject({
      ...{ state: 'same', upload_id: 3, rows: 10, duplicates: 3, faults: null },
      ...{ inserted: 0, raw_events_inserted: 0, clean_events_inserted: 0 },
    })
  })

  it('has no upload and no span for a file that was refused, and all that is wrong with it', () => {
    const faults: FaultSummary = { first: [], total: 3, rows: 2 }
    expect(ingestAnswer('pos', { kind: 'refused', rows: 10, faults })).toEqual({
      ...{ state: 'refused', source: 'pos', upload_id: null, rows: 10, inserted: 0 },
      ...{ duplicates: 0, conflicts: 0, rejected: 2, raw_events_inserted: 0 },
      ...{
        clean_events_inserted: 0,
        metrics: [],
        min_ts: null,
        max_ts: null,
        warnings: [],
        faults,
      },
    })
  })

  it('has no span where no event came', () => {
    const upload = { ...UPLOAD, firstAt: null, lastAt: null }
    expect(ingestAnswer('pos', { kind: 'taken', upload, faults: NO_FAULTS })).toMatchObject({
      ...{ min_ts: null, max_ts: null },
    })
  })

  it('has the documented names and two more, whatever came of the file', () => {
    for (const answer of [
      ingestAnswer('pos', { kind: 'taken', upload: UPLOAD, faults: NO_FAULTS }),
      ingestAnswer('pos', { kind: 'same', upload: UPLOAD }),
      ingestAnswer('pos', { kind: 'refused', rows: 10, faults: NO_FAULTS }),
    ]) {
      expect(Object.keys(answer).toSorted()).toEqual([...DOCUMENTED, 'faults', 'state'].toSorted())
    }
  })
})
