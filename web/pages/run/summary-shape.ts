import { upperFirst } from '../../format/upper-first.ts'

/** Names with values. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list of objects, which is shown as rows. */
export function isTable(value: unknown): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject)
}

/** Nothing worth a line: no value, or a list of none. */
export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

/** A name of the code as words. @example spacedOut('pairsCompared') // => 'Pairs compared' */
export function spacedOut(name: string): string {
  const words = name
    .replaceAll(/[-_]/gu, ' ')
    .replaceAll(/(?<=[a-z\d])([A-Z])/gu, ' $1')
    .toLowerCase()
  return upperFirst(words)
}

/** Whether a text is a day, `2026-01-31`. */
export function isDayText(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text)
}
