import { failureWords } from '../../language/failure-words.ts'
import { type Phrase, say } from '../../language/language.ts'
import { CHANGE_OUTCOME_WORDS } from '../../language/report-words.ts'
import type { AuditEntry } from '../../reconcile/change-queries.ts'
import { planStore } from '../../reconcile/store.ts'
import { auditVerification, HEAD_OPTION } from '../audit-verification.ts'
import { appCommand } from '../command.ts'
import { quoted } from '../lines/change-lines.ts'
import { allOption, listingLines } from '../lines/listing-lines.ts'
import { namedPlan } from '../named-plan.ts'

/** How many are listed; `--all` lifts it. */
const LISTED = 100

export const audit = appCommand({
  name: 'audit',
  does: {
    en: 'list every change that was written or tried: when, by whom, from what to what; or verify the trail of who did what',
    es: 'listar cada cambio escrito o intentado: cuándo, por quién, de qué a qué; o verificar el rastro de quién hizo qué',
  },
  argument: {
    syntax: '[plan]',
    means: {
      en: 'of one plan and its undo only; verify: whether an entry of access was altered, removed or slipped in',
      es: 'solo de un plan y su reversión; verify: si alguna anotación de acceso se alteró, quitó o coló',
    },
  },
  options: [allOption(LISTED), HEAD_OPTION],
  async work(app, call) {
    const { argument, has } = call
    if (argument === 'verify') return auditVerification(app, call)
    const planId = argument === null ? null : await namedPlan(app, argument)
    const plans = planStore(app.database)
    if (planId !== null) await plans.get(planId)
    const { items, total } = await plans.auditTrail(planId, has('all') ? null : LISTED)
    const words = (phrase: Phrase) => say(phrase, app.language)
    const foundInstead = ({ reason, found }: AuditEntry) =>
      reason === null ? quoted(found) : words(failureWords(reason))
    const rows = items.map((entry) => [
      app.clock(entry.at),
      `${entry.actor}, R${entry.runId}`,
      `P${entry.planId}${entry.undoes === null ? '' : ` (P${entry.undoes})`}`,
      words(CORRECTED[entry.corrects]),
      entry.recordKey,
      `${quoted(entry.from)} -> ${quoted(entry.to)}`,
      words(CHANGE_OUTCOME_WORDS[entry.kind]),
      entry.kind === 'applied' ? '' : foundInstead(entry),
    ])
    const alignments = ['left', 'left', 'left', 'left', 'right'] as const
    const command = `muster audit ${planId === null ? '' : `P${planId} `}--all`
    const listing = { rows, alignments, total, command, none: NONE }
    return {
      ending: 'agreed',
      document: { items, total },
      lines: listingLines(listing, app.language),
    }
  },
})

/** What was changed in the record. */
const CORRECTED: Readonly<Record<AuditEntry['corrects'], Phrase>> = {
  tags: { en: 'TAG', es: 'TAG' },
  names: { en: 'name', es: 'nombre' },
}

const NONE: Phrase = {
  en: 'No change was written or tried.',
  es: 'No se escribió ni se intentó ningún cambio.',
}
