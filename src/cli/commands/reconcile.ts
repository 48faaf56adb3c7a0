import { reconcileFleet } from '../../jobs/fleet/check-fleet.task.ts'
import { type Phrase, say } from '../../language/language.ts'
import { appCommand } from '../command.ts'
import { checkLines } from '../lines/check-lines.ts'

const NOTHING_COLLECTED: Phrase = {
  en: 'No machine was ever collected: muster collect',
  es: 'Nunca se ha recopilado ningún equipo: muster collect',
}

export const reconcile = appCommand({
  name: 'reconcile',
  does: {
    en: 'check the machines of the newest day again, by the rules as they are now',
    es: 'comprobar de nuevo los equipos del último día, con las reglas actuales',
  },
  async work(app) {
    const { state, summary } = await reconcileFleet(app)
    const { checks } = summary
    const lines = checks ? checkLines(checks, app.language) : [say(NOTHING_COLLECTED, app.language)]
    return { ending: state, document: summary, lines }
  },
})
