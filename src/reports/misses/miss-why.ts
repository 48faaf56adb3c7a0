import { CASE_WORDS } from '../../language/case-words.ts'
import { codeWords } from '../../language/code-words.ts'
import { SKIP_WORDS } from '../../language/finding-words.ts'
import { FLEET_WORDS, feedWords, MACHINE_KIND_WORDS } from '../../language/fleet-words.ts'
import { type Phrase, say } from '../../language/language.ts'
import {
  BILLABLE_RULE_WORDS,
  CLASS_RULE_WORDS,
  SPARE_RULE_WORDS,
} from '../../language/machine-rule-words.ts'
import {
  LOST_REASON_WORDS,
  MATCH_RULE_WORDS,
  OPEN_QUESTION_WORDS,
} from '../../language/match-words.ts'
import { OUTCOME_WORDS } from '../../language/outcome-words.ts'
import type {
  FoundFinding,
  FoundRecord,
  FoundTag,
  Miss,
  WhyRecord,
  WhySilent,
} from '../../reconcile/golden/miss.ts'
import { evidenceValues } from '../evidence-layout.ts'
import { pathText, valuesText } from '../evidence-text.ts'

/** Why records are of the machines they are of; what two say of each other is told once. */
export function whyPhrases(records: readonly WhyRecord[]): Phrase[] {
  const told = new Set<string>()
  const isNew = (ref: string, other: string, how: string) => {
    const pair = [ref, other].toSorted().join(' ')
    const isKnown = told.has(`${pair} ${how}`)
    told.add(`${pair} ${how}`)
    return !isKnown
  }
  return records.flatMap(({ ref, linked, lost }) => {
    if (linked === null && lost === null) return whyWords({ ref, linked, lost })
    const newLink = linked && isNew(ref, linked.through, linked.rule) ? linked : null
    const newLost = lost && isNew(ref, lost.ref, `${lost.rule} ${lost.reason}`) ? lost : null
    return newLink || newLost ? whyWords({ ref, linked: newLink, lost: newLost }) : []
  })
}

function whyWords({ ref, linked, lost }: WhyRecord): Phrase[] {
  const links = linked === null ? [] : [linkWords(ref, linked)]
  const losses = lost === null ? [] : [lostWords(ref, lost)]
  const { en, es } = CASE_WORDS['no-evidence']
  const none = [{ en: `${ref}: ${en}`, es: `${ref}: ${es}` }]
  return links.length + losses.length === 0 ? none : [...links, ...losses]
}

function linkWords(ref: string, linked: NonNullable<WhyRecord['linked']>): Phrase {
  const { through, rule, value, otherValue } = linked
  const by = codeWords(MATCH_RULE_WORDS, rule)
  const equal =
    otherValue === null || otherValue === value ? `"${value}"` : `"${value}" = "${otherValue}"`
  const shown = value === null ? '' : ` ${equal}`
  return {
    en: `${ref} with ${through}: ${by.en}${shown}`,
    es: `${ref} con ${through}: ${by.es}${shown}`,
  }
}

function lostWords(ref: string, lost: NonNullable<WhyRecord['lost']>): Phrase {
  const rule = codeWords(MATCH_RULE_WORDS, lost.rule)
  const reason = codeWords(LOST_REASON_WORDS, lost.reason)
  const by = lost.by === null ? null : codeWords(MATCH_RULE_WORDS, lost.by)
  return {
    en: `${ref} shares its ${rule.en} with ${lost.ref}: ${reason.en}${by ? ` (${by.en})` : ''}`,
    es: `${ref} comparte con ${lost.ref} su ${rule.es}: ${reason.es}${by ? ` (${by.es})` : ''}`,
  }
}

/** Why a rule left the choice to a person. */
export function questionWhy({ rule, why }: Miss & { kind: 'question-unexpected' }): Phrase {
  const [by, because] = [codeWords(MATCH_RULE_WORDS, rule), codeWords(OPEN_QUESTION_WORDS, why)]
  return { en: `${by.en}: ${because.en}`, es: `${by.es}: ${because.es}` }
}

/** What a record is, by which rules, and where. */
export function recordWhy(found: FoundRecord): Phrase {
  const { record, class: kind, classRule, spareRule, billableRule, site } = found
  const [is, by] = [MACHINE_KIND_WORDS[kind], CLASS_RULE_WORDS[classRule]]
  const spare = spareRule === null ? null : SPARE_RULE_WORDS[spareRule]
  const bill = BILLABLE_RULE_WORDS[billableRule]
  const told = (language: 'en' | 'es') =>
    [
      `${record}: ${say(is, language)} (${say(by, language)})`,
      ...(spare ? [`${say(MACHINE_KIND_WORDS.spare, language)} (${say(spare, language)})`] : []),
      say(bill, language),
      site ?? say(FLEET_WORDS.unmapped, language),
    ].join('; ')
  return { en: told('en'), es: told('es') }
}

/** Why a check looked at nothing. */
export function silentWhy(silent: WhySilent | null): Phrase[] {
  if (silent === null) return []
  if (silent.kind === 'off') return [CASE_WORDS['check-off']]
  if (silent.kind === 'no-sources') return [CASE_WORDS['no-sources']]
  return Object.entries(silent.sources).map(([source, why]) => {
    const [name, words] = [feedWords(source), codeWords(SKIP_WORDS, why)]
    return { en: `${name.en} ${words.en}`, es: `${name.es} ${words.es}` }
  })
}

/** What a finding shows beside its records, which a case names itself. */
export function findingWhy({ evidence }: FoundFinding): Phrase[] {
  const { records: _named, lost: _toldByRecord, computers: _listed, ...shown } = evidence
  return evidencePhrases(shown)
}

/** What decided a row of OCS. */
export function tagWhy({ outcome, why }: FoundTag): Phrase[] {
  const { to: _shown, ...decided } = why
  return [OUTCOME_WORDS[outcome], ...evidencePhrases(decided)]
}

function evidencePhrases(evidence: Readonly<Record<string, unknown>>): Phrase[] {
  const told = (language: 'en' | 'es') => {
    const voice = {
      say: (phrase: Phrase) => say(phrase, language),
      at: (instant: Date) => instant.toISOString(),
    }
    const known = evidenceValues(evidence).filter(({ values }) =>
      values.some((each) => each !== null),
    )
    return known.map(
      ({ path, values }) => `${pathText(path, voice)}: ${valuesText(path, values, voice)}`,
    )
  }
  const spanish = told('es')
  return told('en').map((en, at) => ({ en, es: spanish[at] ?? en }))
}
