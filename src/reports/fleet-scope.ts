import type { Scope } from '../inventory/site/scope.ts'
import { FLEET_WORDS } from '../language/fleet-words.ts'
import type { Phrase } from '../language/language.ts'
import type { FleetColumn } from './fleet-table.ts'
import type { Voice } from './voice.ts'

/** Where a row was counted: `all`, `site` with its name, or `unmapped`. */
export function scopeColumns<Row>(scopeOf: (row: Row) => Scope): FleetColumn<Row>[] {
  return [
    {
      key: 'scope',
      title: { en: 'Counted', es: 'Contado' },
      code: (row) => scopeCode(scopeOf(row)),
      cell: (row, { say }) => say(SCOPE_WORDS[scopeCode(scopeOf(row))]),
    },
    {
      key: 'site_name',
      title: { en: 'Site', es: 'Sitio' },
      code: (row) => siteOf(scopeOf(row)),
      cell: (row, voice) => scopeName(scopeOf(row), voice),
    },
  ]
}

const SCOPE_WORDS: Readonly<Record<'all' | 'site' | 'unmapped', Phrase>> = {
  all: { en: 'everywhere', es: 'en todas partes' },
  site: { en: 'at a site', es: 'en un sitio' },
  unmapped: { en: 'at no site', es: 'sin sitio' },
}

function scopeCode(scope: Scope): keyof typeof SCOPE_WORDS {
  if (scope.kind === 'all') return 'all'
  return scope.site === null ? 'unmapped' : 'site'
}

function siteOf(scope: Scope): string | null {
  return scope.kind === 'all' ? null : scope.site
}

/** A scope as people read it. */
export function scopeName(scope: Scope, { say }: Pick<Voice, 'say'>): string {
  if (scope.kind === 'all') return say(FLEET_WORDS['all-sites'])
  return scope.site ?? say(FLEET_WORDS.unmapped)
}
