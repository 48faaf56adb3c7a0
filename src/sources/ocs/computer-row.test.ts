import { describe, expect, it } from 'vitest'
import { OcsComputerRow } from './computer-row.ts'
import expected from './fixtures/expected.json' with { type: 'json' }
import rows from './fixtures/rows.json' with { type: 'json' }

function read({ place, row }: { place: string; row: unknown }) {
  const parsed = OcsComputerRow.safeParse(row)
  if (parsed.success) return { place, item: parsed.data }
  return { place, code: parsed.error.issues[0]?.message }
}

describe('OcsComputerRow', () => {
  it('takes what can be taken as it stands and refuses the rest with its code', () => {
    expect(rows.map(read)).toEqual(expected)
  })
})
