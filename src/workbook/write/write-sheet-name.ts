const MAX_NAME = 31
/** Excel keeps this one for itself. */
const RESERVED = 'history'

/** The nearest name a workbook accepts for a sheet that none of `taken` holds, case aside. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const name = allowedName(wanted)
  const used = new Set(taken.map((other) => other.toLowerCase()).concat(RESERVED))
  if (!used.has(name.toLowerCase())) return name
  for (let number = 2; ; number += 1) {
    const numbered = numberedName(name, number)
    if (!used.has(numbered.toLowerCase())) return numbered
  }
}

function allowedName(wanted: string): string {
  const clean = wanted
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]|[[\]:*?/\\]/gu, '_')
    .trim()
    .replace(/^'+/, '')
  return cutName(clean, MAX_NAME).replace(/[\s']+$/, '') || 'Sheet'
}

function numberedName(name: string, number: number): string {
  const ending = ` (${number})`
  return `${cutName(name, MAX_NAME - ending.length).trimEnd()}${ending}`
}

function cutName(name: string, length: number): string {
  return name.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}
