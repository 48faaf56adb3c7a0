import { z } from 'zod'
import { type Config, ConfigFile } from '../config.ts'
import { readYaml } from '../config-yaml.ts'
import type { Language } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'
import { isSettings, type WrittenSettings } from './merged-settings.ts'
import { faultsBy, type NamedText, toldOf } from './placed-faults.ts'

/** The parts of a configuration that hold rules, which a case may set otherwise. */
export const RuleParts = z.strictObject({
  fleet: ConfigFile.shape.fleet,
  checks: ConfigFile.shape.checks,
  tags: ConfigFile.shape.tags,
})

/** The rules as a configuration writes them, whatever else stands in it. Throws `config.invalid`. */
export function writtenRules(config: NamedText, language: Language): WrittenSettings {
  const yaml = readYaml(config.text)
  const { file } = config
  if (yaml.kind === 'broken') {
    throw new AppError('config.invalid', { file, faults: toldOf(config, yaml.faults, language) })
  }
  const parts = rulesAmong(yaml.content)
  const { placeOf } = yaml
  const written = { content: parts, path: [], placeOf, unknown: 'unknown-setting' } as const
  const faults = faultsBy(RuleParts, written)
  if (faults.length === 0) return parts
  throw new AppError('config.invalid', { file, faults: toldOf(config, faults, language) })
}

/** The rules of a configuration that was read, with every default filled in. */
export function rulesIn({ fleet, checks, tags }: Config): WrittenSettings {
  return { fleet, checks, tags }
}

function rulesAmong(content: unknown): WrittenSettings {
  const names = Object.keys(RuleParts.shape)
  const all = isSettings(content) ? Object.entries(content) : []
  return Object.fromEntries(all.filter(([name]) => names.includes(name)))
}
