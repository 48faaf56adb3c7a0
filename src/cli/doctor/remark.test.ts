import { expect, it } from 'vitest'
import { broken, fine, odd, worstOf } from './remark.ts'
import { bytesWords } from './sizes.ts'

const SAID = { en: 'x', es: 'y' }

it('the worst of remarks is the verdict, and of none it is that all is well', () => {
  const of = { subject: 'disk' }

  expect(worstOf([])).toBe('ok')
  expect(worstOf([fine(of, SAID), odd(of, SAID, null), fine(of, SAID)])).toBe('attention')
  expect(worstOf([broken(of, SAID, null), odd(of, SAID, null)])).toBe('broken')
})

it('bytes are told in the unit that leaves few digits', () => {
  expect([0, 999, 1_500_000, 12e9, 3e15].map(bytesWords)).toEqual([
    ...['0 B', '999 B', '1.5 MB', '12 GB', '3000 TB'],
  ])
})
