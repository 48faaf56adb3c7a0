import { z } from 'zod'
import type { App } from '../../app.ts'
import { linkStore } from '../../inventory/link/store.ts'
import { AppError } from '../../lib/errors.ts'
import { ALL_FINDINGS } from '../../reconcile/findings/list-queries.ts'
import { findingStore } from '../../reconcile/findings/store.ts'
import { recordIdsIn, withRecordRefs } from '../../reports/evidence-records.ts'
import { voiceOf } from '../../reports/voice.ts'
import { todayOf } from '../asked-day.ts'
import { appCommand } from '../command.ts'
import { parseFinding } from '../finding-number.ts'
import { findingLines, type ToldFinding } from '../lines/finding-lines.ts'
import { shownLooks } from '../shown-looks.ts'

export const finding = appCommand({
  name: 'finding',
  does: {
    en: 'show one finding: what its check says, the evidence, what was compared, and its whole history',
    es: 'mostrar una discrepancia: qué dice su comprobación, los indicios, qué se comparó y toda su historia',
  },
  argument: { syntax: '<finding>', means: { en: 'F12 or 12', es: 'F12 o 12' } },
  async work(app, { argument }) {
    const told = await toldFinding(app, parseFinding(argument ?? ''))
    const { finding: found, evidence, look, events } = told
    const voice = voiceOf(app.language, app.settings.timeZone)
    return {
      ending: 'agreed',
      document: { ref: `F${found.id}`, ...found, evidence, look, events },
      lines: findingLines(told, voice),
    }
  },
})

/** Evidence of a namesake that is not at the same site. */
const Namesake = z.object({
  lost: z.object({ recordId: z.number(), reason: z.object({ kind: z.literal('other-site') }) }),
})

/** Throws `finding.not-found`. */
async function toldFinding(app: App, id: number): Promise<ToldFinding> {
  const { database } = app
  const findings = findingStore(database)
  const filter = { ...ALL_FINDINGS, ids: [id] }
  const page = { sort: 'name', limit: 1, offset: 0 } as const
  const [found] = (await findings.list(filter, page, todayOf(app))).items
  if (!found) throw new AppError('finding.not-found', { findings: [`F${id}`] })
  const links = linkStore(database)
  const refs = await links.refs(recordIdsIn(found.evidence))
  const namesake = Namesake.safeParse(found.evidence).data?.lost.recordId
  const unplaced = await links.unplaced(namesake === undefined ? [] : [namesake], todayOf(app))
  const looks = await shownLooks(app, [found.check])
  return {
    finding: found,
    evidence: withRecordRefs(found.evidence, refs),
    unplaced: (namesake === undefined ? null : unplaced.get(namesake)) ?? null,
    look: looks.find(({ scope }) => scope === found.scope) ?? null,
    events: await findings.events(id),
  }
}
