const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** A number of bytes as people write it. @example bytesWords(1_500_000) // => '1.5 MB' */
export function bytesWords(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const figure = bytes / 1_000 ** power
  return `${figure < 10 && power > 0 ? figure.toFixed(1) : Math.round(figure)} ${UNITS[power]}`
}
