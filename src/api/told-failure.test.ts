import { describe, expect, it } from 'vitest'
import { keptFailureText } from './told-failure.ts'

describe('keptFailureText', () => {
  const kept = { code: 'source.not-configured', details: { source: 'ocs' } }

  it('says a kept failure in the language that is asked for, with what it was about', () => {
    const [english, spanish] = [keptFailureText(kept, 'en'), keptFailureText(kept, 'es')]

    expect(english).toContain('ocs')
    expect(spanish).toContain('ocs')
    expect(spanish).not.toBe(english)
  })

  it.each([null, 'text', { code: 'no.such-code', details: {} }, { code: 'toString', details: {} }])(
    'has no sentence for %j',
    (failure) => {
      expect(keptFailureText(failure, 'en')).toBeNull()
    },
  )
})
