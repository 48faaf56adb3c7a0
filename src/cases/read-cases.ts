import { rulesOf } from '../config-rules.ts'
import { type ConfigFault, readYaml } from '../config-yaml.ts'
import type { Language } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'
import { type CaseFaultCode, lintCase } from '../reconcile/golden/lint-case.ts'
import { CaseFile, type GoldenCase } from '../reconcile/golden/schema.ts'
import type { Rules } from '../reconcile/rehearse/rules.ts'
import { isSettings, mergedSettings, type WrittenSettings } from './merged-settings.ts'
import { faultsBy, type NamedText, toldOf, type Written } from './placed-faults.ts'
import { readableCase } from './readable-case.ts'
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

function readFile(text: string, { base }: Reading): ReadFile {
  const yaml = readYaml(text)
  if (yaml.kind === 'broken') return { cases: [], faults: yaml.faults.map(asCaseFault) }
  const { content } = yaml
  const placeOf = nearestPlace(yaml.placeOf)
  const whole = { content, path: [], placeOf, unknown: 'unknown-word' } as const
  const faults = [
    ...faultsBy(CaseFile, whole),
    ...configsIn(whole).flatMap((each) => faultsBy(RuleParts, each)),
    ...casesFaults(content, placeOf),
  ]
  const parsed = CaseFile.safeParse(content)
  if (!parsed.success || faults.length > 0) return { cases: [], faults }
  const { cases, config, today } = parsed.data
  const ready = cases.map((each, at) => ({
    line: placeOf(['cases', at, 'name']).line,
    golden: today === undefined ? each : { today, ...each },
    rules: rulesOf(RuleParts.parse([config, each.config].reduce(mergedSettings, base))),
  }))
  return { cases: ready, faults: [] }
}

/** What is not there has the line of what lacks it. */
function nearestPlace(placeOf: Written['placeOf']): Written['placeOf'] {
  const lineOf = (path: readonly PropertyKey[]): number =>
    path.length === 0 ? 1 : (placeOf(path).line ?? lineOf(path.slice(0, -1)))
  return (path) => ({ line: lineOf(path), name: placeOf(path).name })
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

/** What is wrong with what cases say, as far as they can be read; names of any kind are compared. */
function casesFaults(content: unknown, placeOf: Written['placeOf']): ConfigFault[] {
  const file = isSettings(content) ? content : {}
  const cases: readonly unknown[] = Array.isArray(file.cases) ? file.cases : []
  const names = cases.map((each) => (isSettings(each) ? each.name : undefined))
  return cases.flatMap((each, at) => {
    const name = names[at]
    const isTwice = typeof name === 'string' && names.indexOf(name) < at
    return [
      ...saidFaults(each, file.today !== undefined),
      ...(isTwice ? [{ path: ['name'], message: 'name-twice' }] : []),
    ].map(({ path, message }) => ({ place: placeOf(['cases', at, ...path]), message }))
  })
}

function saidFaults(written: unknown, isDated: boolean) {
  const readable = readableCase(written)
  if (readable === null || !isSettings(written)) return []
  const { golden, lacksRecords, writtenAt } = readable
  const isDayGiven = isDated || written.today !== undefined
  return lintCase(golden)
    .filter(({ path: [part] }) => part === undefined || written[part] !== undefined)
    .filter(({ code }) => !(code === 'today-missing' && isDayGiven))
    .filter(({ code }) => !(lacksRecords && ABOUT_RECORDS.has(code)))
    .map(({ path, code }) => ({ path: writtenAt(path), message: `${code}` }))
}

/** What nobody can tell of while some records could not be read. */
const ABOUT_RECORDS: ReadonlySet<CaseFaultCode> = new Set([
  ...(['nothing-given', 'no-such-source', 'no-such-record'] as const),
  ...(['no-such-organisation', 'books-missing', 'no-such-row'] as const),
])

/** A text that is no map at all lacks cases. */
function asCaseFault({ place: { line, name }, message }: ConfigFault): ConfigFault {
  const isNoMap = message === 'nothing-set' || message === 'not-settings'
  return { place: { line: line ?? 1, name }, message: isNoMap ? 'no-cases' : message }
}
