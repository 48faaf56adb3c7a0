import { peopleStore } from '../../access/people/store.ts'
import { appCommand } from '../command.ts'
import { listingLines } from '../lines/listing-lines.ts'
import { personRow } from '../lines/person-lines.ts'

export const people = appCommand({
  name: 'people',
  does: {
    en: 'list who may sign in to the server, and what they may do there',
    es: 'listar quién puede iniciar sesión en el servidor y qué puede hacer en él',
  },
  async work({ database, language }) {
    const items = await peopleStore(database).list()
    const listing = {
      ...{ total: items.length, command: 'muster people' },
      rows: items.map((person) => personRow(person, language)),
      alignments: ['left', 'left', 'left', 'left'] as const,
      none: {
        en: 'Nobody may sign in yet: "muster serve" makes the first administrator.',
        es: 'Aún nadie puede iniciar sesión: «muster serve» crea el primer administrador.',
      },
    }
    return {
      ending: 'agreed',
      document: { items, total: items.length },
      lines: listingLines(listing, language),
    }
  },
})
