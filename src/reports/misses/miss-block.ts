import { MATTER_WORDS } from '../../language/case-words.ts'
import { COUNT_FIELD_WORDS } from '../../language/count-words.ts'
import { FLEET_WORDS } from '../../language/fleet-words.ts'
import type { Phrase } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import type { FoundFinding, FoundTag, Miss } from '../../reconcile/golden/miss.ts'
import type { ExpectedFinding, ExpectedTag } from '../../reconcile/golden/schema.ts'
import { codeText } from './code-text.ts'
import { findingWhy, questionWhy, recordWhy, silentWhy, tagWhy, whyPhrases } from './miss-why.ts'

/** What a case expects and what the rules give, side by side. */
export interface MissBlock {
  readonly about: Phrase
  readonly expected: Phrase
  readonly found: Phrase
  readonly why: readonly Phrase[]
}

const NOTHING = FLEET_WORDS.nothing

/** A miss for reading; what differs inside one thing is told matter by matter. */
export function missBlocks(miss: Miss): MissBlock[] {
  switch (miss.kind) {
    case 'machine-missing':
      return [
        {
          about: MATTER_WORDS['one-machine'],
          expected: plain(machineText(miss.expected)),
          found: plain(miss.found.map(machineText).join(' | ')),
          why: whyPhrases(miss.why),
        },
      ]
    case 'machine-unexpected':
      return [
        {
          about: MATTER_WORDS['no-machine'],
          expected: plain(miss.found.join(' | ')),
          found: plain(machineText(miss.found)),
          why: whyPhrases(miss.why),
        },
      ]
    case 'question-missing':
      return [block('question', plain(machineText(miss.expected)), NOTHING)]
    case 'question-unexpected': {
      const candidates = plain(miss.found.map(machineText).join(' | '))
      return [{ ...block('no-question', NOTHING, candidates), why: [questionWhy(miss)] }]
    }
    default:
      return thingBlocks(miss)
  }
}

type ThingMiss = Exclude<
  Miss,
  { kind: 'machine-missing' | 'machine-unexpected' | 'question-missing' | 'question-unexpected' }
>

function thingBlocks(miss: ThingMiss): MissBlock[] {
  switch (miss.kind) {
    case 'finding-missing': {
      const found = miss.instead.map(foundText).join('; ')
      const why = [...silentWhy(miss.silent), ...miss.records.map(recordWhy)]
      const expected = plain(expectedText(miss.expected))
      return [{ ...block('finding', expected, found === '' ? NOTHING : plain(found)), why }]
    }
    case 'finding-unexpected': {
      const why = [...findingWhy(miss.found), ...whyPhrases(miss.why)]
      return [{ ...block('no-finding', NOTHING, plain(foundText(miss.found))), why }]
    }
    case 'finding-differs':
      return miss.differs.map((each) => ({
        ...differing(foundText(miss.found), each),
        why: findingWhy(miss.found),
      }))
    case 'record-differs':
      return miss.differs.map((each) => ({
        ...differing(miss.record.record, each),
        why: [recordWhy(miss.record)],
      }))
    case 'tag-differs': {
      const [expected, found] = [plain(wantedTagText(miss.expected)), plain(tagText(miss.found))]
      return [{ ...block('tag', expected, found), why: tagWhy(miss.found) }]
    }
    case 'tag-unexpected':
      return [{ ...block('no-tag', NOTHING, plain(tagText(miss.found))), why: tagWhy(miss.found) }]
    case 'count-differs':
      return [countBlock(miss)]
  }
}

function block(about: keyof typeof MATTER_WORDS, expected: Phrase, found: Phrase): MissBlock {
  return { about: MATTER_WORDS[about], expected, found, why: [] }
}

function differing(
  about: string,
  { what, expected, found }: { what: string; expected: unknown; found: unknown },
): MissBlock {
  return {
    about: plain(`${what}, ${about}`),
    expected: plain(codeText(expected)),
    found: plain(codeText(found)),
    why: [],
  }
}

function countBlock({ site, figure, expected, found }: Miss & { kind: 'count-differs' }) {
  const [name, all] = [COUNT_FIELD_WORDS[figure], FLEET_WORDS['all-sites']]
  const about = {
    en: `${name.en}, ${site ?? all.en}`,
    es: `${name.es}, ${site ?? all.es}`,
  }
  return { about, expected: countWords(expected), found: countWords(found), why: [] }
}

/** @example machineText(['ninjaone:1', 'threatlocker:9']) // => 'ninjaone:1 + threatlocker:9' */
function machineText(refs: readonly string[]): string {
  return refs.join(' + ')
}

function expectedText({ check, about, records = [], ...more }: ExpectedFinding): string {
  const what = [...(about === undefined ? [] : [about]), ...records].join(' + ')
  const said = Object.entries(more).map(([part, value]) => `${part} ${codeText(value)}`)
  return [`${check}: ${what}`, ...said].join(', ')
}

function foundText({ check, about, records, scope }: FoundFinding): string {
  const what = records.length > 0 ? records.join(' + ') : about
  return `${check}: ${what} (${scope})`
}

function wantedTagText({ ocs, outcome, tag, suggests }: ExpectedTag): string {
  return tagParts({ ocs, outcome, tag: tag ?? null, suggests: suggests ?? [] })
}

function tagText(found: FoundTag): string {
  return tagParts(found)
}

/** @example 'ocs:12, planned, Edif_Central-Sala' */
function tagParts(of: Pick<FoundTag, 'ocs' | 'outcome' | 'tag' | 'suggests'>): string {
  const parts = [`ocs:${of.ocs}`, of.outcome, ...(of.tag === null ? [] : [of.tag])]
  return [...parts, ...of.suggests.map((key) => `~ ${key}`)].join(', ')
}

function plain(text: string): Phrase {
  return { en: text, es: text }
}
