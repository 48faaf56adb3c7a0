import { rulesOf } from '../../config-rules.ts'
import { type ConfigFault, readYaml } from '../../config-yaml.ts'
import type { Language } from '../../language/language.ts'
import { AppError } from '../../lib/errors.ts'
import { lintCase } from '../../reconcile/golden/lint-case.ts'
import { CaseFile, type GoldenCase } from '../../reconcile/golden/schema.ts'
import type { Rules } from '../../reconcile/rehearse/rules.ts'
import { isSettings, mergedSettings, type WrittenSettings } from './merged-settings.ts'
import { faultsBy, type NamedText, toldOf, type Written } from './placed-faults.ts'
import { RuleParts } from './rule-parts.ts'

/** A case ready to be run. */
export interface ReadyCase {
  readonly file: string
  readonly line: number | null
  readonly golden: GoldenCase
  /** Those of the configuration, or the usual ones, with what the file and the case set otherwise. */
  readonly rules: Rules
}

/** What cases are read by: the rules of the configuration as written, and how faults are told. */
export interface Reading {
  readonly base: WrittenSettings
  readonly language: Language
}

/** Reads files of cases whole, every fault of all of them reported at once. Throws `cases.invalid`. */
export function readCases(files: readonly NamedText[], reading: Reading): ReadyCase[] {
  const read = files.map((each) => ({ file: each.file, ...readFile(each.text, reading) }))
  const faults = read.flatMap((each) => toldOf(each, each.faults, reading.language))
  if (faults.length > 0) throw new AppError('cases.invalid', { faults })
  return read.flatMap(({ file, cases }) => cases.map((each) => ({ ...each, file })))
}

interface ReadFile {
  readonly cases: readonly Omit<ReadyCase, 'file'>[]
  readonly faults: readonly ConfigFault[]
}

function readFile(text: string, { base, language }: Reading): ReadFile {
  const yaml = readYaml(text)
  if (yaml.kind === 'broken') return { cases: [], faults: yaml.faults.map(asCaseFault) }
  const { content, placeOf } = yaml
  const whole = { content, path: [], placeOf, unknown: 'unknown-word' } as const
  const faults = [
    ...faultsBy(CaseFile, whole, language),
    ...configsIn(whole).flatMap((each) => faultsBy(RuleParts, each, language)),
  ]
  const parsed = CaseFile.safeParse(content)
  if (!parsed.success) return { cases: [], faults }
  const { cases, config, today } = parsed.data
  const dated = cases.map((each) => (today === undefined ? each : { today, ...each }))
  const all = [...faults, ...casesFaults(dated, placeOf)]
  if (all.length > 0) return { cases: [], faults: all }
  const ready = dated.map((golden, at) => ({
    line: placeOf(['cases', at, 'name']).line,
    golden,
    rules: rulesOf(RuleParts.parse([config, golden.config].reduce(mergedSettings, base))),
  }))
  return { cases: ready, faults: [] }
}

/** The settings that a file and its cases give, whatever else is wrong with them. */
function configsIn({ content, placeOf }: Written): Written[] {
  const file = isSettings(content) ? content : {}
  const cases = Array.isArray(file.cases) ? file.cases : []
  const all = [
    { path: ['config'], holder: file },
    ...cases.map((each, at) => ({ path: ['cases', at, 'config'], holder: each })),
  ]
  return all.flatMap(({ path, holder }) =>
    isSettings(holder) && holder.config !== undefined
      ? [{ content: holder.config, path, placeOf, unknown: 'unknown-setting' as const }]
      : [],
  )
}

/** What is wrong with cases of the right form. */
function casesFaults(cases: readonly GoldenCase[], placeOf: Written['placeOf']): ConfigFault[] {
  const names = cases.map(({ name }) => name)
  return cases.flatMap((each, at) => {
    const isTwice = names.indexOf(each.name) < at
    const faults = lintCase(each).map(({ path, code }) => ({ path: [...path], message: `${code}` }))
    if (isTwice) faults.push({ path: ['name'], message: 'name-twice' })
    return faults.map(({ path, message }) => ({
      place: placeOf(['cases', at, ...path]),
      message,
    }))
  })
}

/** A text that is no map at all lacks cases. */
function asCaseFault({ place, message }: ConfigFault): ConfigFault {
  const isNoMap = message === 'nothing-set' || message === 'not-settings'
  return { place, message: isNoMap ? 'no-cases' : message }
}
