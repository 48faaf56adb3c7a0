/** A language that Muster speaks. */
export type Language = 'en' | 'es'

const KEPT_AS = 'muster.language'

/** What the person chose, else what the browser asks for; English where neither says. */
export function spokenLanguage(): Language {
  return chosenLanguage() ?? browserLanguage() ?? 'en'
}

/** Keeps a choice for this browser. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEPT_AS, language)
}

function chosenLanguage(): Language | null {
  const kept = localStorage.getItem(KEPT_AS)
  return kept === 'en' || kept === 'es' ? kept : null
}

function browserLanguage(): Language | null {
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())
  return spoken.find((tag): tag is Language => tag === 'en' || tag === 'es') ?? null
}
