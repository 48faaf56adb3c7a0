import { type AcceptedSummary, acceptHeld } from '../../jobs/accept-held.task.ts'
import { type Phrase, say } from '../../language/language.ts'
import { AppError } from '../../lib/errors.ts'
import { appCommand } from '../command.ts'
import { keptLines } from '../lines/kept-lines.ts'
import { namedHeld } from '../named-plan.ts'

/** What is done with what was accepted. */
function nextStep({ kind, id, fleet }: AcceptedSummary): string {
  if (kind === 'plan') return `muster apply P${id}`
  return fleet === null ? 'muster plan' : 'muster counts'
}

/** Said after the name of what a person called `latest`. */
const LATEST: Phrase = { en: ', the newest held plan,', es: ', el plan retenido más nuevo,' }

export const accept = appCommand({
  name: 'accept',
  does: {
    en: 'accept a held plan (P12), or a held or partial collection (C41), by name',
    es: 'aceptar con nombre un plan retenido (P12), o una entrega retenida o parcial (C41)',
  },
  argument: {
    syntax: '<held>',
    means: {
      en: 'P12, C41, or latest for the newest held plan, never for a collection',
      es: 'P12, C41, o latest para el plan retenido más nuevo, nunca para una entrega',
    },
  },
  options: [
    {
      flags: '--by <name>',
      means: { en: 'who accepts it', es: 'quién lo acepta' },
      isRequired: true,
    },
    { flags: '--reason <text>', means: { en: 'why', es: 'por qué' } },
  ],
  async work(app, { argument, option }) {
    const { kind, id, isLatest } = await namedHeld(app, argument ?? '')
    const by = option('by')?.trim() ?? ''
    const reason = option('reason')
    if (by === '') {
      throw new AppError('command.bad-argument', { argument: '--by', value: by, wanted: 'Ana' })
    }
    const { summary } = await acceptHeld(app, { kind, id, by, reason })
    const name = `${kind === 'plan' ? 'P' : 'C'}${id}`
    const { fleet } = summary
    const what = isLatest ? LATEST : { en: '', es: '' }
    const words = {
      en: `${name}${what.en} accepted by ${by}`,
      es: `${name}${what.es} aceptado por ${by}`,
    }
    return {
      ending: 'agreed',
      document: { kind, id, by, reason, ...(fleet ? { fleet } : {}) },
      lines: [
        say(words, app.language),
        ...(fleet ? keptLines(fleet, app.language) : []),
        nextStep(summary),
      ],
    }
  },
})
