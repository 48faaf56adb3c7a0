import type { Person } from '../../access/people/queries.ts'
import type { OneTimePassword } from '../../access/people/store.ts'
import type { Role } from '../../contract/permission.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'

const ROLE_WORDS: Readonly<Record<Role, Phrase>> = {
  viewer: { en: 'viewer', es: 'consulta' },
  analyst: { en: 'analyst', es: 'analista' },
  operator: { en: 'operator', es: 'operador' },
  approver: { en: 'approver', es: 'aprobador' },
  administrator: { en: 'administrator', es: 'administrador' },
}

/** A person as one row of a table. */
export function personRow(person: Person, language: Language): string[] {
  const { name, role, sites } = person
  const words = (phrase: Phrase) => say(phrase, language)
  return [name, words(ROLE_WORDS[role]), sites?.join(', ') ?? words(ALL), words(stateOf(person))]
}

/** Told this once: it is kept as a hash only. */
export function oneTimeLines(
  { name, password }: OneTimePassword,
  { clock, language }: { clock: string; language: Language },
): string[] {
  return [
    say(
      {
        en: `One-time password of ${name}, shown this once and good until ${clock}: ${password}`,
        es: `Contraseña de un solo uso de ${name}, que se muestra esta única vez y sirve hasta ${clock}: ${password}`,
      },
      language,
    ),
  ]
}

function stateOf({ isDisabled, oneTimeUntil }: Person): Phrase {
  if (isDisabled) return { en: 'disabled', es: 'desactivada' }
  if (oneTimeUntil) return { en: 'must choose a password', es: 'debe elegir contraseña' }
  return { en: '', es: '' }
}

const ALL: Phrase = { en: 'all sites', es: 'todos los sitios' }
