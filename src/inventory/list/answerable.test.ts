import { expect, it } from 'vitest'
import { isAnswerable } from './answerable.ts'

it.each([
  { day: 'before the first that is known', before: null, pruned: null, answer: false },
  { day: 'known, or not collected since', before: '2026-11-20', pruned: null, answer: true },
  {
    day: 'after a month-end, the days between pruned',
    ...{ before: '2026-10-31', pruned: '2026-11-12', answer: false },
  },
  {
    day: 'a month-end, the days before it pruned',
    ...{ before: '2026-10-31', pruned: '2026-10-30', answer: true },
  },
  {
    day: 'of which one source was pruned and another is known',
    ...{ before: '2026-10-31', pruned: '2026-10-31', answer: false },
  },
])('a day $day: $answer', ({ before, pruned, answer }) => {
  expect(isAnswerable({ before, pruned, after: null })).toBe(answer)
})
