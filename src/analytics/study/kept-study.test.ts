import { describe, expect, it } from 'vitest'
import { studyNeed } from './kept-study.ts'

const now = new Date('2026-11-21T03:30:00Z')
const past = { figuresHash: 'aa', chosenAt: new Date('2026-11-15T03:29:00Z'), wasTooShort: false }
const moment = { figuresHash: 'aa', now, anew: false }

describe('studyNeed', () => {
  it('chooses a model where there is none', () => {
    expect(studyNeed(null, moment)).toBe('choose')
  })

  it('leaves a series alone that has no new figures', () => {
    expect(studyNeed(past, moment)).toBe('none')
  })

  it('lets the model look at new figures', () => {
    expect(studyNeed(past, { ...moment, figuresHash: 'bb' })).toBe('look-again')
  })

  it('chooses anew on the seventh day after, at whatever hour, new figures or not', () => {
    const weekOld = { ...past, chosenAt: new Date('2026-11-14T03:47:12Z') }
    expect(studyNeed(weekOld, moment)).toBe('choose')
  })

  it('chooses anew with new figures where there were too few, and only then', () => {
    const short = { ...past, wasTooShort: true }
    expect(studyNeed(short, { ...moment, figuresHash: 'bb' })).toBe('choose')
    expect(studyNeed(short, moment)).toBe('none')
  })

  it('chooses anew whenever that is asked', () => {
    expect(studyNeed(past, { ...moment, anew: true })).toBe('choose')
  })
})
