import { acceptHeld } from '../../jobs/accept-held.task.ts'
import { say } from '../../language/language.ts'
import { AppError } from '../../lib/errors.ts'
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
    const held = parseHeld(argument ?? '')
    const { kind, id } = held
    const by = option('by')?.trim() ?? ''
    const reason = option('reason')
    if (by === '') {
      throw new AppError('command.bad-argument', { argument: '--by', value: by, wanted: 'Ana' })
    }
    await acceptHeld(app, { ...held, by, reason })
    const words = { en: `${argument} accepted by ${by}`, es: `${argument} aceptado por ${by}` }
    return {
      ending: 'agreed',
      document: { kind, id, by, reason },
      lines: [
        say(words, app.language),
        ...(kind === 'plan' ? [`muster apply P${id}`] : ['muster plan']),
      ],
    }
  },
})
