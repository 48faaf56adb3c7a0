import { type Language, type Phrase, say } from '../../language/language.ts'
import { remarkWords } from '../../language/lint-words.ts'
import { counted, type Noun } from '../../language/list-words.ts'
import type { Lint } from '../../reconcile/checks/lint-policy.ts'
import { shownText } from './terminal-text.ts'

const CLEAN: Phrase = {
  en: 'Nothing in the configuration is without effect.',
  es: 'Nada en la configuración queda sin efecto.',
}
const REMARKS: Noun = {
  one: { en: 'remark', es: 'observación' },
  many: { en: 'remarks', es: 'observaciones' },
}

/** What of a configuration does nothing, a line each. */
export function lintLines({ remarks, unjudged }: Lint, language: Language): string[] {
  const words = (phrase: Phrase) => say(phrase, language)
  return [
    ...(remarks.length === 0 ? [words(CLEAN)] : [`${words(counted(remarks.length, REMARKS))}:`]),
    ...remarks.map((remark) => shownText(`  ${remark.setting}: ${words(remarkWords(remark))}`)),
    ...(unjudged.length === 0 ? [] : [words(unjudgedWords(unjudged))]),
  ]
}

function unjudgedWords(settings: readonly string[]): Phrase {
  const list = settings.join(', ')
  return {
    en: `No machine is kept yet, so these names could not be compared: ${list}. Run "muster collect", then this again.`,
    es: `Aún no se conserva ningún equipo, así que estos nombres no se pudieron comparar: ${list}. Ejecute «muster collect» y repita.`,
  }
}
