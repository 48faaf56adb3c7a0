import type { MatchSummary } from '../../inventory/link/match-day.task.ts'
import type { PlacingSummary } from '../../inventory/site/place-organisations.task.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted, countWords, type Noun } from '../../language/list-words.ts'
import { MACHINES, ORGANISATIONS, QUESTIONS } from '../../language/machine-nouns.ts'
import { RECORDS } from '../../language/noun-words.ts'

/** How a day's records were matched into machines, and what only a person can decide. */
export function matchingLines(matching: MatchSummary, language: Language): string[] {
  const { ambiguous, clashes, merged } = matching
  const phrases = [
    matchedWords(matching),
    ...(merged > 0 ? [mergedWords(merged)] : []),
    ...(ambiguous > 0 ? [questionWords(ambiguous)] : []),
    ...(clashes > 0 ? [clashWords(clashes)] : []),
  ]
  return phrases.map((phrase) => say(phrase, language))
}

function matchedWords({ records, devices, pairsCompared }: MatchSummary): Phrase {
  const [of, are] = [counted(records, RECORDS), counted(devices, MACHINES)]
  const pairs = countWords(pairsCompared)
  return {
    en: `Matching: ${of.en}, ${are.en} (pairs compared: ${pairs.en})`,
    es: `Emparejamiento: ${of.es}, ${are.es} (pares comparados: ${pairs.es})`,
  }
}

function mergedWords(merged: number): Phrase {
  const { en, es } = counted(merged, MACHINES)
  return {
    en: `  ${en} turned out to be another one`,
    es: `  ${es} que resultaron ser otro`,
  }
}

function questionWords(ambiguous: number): Phrase {
  const { en, es } = counted(ambiguous, QUESTIONS)
  return {
    en: `  ${en} for a person to decide: muster link`,
    es: `  ${es} que debe decidir una persona: muster link`,
  }
}

const WORDS_SET_ASIDE: Noun = {
  one: { en: "person's decision was set aside", es: 'decisión de una persona se dejó de lado' },
  many: {
    en: "people's decisions were set aside",
    es: 'decisiones de personas se dejaron de lado',
  },
}

function clashWords(clashes: number): Phrase {
  const { en, es } = counted(clashes, WORDS_SET_ASIDE)
  return {
    en: `  ${en}, because others forbid what was said`,
    es: `  ${es}, porque otras prohíben lo dicho`,
  }
}

const BECAME_SITES: Noun = {
  one: { en: 'organisation became a site', es: 'organización pasó a ser un sitio' },
  many: { en: 'organisations became sites', es: 'organizaciones pasaron a ser sitios' },
}
const PLACED: Noun = {
  one: { en: 'placed by its name', es: 'colocada por su nombre' },
  many: { en: 'placed by their names', es: 'colocadas por su nombre' },
}

/** How a day's organisations were placed, and which wait for a person. */
export function placingLines(placing: PlacingSummary, language: Language): string[] {
  const { made, sameName, unmapped } = placing
  const [became, placed] = [counted(made, BECAME_SITES), counted(sameName, PLACED)]
  const waiting = counted(unmapped, ORGANISATIONS)
  const phrases: Phrase[] = [
    { en: `Sites: ${became.en}, ${placed.en}`, es: `Sitios: ${became.es}, ${placed.es}` },
  ]
  if (unmapped > 0) {
    phrases.push({
      en: `  ${waiting.en} for a person to place: muster site-map`,
      es: `  ${waiting.es} que debe colocar una persona: muster site-map`,
    })
  }
  return phrases.map((phrase) => say(phrase, language))
}
