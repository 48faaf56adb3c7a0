import { AppError } from '../../../lib/errors.ts'
import { type HttpClient, httpClient } from '../../http.ts'
import type { Outside } from '../../outside.ts'
import type { FieldChange, WriteOutcome, Writer } from '../../source.ts'
import { textOf } from '../delivery.ts'
import { rowsOf } from '../list-answer.ts'
import { readComputerNames } from '../names/client.ts'
import type { NameReading } from '../names/name-reading.ts'
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
  /** The whole list, read when it is first needed. */
  readonly listed: () => Promise<NameReading>
}

/**
 * A writer of the names of computers. The portal knows no transactions: each computer is read, given
 * its name where the one planned on still stands, and read again.
 */
export function openThreatlockerWriter(settings: ThreatlockerSettings, outside: Outside): Writer {
  const retrySeconds = Math.min(settings.http.retrySeconds, PATIENCE_SECONDS)
  const to = { source: SOURCE, baseUrl: baseUrlOf(settings) }
  const http = httpClient({ ...to, settings: { ...settings.http, retrySeconds } }, outside)
  const listed = readOnce(() => readComputerNames(settings, outside))
  const portal: EditablePortal = { http, settings, listed }
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

/** What `read` gave when it last succeeded; a failure is not kept. */
function readOnce<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: { readonly value: T } | null = null
  return async () => {
    kept ??= { value: await read() }
    return kept.value
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
  const whose = { recordKey, organisation: textOf(row, 'organizationId') }
  const own = await askForm(portal, whose)
  const asked = isRefusedToChild(portal, whose, own) ? await askForm(portal, forParent(whose)) : own
  if (asked.kind === 'stop') throw asked.error
}

/** True where the account may do nothing on behalf of a child, which may be the child's doing alone. */
function isRefusedToChild(
  { settings }: EditablePortal,
  { organisation }: Whose,
  asked: { readonly kind: string; readonly isForbidden?: boolean },
): boolean {
  const isChild =
    organisation !== null && organisation !== '' && organisation !== settings.organisationId
  return asked.isForbidden === true && isChild
}

function forParent<T extends Whose>(whose: T): T {
  return { ...whose, organisation: null }
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

/** What came of a change, or of the work as a whole. */
type Tried = WriteOutcome | (PortalFailure & { kind: 'stop' })

const GONE: WriteOutcome = { kind: 'moved', found: null }

async function replaceName(portal: EditablePortal, change: FieldChange): Promise<WriteOutcome> {
  const { to } = change
  const fault = nameFault(to)
  if (to === null || fault !== null) return failed(fault ?? 'name-blank')
  const own = await tryName(portal, change, to)
  const tried = isRefusedToChild(portal, change, own)
    ? await tryName(portal, forParent(change), to)
    : own
  if (tried.kind !== 'stop') return tried
  if (tried.isForbidden && (await isGone(portal, change))) return GONE
  throw tried.error
}

async function tryName(portal: EditablePortal, change: FieldChange, to: string): Promise<Tried> {
  const before = await askForm(portal, change)
  if (before.kind !== 'form') return judgeBefore(portal, change, before)
  const found = stateIn(before.form)
  if (found.value !== change.from) return { kind: 'moved', found }

  const failure = await sendForm(portal, change, renamed(before.form, to))
  if (failure?.kind === 'stop') return failure
  if (failure?.kind === 'refused' && failure.isInvalid)
    return failed(wordsOf(failure, 'portal-error'))
  return judgeAfter(portal, change, failure)
}

/** Why a computer was not to be had: it is gone, it is refused, or the whole portal fails. */
async function judgeBefore(
  portal: EditablePortal,
  change: FieldChange,
  failure: PortalFailure,
): Promise<Tried> {
  if (failure.kind === 'stop') return failure
  if (failure.kind === 'unclear' && failure.status === null) throw failure.error
  await anyComputer(portal) // throws where the portal fails at everything
  return (await isGone(portal, change)) ? GONE : failed(wordsOf(failure, 'not-given'))
}

/** True where the list, read whole, has other computers and not this one. */
async function isGone({ listed }: EditablePortal, { recordKey }: Whose): Promise<boolean> {
  const { names, unreadable, isWhole } = await listed()
  return isWhole && names.size > 0 && !names.has(recordKey) && !unreadable.has(recordKey)
}

/** What came of an edit that was taken, or of which nobody knows: told by the name that stands now. */
async function judgeAfter(
  portal: EditablePortal,
  change: FieldChange,
  failure: Exclude<PortalFailure, { kind: 'stop' }> | null,
): Promise<Tried> {
  const after = await askForm(portal, change)
  if (after.kind !== 'form') {
    if (failure?.kind === 'refused') return judgeBefore(portal, change, after)
    throw failure?.error ?? after.error
  }
  const found = stateIn(after.form)
  if (found.value === change.to) return { kind: 'applied' }
  if (failure === null) return failed(`portal-keeps: ${JSON.stringify(found.value)}`)
  if (found.value !== change.from) return { kind: 'moved', found }
  if (failure.status === null) throw failure.error
  return failed(wordsOf(failure, 'portal-error'))
}

/** Why the portal did not give or take a computer, in its own words where it has some. */
function wordsOf(
  failure: Exclude<PortalFailure, { kind: 'stop' }>,
  code: 'not-given' | 'portal-error',
): string {
  if (failure.kind === 'unclear') return `${code}: ${failure.status}`
  const { isInvalid, status, reason } = failure
  return isInvalid ? `refused-by-portal: ${reason}` : `${code}: ${status}: ${reason}`
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
