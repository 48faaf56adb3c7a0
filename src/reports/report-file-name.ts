import type { Scope } from './report-part.ts'

/** Bytes of a place's name within a file name; file systems take 255 in all. */
const MOST_BYTES = 120
/** Everything but letters (with their accents), digits and a few marks that every system allows. */
const UNSAFE = /[^\p{L}\p{M}\p{N}._ -]+/gu

/** The name of a whole report's file. @example 'muster-P12.xlsx' */
export function reportFileName(planId: number): string {
  return `muster-P${planId}.xlsx`
}

/** Of which plan a report is, and which part of it; null for the whole. @example partOf('muster-P12-building-Norte.xlsx') */
export function partOf(name: string): { readonly plan: number; readonly part: string | null } {
  const [, plan, part = null] = /^muster-P(\d+)(?:-(.+))?\.xlsx$/u.exec(name) ?? []
  return { plan: Number(plan), part }
}

/** Whether a file is called as a report is, whole or a part; no such name leads out of its folder. */
export function isReportName(name: string): boolean {
  return /^muster-P\d{1,15}(?:-[\p{L}\p{M}\p{N}._ -]+)?\.xlsx$/u.test(name)
}

/**
 * Names for the parts of a report, in their order. No two are the same on any file system, also
 * where case or the way an accent is written does not count.
 *
 * @example 'muster-P12-municipality-Baracoa.xlsx'
 */
export function partFileNames(planId: number, scopes: readonly Scope[]): string[] {
  const taken = new Set<string>()
  const unknownFirst = scopes.toSorted((one, other) => rank(one) - rank(other))
  const names = new Map(unknownFirst.map((scope) => [scope, freeName(stem(planId, scope), taken)]))
  return scopes.map((scope) => `${names.get(scope) ?? ''}.xlsx`)
}

/** The file of unknown places keeps its name whatever the places are called. */
function rank({ value }: Scope): number {
  return value === null ? 0 : 1
}

function stem(planId: number, { by, value }: Scope): string {
  return value === null
    ? `muster-P${planId}-without-${by}`
    : `muster-P${planId}-${by}-${safeName(value)}`
}

function safeName(value: string): string {
  const safe = value.normalize('NFC').replace(UNSAFE, '_').replace(/\s+/gu, '_')
  return fitBytes(safe).replace(/^[. ]+|[. ]+$/gu, '') || '_'
}

function fitBytes(name: string): string {
  const encoder = new TextEncoder()
  let fitting = ''
  let bytes = 0
  for (const character of name) {
    bytes += encoder.encode(character).length
    if (bytes > MOST_BYTES) break
    fitting += character
  }
  return fitting
}

function freeName(wanted: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`
    const key = name.normalize('NFKC').toLowerCase()
    if (taken.has(key)) continue
    taken.add(key)
    return name
  }
}
