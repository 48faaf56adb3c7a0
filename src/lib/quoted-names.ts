/**
 * Names one after the other; one that holds a comma or a quote stands in quotes, so that nobody takes
 * it for two.
 *
 * @example quotedNames(['Alder', 'Birch, Inc.']) // => 'Alder, "Birch, Inc."'
 */
export function quotedNames(names: readonly string[]): string {
  return names.map((name) => (/[,"]/u.test(name) ? JSON.stringify(name) : name)).join(', ')
}
