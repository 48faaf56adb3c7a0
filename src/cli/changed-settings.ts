import type { Config } from '../config.ts'

/** Settings in which two configurations differ, by name: those that rules go by, and all others. */
export interface ChangedSettings {
  readonly rehearsed: readonly string[]
  readonly notRehearsed: readonly string[]
}

/** What of the configuration the rules over a kept day go by. */
const REHEARSED = [
  /^fleet\.(?!fields|dailyFor|monthEnds)/u,
  /^checks\./u,
  /^tags\./u,
  /^sources\.(?:ninjaone|threatlocker|ocs|device-files\.[^.]+)$/u, // a source that is there or is not
]

/** Compares two configurations setting by setting; no value of any is told. */
export function changedSettings(one: Config, other: Config): ChangedSettings {
  const changed = changedPaths(one, other, [])
  const isRehearsed = (path: string) => REHEARSED.some((each) => each.test(path))
  return {
    rehearsed: changed.filter(isRehearsed),
    notRehearsed: changed.filter((path) => !isRehearsed(path)),
  }
}

function changedPaths(one: unknown, other: unknown, path: readonly string[]): string[] {
  if (isPlain(one) && isPlain(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)])
    return [...keys].flatMap((key) => changedPaths(one[key], other[key], [...path, key]))
  }
  return JSON.stringify(one) === JSON.stringify(other) ? [] : [path.join('.')]
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
