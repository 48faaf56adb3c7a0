import { describe, expect, it } from 'vitest'
import { instants } from './instants.ts'

const DRAW = { seed: 3, drill: 'kill-apply', kills: 40 }

describe('instants', () => {
  it('are the same for the same seed, and others for another seed or drill', () => {
    expect(instants(DRAW)).toEqual(instants(DRAW))
    expect(instants({ ...DRAW, seed: 4 })).not.toEqual(instants(DRAW))
    expect(instants({ ...DRAW, drill: 'kill-undo' })).not.toEqual(instants(DRAW))
  })

  it('leave no part of a life out: one lies in each of as many equal parts', () => {
    const parts = instants(DRAW).map((share) => Math.floor(share * DRAW.kills))
    expect(parts.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: DRAW.kills }, (_, at) => at),
    )
  })
})
