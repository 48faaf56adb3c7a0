import { collectionStore } from '../../collect/store.ts'
import { say } from '../../language/language.ts'
import { planStore } from '../../reconcile/store.ts'
import { appCommand } from '../command.ts'
import { parseHeld } from '../plan-number.ts'

export const accept = appCommand({
  name: 'accept',
  does: {
    en: 'accept a held plan (P12) or a held delivery (C41) by name',
    es: 'aceptar con nombre un plan retenido (P12) o una entrega retenida (C41)',
  },
  argument: { syntax: '<held>', means: { en: 'P12 or C41', es: 'P12 o C41' } },
  options: [
    {
      flags: '--by <name>',
      means: { en: 'who accepts it', es: 'quién lo acepta' },
      isRequired: true,
    },
    { flags: '--reason <text>', means: { en: 'why', es: 'por qué' } },
  ],
  async work(app, { argument, option }) {
    const { kind, id } = parseHeld(argument ?? '')
    const [by, reason] = [option('by') ?? '', option('reason')]
    const store = kind === 'plan' ? planStore(app.database) : collectionStore(app.database)
    await store.accept(id, by, reason)
    const words = { en: `${argument} accepted by ${by}`, es: `${argument} aceptado por ${by}` }
    return {
      ending: 'agreed',
      document: { kind, id, by, reason },
      lines: [say(words, app.language)],
    }
  },
})
