import { expect, it } from 'vitest'
import { quotedNames } from './quoted-names.ts'

it('puts in quotes what would be taken for two names, and nothing else', () => {
  expect(quotedNames([])).toBe('')
  expect(quotedNames(['Alder & Birch', 'Cedar, Inc.', 'The "Yard"'])).toBe(
    'Alder & Birch, "Cedar, Inc.", "The \\"Yard\\""',
  )
})
