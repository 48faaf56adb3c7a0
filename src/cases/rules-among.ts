import { isSettings, type WrittenSettings } from './merged-settings.ts'

/** The parts of a configuration that hold rules; what is said of each stands in the schema of the configuration. */
const RULE_PART_NAMES = ['fleet', 'checks', 'tags'] as const

/** The rules among all that a configuration writes, as they are written. */
export function rulesAmong(content: unknown): WrittenSettings {
  const written = isSettings(content) ? content : {}
  return Object.fromEntries(
    RULE_PART_NAMES.filter((name) => written[name] !== undefined).map((name) => [
      name,
      written[name],
    ]),
  )
}
