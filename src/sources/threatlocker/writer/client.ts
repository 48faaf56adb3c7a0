import { AppError } from '../../../lib/errors.ts'
import { type HttpClient, httpClient } from '../../http.ts'
import type { Outside } from '../../outside.ts'
import type { FieldChange, WriteOutcome, Writer } from '../../source.ts'
import { textOf } from '../delivery.ts'
import { rowsOf } from '../list-answer.ts'
import { COMPUTERS, EDIT_FORM, UPDATE } from '../requests.ts'
import { accountOf, baseUrlOf, signedBy, type ThreatlockerSettings } from '../schema.ts'
import { type EditForm, editFormIn, renamed, stateIn } from './edit-form.ts'
import { nameFault } from './name-fault.ts'
import { type PortalFailure, portalFailure } from './portal-failure.ts'

const SOURCE = 'threatlocker'
/** A computer that is gone answers as a failing service does: not long is waited for it to recover. */
const PATIENCE_SECONDS = 30

/** A portal in which names can be changed. */
interface EditablePortal {
  readonly http: HttpClient
  readonly settings: ThreatlockerSettings
}

/**
 * A writer of the names of computers. The portal knows no transactions: each computer is read, given
 * its name where the one planned on still stands, and read again.
 */
export function openThreatlockerWriter(settings: ThreatlockerSettings, outside: Outside): Writer {
  const retrySeconds = Math.min(settings.http.retrySeconds, PATIENCE_SECONDS)
  const to = { source: SOURCE, baseUrl: baseUrlOf(settings) }
  const http = httpClient({ ...to, settings: { ...settings.http, retrySeconds } }, outside)
  const portal: EditablePortal = { http, settings }
  return {
    target: accountOf(settings),
    batchSize: 1,
    assertWritable: () => assertWritable(portal),
    async replace(changes) {
      const outcomes: WriteOutcome[] = []
      for (const change of changes) outcomes.push(await replaceName(portal, change))
      return outcomes
    },
    close: async () => {},
  }
}

/**
 * Asks for one computer as one asks before an edit. A role without the right is refused there, or not
 * before the first edit itself: no question that writes nothing tells the rest.
 */
async function assertWritable(portal: EditablePortal): Promise<void> {
  const [row] = await anyComputer(portal)
  const recordKey = textOf(row, COMPUTERS.id)
  if (recordKey === '') return
  const asked = await askForm(portal, { recordKey, organisation: textOf(row, 'organizationId') })
  if (asked.kind === 'stop') throw asked.error
}

async function anyComputer({ http, settings }: EditablePortal): Promise<readonly unknown[]> {
  const { body } = await http.send({
    method: 'POST',
    path: COMPUTERS.path,
    headers: signedBy(settings),
    json: { ...COMPUTERS.asks, pageNumber: 1, pageSize: 1 },
    isSafe: true,
  })
  return rowsOf(body) ?? []
}

async function replaceName(portal: EditablePortal, change: FieldChange): Promise<WriteOutcome> {
  const { from, to } = change
  const fault = nameFault(to)
  if (to === null || fault !== null) return failed(fault ?? 'name-blank')
  const before = await askForm(portal, change)
  if (before.kind !== 'form') return judgeBefore(portal, before)
  const found = stateIn(before.form)
  if (found.value !== from) return { kind: 'moved', found }

  const failure = await sendForm(portal, change, renamed(before.form, to))
  if (failure?.kind === 'refused') return failed(`refused-by-portal: ${failure.reason}`)
  if (failure?.kind === 'stop') throw failure.error
  return judgeAfter(portal, change, failure)
}

/** Why a computer was not to be had: it, or the whole portal. */
async function judgeBefore(portal: EditablePortal, failure: PortalFailure): Promise<WriteOutcome> {
  if (failure.kind === 'refused') return failed(`refused-by-portal: ${failure.reason}`)
  if (failure.kind === 'stop' || failure.status === null) throw failure.error
  await anyComputer(portal) // throws where the portal fails at everything
  return failed(`not-given: ${failure.status}`)
}

/** What came of an edit that was taken, or of which nobody knows: told by the name that stands now. */
async function judgeAfter(
  portal: EditablePortal,
  change: FieldChange,
  failure: (PortalFailure & { kind: 'unclear' }) | null,
): Promise<WriteOutcome> {
  const after = await askForm(portal, change)
  if (after.kind !== 'form') throw failure?.error ?? after.error
  const found = stateIn(after.form)
  if (found.value === change.to) return { kind: 'applied' }
  if (failure === null) return failed(`portal-keeps: ${JSON.stringify(found.value)}`)
  if (found.value !== change.from) return { kind: 'moved', found }
  if (failure.status === null) throw failure.error
  return failed(`portal-error: ${failure.status}`)
}

function failed(reason: string): WriteOutcome {
  return { kind: 'failed', reason }
}

type Whose = Pick<FieldChange, 'recordKey' | 'organisation'>

async function askForm(
  { http, settings }: EditablePortal,
  { recordKey, organisation }: Whose,
): Promise<{ readonly kind: 'form'; readonly form: EditForm } | PortalFailure> {
  try {
    const { status, body } = await http.send({
      method: 'GET',
      path: EDIT_FORM,
      query: { computerId: recordKey },
      headers: signedBy(settings, organisation),
    })
    const form = editFormIn(body, recordKey)
    if (form) return { kind: 'form', form }
    const url = `${baseUrlOf(settings)}${EDIT_FORM}`
    const error = new AppError('api.unexpected', { source: SOURCE, url, problem: 'not-a-form' })
    return { kind: 'unclear', error, status }
  } catch (error) {
    return portalFailure(error)
  }
}

/** Null where the portal took it. It is sent once: between two tries a person may have been there. */
async function sendForm(
  { http, settings }: EditablePortal,
  { organisation }: Whose,
  form: EditForm,
): Promise<PortalFailure | null> {
  try {
    const headers = signedBy(settings, organisation)
    await http.send({ method: 'PATCH', path: UPDATE, headers, json: form })
    return null
  } catch (error) {
    return portalFailure(error)
  }
}
