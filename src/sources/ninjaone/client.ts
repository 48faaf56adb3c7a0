import { AppError } from '../../lib/errors.ts'
import { type HttpClient, httpClient } from '../http.ts'
import type { Outside } from '../outside.ts'
import type { Connection, DeliveredRow, Missing, SourceNote } from '../source.ts'
import { absentField, addValue, type CustomFieldValues, fewerThanSaid } from './custom-field.ts'
import { type DeliveryRules, deliverDevices, newTally, tallyNotes } from './device-delivery.ts'
import { directoryOf, organisationFilter, wantedOrganisations } from './directory.ts'
import { judgeListPage, LIST_START, type ListedElement, type ListState } from './list-page.ts'
import { judgeReportPage, REPORT_START, type ReportState } from './report-page.ts'
import { baseUrlOf, type NinjaoneSettings } from './schema.ts'
import { ninjaoneAuthorizer } from './sign-in/client.ts'

const ORGANISATIONS = '/v2/organizations'
const LOCATIONS = '/v2/locations'
const ROLES = '/v2/roles'
const DEVICES = '/v2/devices-detailed'
const CUSTOM_FIELDS = '/v2/queries/custom-fields'

/** An account found to answer. */
interface Account {
  readonly http: HttpClient
  readonly settings: NinjaoneSettings
}

/** What one reading has to say beside its rows. */
interface Remarks {
  notes: readonly SourceNote[]
  missing: readonly Missing[]
}

interface WantedField {
  readonly field: string
  readonly df: string | undefined
}

interface ReadField extends Remarks {
  readonly values: CustomFieldValues
}

/** Opens a NinjaOne account for reading: signs in and reads what devices refer to. Sends nothing but reads. */
export async function connectNinjaone(
  settings: NinjaoneSettings,
  outside: Outside,
): Promise<Connection> {
  const to = { source: 'ninjaone', baseUrl: baseUrlOf(settings), settings: settings.http }
  const authorizer = ninjaoneAuthorizer({ settings, http: httpClient(to, outside), outside })
  const account = { http: httpClient({ ...to, authorizer }, outside), settings }
  const rules = await readRules(account)
  const remarks: Remarks = { notes: [], missing: [] }
  return {
    origin: { name: to.baseUrl, hash: null, bytes: null },
    expected: () => null,
    rows: () => rows(account, rules, remarks),
    notes: () => remarks.notes,
    missing: () => remarks.missing,
    close: async () => {},
  }
}

async function readRules({ http, settings }: Account): Promise<DeliveryRules> {
  const account = { http, settings }
  const organisations = directoryOf(await wholeList(account, ORGANISATIONS))
  const locations = directoryOf(await wholeList(account, LOCATIONS))
  const { body: roles } = await http.send({ method: 'GET', path: ROLES })
  if (!Array.isArray(roles)) throw unexpected(settings, ROLES, 'not-a-list')
  const wanted = wantedOrganisations(organisations, settings.organisations)
  if (wanted.kind === 'unclear') {
    throw unexpected(settings, ORGANISATIONS, `organisation-not-found: ${wanted.asked}`)
  }
  return {
    organisations,
    locations,
    roles: directoryOf(roles),
    wanted: wanted.kind === 'all' ? null : wanted.ids,
    approvalStates: settings.approvalStates,
  }
}

async function wholeList(account: Account, path: string): Promise<unknown[]> {
  const elements: unknown[] = []
  for await (const page of listPages(account, path)) {
    elements.push(...page.elements.map(({ element }) => element))
  }
  return elements
}

async function* rows(
  account: Account,
  rules: DeliveryRules,
  remarks: Remarks,
): AsyncGenerator<readonly DeliveredRow[]> {
  const tally = newTally()
  Object.assign(remarks, { notes: [], missing: [] })
  const df = organisationFilter(rules.wanted)
  const field = account.settings.inventoryNumberField
  const read = field === undefined ? null : await readCustomField(account, { field, df })
  const known = { rules, values: read?.values ?? null }
  let page = 0
  for await (const { elements, repeated } of listPages(account, DEVICES, df)) {
    page += 1
    tally.repeated += repeated
    const delivered = deliverDevices({ elements, page }, known, tally)
    if (delivered.length > 0) yield delivered
  }
  remarks.notes = [...tallyNotes(tally), ...(read?.notes ?? [])]
  remarks.missing = read?.missing ?? []
}

/** A list page by page, until nothing follows. */
async function* listPages(
  { http, settings }: Account,
  path: string,
  df?: string,
): AsyncGenerator<{ elements: readonly ListedElement[]; repeated: number }> {
  let state: ListState = LIST_START
  while (true) {
    const { pageSize } = settings
    const query = { pageSize, after: state.after ?? undefined, df }
    const { body } = await http.send({ method: 'GET', path, query })
    const page = judgeListPage(body, state)
    switch (page.kind) {
      case 'end':
        return
      case 'stuck':
        throw pageLoop(settings, path, `after ${state.after}`)
      case 'unexpected':
        throw unexpected(settings, path, page.problem)
      case 'page':
        yield page
        state = page.next
    }
  }
}

/**
 * One custom field of the whole fleet, with what is to be said of it: never a request per device. A
 * report that came short is read anew once, for a lost answer takes its page with it.
 */
async function readCustomField(account: Account, wanted: WantedField): Promise<ReadField> {
  const read = await readReport(account, wanted)
  return read.missing.length === 0 ? read : await readReport(account, wanted)
}

async function readReport(
  { http, settings }: Account,
  { field, df }: WantedField,
): Promise<ReadField> {
  const values: CustomFieldValues = new Map()
  let state: ReportState = REPORT_START
  for (let isOver = false; !isOver; ) {
    const cursor = state.cursor ?? undefined
    const query = { pageSize: settings.pageSize, fields: field, cursor, df }
    const { body } = await http.send({ method: 'GET', path: CUSTOM_FIELDS, query })
    const page = judgeReportPage(body, state)
    if (page.kind === 'not-a-report') throw unexpected(settings, CUSTOM_FIELDS, 'not-a-report')
    if (page.kind === 'stuck') throw pageLoop(settings, CUSTOM_FIELDS, `cursor ${state.cursor}`)
    for (const row of page.rows) addValue(values, row, field)
    state = page.next
    isOver = page.kind === 'end'
  }
  return { values, notes: absentField(values, field), missing: fewerThanSaid(state) }
}

function pageLoop(settings: NinjaoneSettings, path: string, page: string): AppError {
  const url = `${baseUrlOf(settings)}${path}`
  return new AppError('api.page-loop', { source: 'ninjaone', url, page })
}

function unexpected(settings: NinjaoneSettings, path: string, problem: string): AppError {
  const url = `${baseUrlOf(settings)}${path}`
  return new AppError('api.unexpected', { source: 'ninjaone', url, problem })
}
