import { describe, expect, it } from 'vitest'
import { daysAgo, guarded, managed, sayOf } from '../../../../test/support/machines.ts'
import { duplicateInSource } from './duplicate-in-source.ts'

const twin = (id: number, lastContact: Date | null, since = '2026-11-01') =>
  guarded({ recordId: id, nativeKey: String(id), lastContact, since })
const said = sayOf(duplicateInSource, { scope: ['threatlocker'] })

describe('duplicate-in-source', () => {
  it('keeps the record heard of last and removes the others', () => {
    const found = said(twin(1, daysAgo(40)), twin(2, daysAgo(1)), twin(3, null))

    expect(found).toMatchObject({
      subject: 'device:17',
      evidence: {
        records: [
          { ref: 'threatlocker:2' },
          { ref: 'threatlocker:1' },
          { ref: 'threatlocker:3', lastContact: null },
        ],
        keep: 'threatlocker:2',
        remove: ['threatlocker:1', 'threatlocker:3'],
      },
    })
  })

  it('keeps the one that has been listed so since later, where contacts are equal', () => {
    const [newer, older] = [twin(1, daysAgo(1), '2026-11-02'), twin(2, daysAgo(1), '2026-11-01')]

    expect(said(older, newer)?.evidence).toMatchObject({ keep: 'threatlocker:1' })
  })

  it('keeps one heard of long ago rather than a newer one never heard of', () => {
    const [heard, never] = [twin(1, daysAgo(800), '2024-01-01'), twin(2, null, '2026-11-20')]

    expect(said(never, heard)?.evidence).toMatchObject({ keep: 'threatlocker:1' })
  })

  it('keeps the higher id where nothing else tells two apart', () => {
    expect(said(twin(1, null), twin(2, null))?.evidence).toMatchObject({
      keep: 'threatlocker:2',
      remove: ['threatlocker:1'],
    })
  })

  it('is placed where remote management has the machine', () => {
    const found = said(managed(), twin(1, null), twin(2, null))

    expect(found).toMatchObject({ name: 'alb-reception-01.alder.example', siteId: 1 })
    expect(found?.evidence.records).toHaveLength(2)
  })

  it('is not a machine once in each of two sources, nor twice in another', () => {
    expect(said(managed(), guarded())).toBeNull()
    expect(said(managed(), managed({ recordId: 5 }), guarded())).toBeNull()
  })

  it('looks at every source by itself', () => {
    const sources = { machines: ['z', 'ocs', 'ninjaone'], rmm: ['ninjaone'], edr: [] }

    expect(duplicateInSource.scopes(sources)).toEqual([['ninjaone'], ['ocs'], ['z']])
  })
})
