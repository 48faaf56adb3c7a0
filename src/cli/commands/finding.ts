import { tellFinding } from '../../jobs/findings/tell-finding.task.ts'
import { voiceOf } from '../../reports/voice.ts'
import { appCommand } from '../command.ts'
import { parseFinding } from '../finding-number.ts'
import { findingLines } from '../lines/finding-lines.ts'

export const finding = appCommand({
  name: 'finding',
  does: {
    en: 'show one finding: what its check says, the evidence, what was compared, and its whole history',
    es: 'mostrar una discrepancia: qué dice su comprobación, los indicios, qué se comparó y toda su historia',
  },
  argument: { syntax: '<finding>', means: { en: 'F12 or 12', es: 'F12 o 12' } },
  async work(app, { argument }) {
    const told = await tellFinding(app, parseFinding(argument ?? ''))
    const { finding: found, evidence, look, events } = told
    const voice = voiceOf(app.language, app.settings.timeZone)
    return {
      ending: 'agreed',
      document: { ref: `F${found.id}`, ...found, evidence, look, events },
      lines: findingLines(told, voice),
    }
  },
})
