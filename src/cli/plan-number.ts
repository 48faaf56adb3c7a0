import { AppError } from '../lib/errors.ts'

/** A plan as a person names it: `P12`, `12`, or `latest` (null). */
export function parsePlan(text: string): number | null {
  if (text.toLowerCase() === 'latest') return null
  const match = /^p?(\d{1,15})$/iu.exec(text)
  if (match) return Number(match[1])
  throw new AppError('command.bad-argument', {
    argument: 'PLAN',
    value: text,
    wanted: 'P12, 12, latest',
  })
}

/** What is to be accepted: a held plan (`P12`) or a held collection (`C41`). */
export function parseHeld(text: string): { kind: 'plan' | 'collection'; id: number } {
  const match = /^([pc])(\d{1,15})$/iu.exec(text)
  if (match) {
    return { kind: match[1]?.toLowerCase() === 'p' ? 'plan' : 'collection', id: Number(match[2]) }
  }
  throw new AppError('command.bad-argument', { argument: 'HELD', value: text, wanted: 'P12, C41' })
}
