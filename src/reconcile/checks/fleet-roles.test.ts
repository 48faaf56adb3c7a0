import { describe, expect, it } from 'vitest'
import { sourcesInPlay } from './fleet-roles.ts'

describe('sourcesInPlay', () => {
  it('leaves out what is named for a part and is not configured', () => {
    const named = { rmm: ['ninjaone'], edr: ['threatlocker', 'intune'] }

    expect(sourcesInPlay(['ninjaone', 'intune', 'ocs'], named)).toEqual({
      machines: ['ninjaone', 'intune', 'ocs'],
      rmm: ['ninjaone'],
      edr: ['intune'],
    })
  })
})
