import { pruneFleet, wouldPrune } from '../../jobs/fleet/prune-fleet.task.ts'
import { appCommand } from '../command.ts'
import { pruneLines } from '../lines/prune-lines.ts'

export const prune = appCommand({
  name: 'prune',
  does: {
    en: 'take out of the history what is no longer to be kept; month-ends stay',
    es: 'quitar de la historia lo que ya no se conserva; los cierres de mes se quedan',
  },
  options: [
    {
      flags: '--dry-run',
      means: { en: 'only say what would go', es: 'solo decir qué se quitaría' },
    },
  ],
  async work(app, { has }) {
    if (has('dryRun')) {
      const would = await wouldPrune(app)
      const document = { dryRun: true, ...would }
      return { ending: 'agreed', document, lines: pruneLines(would, app.language) }
    }
    const { run, state, summary } = await pruneFleet(app)
    return {
      ending: state,
      document: { dryRun: false, run, state, ...summary },
      lines: pruneLines(summary, app.language),
    }
  },
})
